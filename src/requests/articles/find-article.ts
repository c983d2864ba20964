import { createHash } from 'node:crypto';
import { parseNote } from '../../knowledge/article/note.ts';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { OwnTitle } from '../../serving/jobs/overlay-jobs.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { nullOnStoreError, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal, UserFacingError } from '../kit/user-facing-error.ts';

/** Says which of a server's own articles is meant: by its path, or by the key of its path. */
export type ArticleRef = { readonly path: string } | { readonly key: string };

/**
 * Finds one of a server's own articles, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `not-kept`
 */
export async function findArticle(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, ...ref }: ServerRequest & ArticleRef,
): Promise<ServerValue> {
  requireModerator(requester);
  const found = await refuseOnStoreError(async () => {
    const path = 'path' in ref ? ref.path : await findPath(store, guildId, ref.key);
    return path === null ? null : store.serverValues.find(guildId, 'article', path);
  });
  if (found === null) throw createRefusal({ kind: 'no-such-article' });
  return found;
}

/** Reads the names alone: the texts of a server's articles have up to 4 MB. */
async function findPath(
  { serverValues }: ModerationDeps['store'],
  guildId: string,
  key: string,
): Promise<string | null> {
  const paths = await serverValues.listNames(guildId, 'article');
  return paths.find((path) => toArticleKey(path) === key) ?? null;
}

const HASH_CHARS = 16;

/** Returns a short key for the path of a server's own article, for where the path is too long. */
export function toArticleKey(path: string): string {
  return hash(path);
}

/** Returns a short mark of the text of an article: another text has another mark. */
export function toTextMark(text: string): string {
  return hash(text);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_CHARS);
}

/**
 * Finds the path of one of a server's own articles by what a moderator typed: the path, the name of its file with or without its ending, or its
 * title. Case does not matter, unless only case tells two paths apart.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `ambiguous-article`, `not-kept`
 */
export async function findPathByName(
  deps: Pick<ModerationDeps, 'store' | 'knowledge'>,
  { requester, guildId, name }: ServerRequest & { readonly name: string },
): Promise<string> {
  if (!requester.managesServer) requireModerator(requester);
  const paths = await refuseOnStoreError(() => deps.store.serverValues.listNames(guildId, 'article'));
  if (paths.includes(name)) return name;
  const key = fold(name);
  const byFile = paths.filter((path) => listNames(path).includes(key));
  if (byFile.length > 0) return chooseOnly(byFile);
  const titles = await listOwnTitles(deps, guildId);
  return chooseOnly(paths.filter((path) => fold(titles.get(path)?.title ?? '') === key));
}

function listNames(path: string): readonly string[] {
  const file = toFileName(path);
  return [path, file, file.replace(/\.[^.]+$/u, '')].map(fold);
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function chooseOnly(paths: readonly string[]): string {
  const [path, ...others] = paths;
  if (path === undefined) throw createRefusal({ kind: 'no-such-article' });
  if (others.length > 0) throw createRefusal({ kind: 'ambiguous-article', names: paths.map(toFileName) });
  return path;
}

/** One of a server's own articles to choose. */
interface SuggestedArticle {
  readonly path: string;
  /** Empty where nobody can tell it now. */
  readonly title: string;
}

/**
 * Lists a server's own articles, sorted by path, whose title or path contains what a moderator has typed. Returns none for members who are no
 * moderators, and where the store is out of order.
 */
export async function suggestOwnArticles(
  deps: Pick<ModerationDeps, 'store' | 'knowledge' | 'onStoreError'>,
  { requester, guildId, typed }: ServerRequest & { readonly typed: string },
): Promise<readonly SuggestedArticle[]> {
  const { store, onStoreError } = deps;
  if (!requester.isModerator && !requester.managesServer) return [];
  const paths = await nullOnStoreError(onStoreError, () => store.serverValues.listNames(guildId, 'article'));
  if (paths === null || paths.length === 0) return [];
  const titles = await listOwnTitles(deps, guildId);
  const key = fold(typed);
  return paths
    .map((path) => ({ path, title: titles.get(path)?.title ?? '' }))
    .filter(({ path, title }) => fold(path).includes(key) || fold(title).includes(key));
}

/** The titles of a server's own articles, by their paths. */
export type OwnTitles = ReadonlyMap<string, OwnTitle>;

/** Lists the titles of a server's own articles; none where they cannot be read. */
export async function listOwnTitles(
  { knowledge }: Pick<ModerationDeps, 'knowledge'>,
  guildId: string,
): Promise<OwnTitles> {
  try {
    const own = await knowledge.run(guildId, 'listOwnTitles', {});
    return new Map(own.map((each) => [each.path, each]));
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return new Map();
  }
}

/**
 * Returns how moderators know one of a server's own articles: by its title, which a note that is gone still tells, else by the name of its file.
 *
 * @param text the text of its file, or null where nobody knows it
 */
export function findTitle(titles: OwnTitles, path: string, text: string | null): string {
  const note = text === null ? null : parseNote(text);
  return titles.get(path)?.title ?? note?.title ?? toFileName(path);
}

/** Returns whether everybody may learn the title of an article; false also where nobody can tell. */
export function isTitleForAll(titles: OwnTitles, path: string): boolean {
  return titles.get(path)?.isLimited === false;
}
