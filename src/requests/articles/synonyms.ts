import type { SynonymSuggestion } from '../../answering/suggest-synonyms.ts';
import { ALIAS_LIMITS, type Alias } from '../../knowledge/article/article.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { splitWords } from '../../text/words/words.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { getToolReaders, requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal, UserFacingError } from '../kit/user-facing-error.ts';

/** How many synonyms a server may have. Nobody could look over more. */
const MAX_SYNONYMS = 200;

/**
 * Lists the synonyms of a server, sorted: words that its members use, each with what it stands for in the articles. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listSynonyms(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId }: ServerRequest,
): Promise<readonly Alias[]> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'synonym'));
  return values.map(({ name, value }) => ({ short: name, long: value }));
}

/**
 * Suggests synonyms for the words of a taught question that no article holds, for moderators. There are none without encoders, or where
 * that takes too long: what was taught counts.
 *
 * @throws {UserFacingError} `not-a-moderator`
 */
export async function suggestSynonyms(
  { knowledge }: Pick<ModerationDeps, 'knowledge'>,
  { requester, guildId, ...taught }: ServerRequest & { readonly question: string; readonly factId: string },
): Promise<readonly SynonymSuggestion[]> {
  requireModerator(requester);
  try {
    return await knowledge.run(guildId, 'suggestSynonyms', taught, getToolReaders(requester));
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'took-too-long') return [];
    throw error;
  }
}

/** A synonym that was added. */
export interface AddedSynonym extends Alias {
  /** The number of the change, by which it can be undone; null where it was there already. */
  readonly changeNumber: number | null;
}

/**
 * Adds a synonym, or replaces the one of the same word. From then on, questions in this server are read with the long form too. For
 * moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `synonym-not-a-word`, `synonym-not-in-articles`, `too-many-synonyms`, `not-kept`
 */
export async function addSynonym(
  { store, knowledge, locks }: Pick<ModerationDeps, 'store' | 'knowledge' | 'locks'>,
  { requester, guildId, ...typed }: ServerRequest & Alias,
): Promise<AddedSynonym> {
  requireModerator(requester);
  const short = readOneWord(typed.short);
  const long = toPrintable(typed.long).trim().slice(0, ALIAS_LIMITS.maxLongChars);
  const words = await knowledge.run(guildId, 'findWords', { text: long }, getToolReaders(requester));
  const missing = words.filter(({ isInArticles }) => !isInArticles).map(({ word }) => word);
  if (words.length === 0) throw createRefusal({ kind: 'synonym-not-a-word' });
  if (missing.length > 0) throw createRefusal({ kind: 'synonym-not-in-articles', words: missing });
  // Nobody may add another one between the check and the write.
  return locks.run(guildId, async () => {
    const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'synonym'));
    if (values.length >= MAX_SYNONYMS && values.every(({ name }) => name !== short))
      throw createRefusal({ kind: 'too-many-synonyms', max: MAX_SYNONYMS });
    const wanted = { kind: 'synonym', name: short, value: long } as const;
    const [change] = await refuseOnStoreError(() =>
      store.serverValues.change(guildId, requester.memberId, [wanted]),
    );
    return { short, long, changeNumber: change?.number ?? null };
  });
}

/**
 * Removes a synonym, for moderators. Returns the number of the change, by which it can be undone; null where somebody else removed it
 * before.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function removeSynonym(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, short }: ServerRequest & Pick<Alias, 'short'>,
): Promise<number | null> {
  requireModerator(requester);
  const wanted = { kind: 'synonym', name: short, value: null } as const;
  const [change] = await refuseOnStoreError(() =>
    store.serverValues.change(guildId, requester.memberId, [wanted]),
  );
  return change?.number ?? null;
}

/** Returns the word in small letters. A question is compared word by word, so several words never match. */
function readOneWord(text: string): string {
  const [word, ...more] = splitWords(text);
  if (word === undefined || more.length > 0 || text.length > ALIAS_LIMITS.maxShortChars)
    throw createRefusal({ kind: 'synonym-not-a-word' });
  return word.folded;
}
