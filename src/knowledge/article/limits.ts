/** Which readers an article is for. Both limits must hold. */
export interface ArticleLimits {
  /** Names or ids of channels, as written; null for all channels, empty for nobody. */
  readonly channels: readonly string[] | null;
  /** Names or ids of roles, as written; null for all members, empty for nobody. */
  readonly roles: readonly string[] | null;
}

/**
 * What one reader may read: the keys of the channel that they read in and of their roles, as `listAccessKeys` returns them. Plain data.
 */
export interface ReaderAccess {
  /** The channel, the one above a thread, and the category. */
  readonly channels: readonly string[];
  readonly roles: readonly string[];
}

/** What `everything` reads are tools of those who look after the articles. */
export type Readers = ReaderAccess | 'everything';

/** The access of somebody who is known to be nowhere and to have no role. */
export const NO_ACCESS: ReaderAccess = { channels: [], roles: [] };

/** Returns whether an article is for some readers only. */
export function isLimited({ channels, roles }: ArticleLimits): boolean {
  return channels !== null || roles !== null;
}

/** Returns whether a reader may read an article with these limits. */
export function mayRead({ channels, roles }: ArticleLimits, readers: Readers): boolean {
  if (readers === 'everything') return true;
  return namesOneOf(channels, readers.channels, '#') && namesOneOf(roles, readers.roles, '@');
}

/**
 * Returns the keys by which a limit may name a channel or role: its id, and its name without regard to case. A name that looks like an id
 * is no key: whoever may rename a channel must not pass it off as another one.
 */
export function listAccessKeys({ id, name }: { readonly id: string; readonly name: string }): string[] {
  return ID.test(name.trim()) ? [id] : [id, foldName(name)];
}

/** Reduces what a reader may read to the keys that some of these limits names, sorted, so that more readers are alike. */
export function narrowReaders(readers: Readers, limits: readonly ArticleLimits[]): Readers {
  if (readers === 'everything') return readers;
  const select = (kind: keyof ReaderAccess, sign: Sign): readonly string[] => {
    const names = limits.flatMap((each) => each[kind] ?? []);
    const named = new Set(names.flatMap((name) => listMeantKeys(name, sign)));
    return [...new Set(readers[kind])].filter((key) => named.has(key)).toSorted();
  };
  return limits.length === 0 ? NO_ACCESS : { channels: select('channels', '#'), roles: select('roles', '@') };
}

/** Names a limit: equal for limits with the same entries in the same order. */
export function toLimitsKey({ channels, roles }: ArticleLimits): string {
  return JSON.stringify([channels, roles]);
}

/**
 * Returns those entries of a limit that name none of these keys.
 *
 * @param sign what may stand before a name: `#` for channels, `@` for roles
 */
export function listUnknownNames(
  names: readonly string[] | null,
  keys: readonly string[],
  sign: Sign,
): readonly string[] {
  return (names ?? []).filter((name) => !namesOneOf([name], keys, sign));
}

type Sign = '#' | '@';

const ID = /^\d{17,20}$/;

function namesOneOf(names: readonly string[] | null, keys: readonly string[], sign: Sign): boolean {
  if (names === null) return true;
  return names.some((name) => listMeantKeys(name, sign).some((key) => keys.includes(key)));
}

/** Returns the keys that an entry may mean: as it is written, and without its sign. An id behind a sign is the id alone, whatever is called so. */
function listMeantKeys(name: string, sign: Sign): readonly string[] {
  const folded = foldName(name);
  if (!folded.startsWith(sign)) return [folded];
  const unsigned = foldName(folded.slice(1));
  return ID.test(unsigned) ? [unsigned] : [folded, unsigned];
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
