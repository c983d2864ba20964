import { type Note, renderNote } from '../../knowledge/article/note.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { chooseNotePath, toFileName, toOwnPath } from '../../knowledge/folder/own-path.ts';
import type { ArticleFile } from '../../knowledge/folder/read-knowledge.ts';
import type { UploadedArticle } from '../../serving/jobs/file-jobs.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { findLostTaught } from './lost-taught.ts';
import { MAX_OWN_BYTES, requireIndexRoom, requireRoom } from './own-limits.ts';

export interface AddRequest extends ServerRequest {
  readonly file: OfferedFile;
}

/** A file that a member wants to add, before anybody has downloaded it. */
export interface OfferedFile {
  readonly name: string;
  /** In bytes, as its sender says. */
  readonly size: number;
  readonly download: () => Promise<Uint8Array>;
}

export interface NoteRequest extends ServerRequest {
  readonly note: Omit<Note, 'captured'>;
}

export interface AddedArticle {
  readonly article: UploadedArticle;
  /** Whether the server had no article at this path before. */
  readonly isNew: boolean;
  /** Says which parts of the file were left out. */
  readonly warnings: readonly Problem[];
  /**
   * The number by which the change can be undone, or null if the article was there already, word for word.
   */
  readonly changeNumber: number | null;
  /** The questions whose taught answers no longer have their passage, as they were taught. */
  readonly lostQuestions: readonly string[];
}

/**
 * Adds a file to a server as an article, for moderators. A file of the same name is replaced; an unreadable
 * one is refused. Downloads nothing that is refused by its name or its size, or for its sender.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-article-file`, `article-too-large`, `article-unreadable`, `too-many-articles`,
 * `articles-too-large`, `articles-too-many-facts`, `not-kept`
 */
export async function addArticle(
  deps: ModerationDeps,
  { file, ...server }: AddRequest,
): Promise<AddedArticle> {
  requireModerator(server.requester);
  const path = toOwnPath(file.name);
  if (path === null) throw createRefusal({ kind: 'no-article-file' });
  requireSize(file.size);
  const one = await readArticle(deps, { ...server, path, bytes: await file.download() });
  return deps.locks.run(server.guildId, () => storeArticle(deps, one));
}

/**
 * Adds a note to a server as an article, for moderators. An article with the same title stays beside it.
 *
 * @throws {UserFacingError} as `addArticle`
 */
export async function addNote(deps: ModerationDeps, request: NoteRequest): Promise<AddedArticle> {
  const { note, ...server } = request;
  requireModerator(server.requester);
  const { store, now, locks } = deps;
  const { guildId } = server;
  const taken = await refuseOnStoreError(() => store.serverValues.listNames(guildId, 'article'));
  const path = chooseNotePath(note.title, new Set(taken));
  const captured = new Date(now()).toISOString().slice(0, 10);
  const bytes = Buffer.from(renderNote({ ...note, captured }));
  const one = await readArticle(deps, { ...server, path, bytes });
  const added = await locks.run(guildId, async () => {
    const there = await refuseOnStoreError(() => store.serverValues.find(guildId, 'article', path));
    return there === null ? storeArticle(deps, one) : null;
  });
  // While this note was read, an article took its path: try again under another path.
  return added ?? addNote(deps, request);
}

/** A file that was read as an article and may become one of a server's own. */
export interface ReadArticle extends ServerRequest {
  readonly article: UploadedArticle;
  readonly value: string;
  readonly warnings: readonly Problem[];
}

/**
 * Reads a file as an article of a server.
 *
 * @throws {UserFacingError} `article-too-large`, `article-unreadable`
 */
export async function readArticle(
  deps: ModerationDeps,
  { bytes, path, ...server }: ServerRequest & ArticleFile,
): Promise<ReadArticle> {
  requireSize(bytes.length);
  const read = await deps.uploads.read(server.guildId, { path, bytes });
  const { article } = read;
  // Moderators know the file by its name.
  const problems = read.problems.map((problem) => ({ ...problem, path: toFileName(problem.path) }));
  if (article === null) throw createRefusal({ kind: 'article-unreadable', problems });
  return { ...server, article, warnings: problems, value: new TextDecoder().decode(bytes) };
}

/** @throws {UserFacingError} `article-too-large` */
function requireSize(bytes: number): void {
  if (bytes > MAX_OWN_BYTES) throw createRefusal({ kind: 'article-too-large', maxKb: MAX_OWN_BYTES / 1024 });
}

/**
 * Throws where an article does not fit beside the server's others.
 *
 * @throws {UserFacingError} `too-many-articles`, `articles-too-large`, `articles-too-many-facts`, `not-kept`
 */
export async function requireArticleRoom(
  { store, knowledge }: ModerationDeps,
  { guildId, article, value }: ReadArticle,
): Promise<readonly ServerValue[]> {
  const before = await refuseOnStoreError(() => store.serverValues.list(guildId, 'article'));
  requireRoom(before, [{ kind: 'article', name: article.path, value }]);
  requireIndexRoom(await knowledge.run(guildId, 'measureOwnCosts', {}), [
    { path: article.path, ...article.cost },
  ]);
  return before;
}

/**
 * Stores the article. The caller holds the server's lock: nobody may write between the check and the write.
 *
 * @throws {UserFacingError} as `requireArticleRoom`
 */
export async function storeArticle(deps: ModerationDeps, one: ReadArticle): Promise<AddedArticle> {
  const { requester, guildId, article, value, warnings } = one;
  const before = await requireArticleRoom(deps, one);
  const isNew = before.every(({ name }) => name !== article.path);
  const changes = [{ kind: 'article', name: article.path, value }] as const;
  const replaced = { guildId, paths: isNew ? [] : [article.path] };
  const { result, lostQuestions } = await findLostTaught(deps, replaced, () =>
    refuseOnStoreError(() => deps.store.serverValues.change(guildId, requester.memberId, changes)),
  );
  return { article, isNew, warnings, changeNumber: result[0]?.number ?? null, lostQuestions };
}
