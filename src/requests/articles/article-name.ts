import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { nullOnStoreError, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { listOwnTitles } from './own-titles.ts';

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
