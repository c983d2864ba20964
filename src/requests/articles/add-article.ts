import { type Note, renderNote } from '../../knowledge/article/note.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { chooseNotePath, toOwnPath } from '../../knowledge/folder/own-path.ts';
import type { ArticleFile } from '../../knowledge/folder/read-knowledge.ts';
import type { UploadedArticle } from '../../serving/jobs/reader-jobs.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { MAX_OWN_BYTES, requireIndexRoom, requireRoom } from './own-limits.ts';

export interface AddRequest extends ServerRequest {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

export interface NoteRequest extends ServerRequest {
  readonly note: Omit<Note, 'captured'>;
}

export interface AddedArticle {
  readonly article: UploadedArticle;
  /** Whether there was none at its path before. */
  readonly isNew: boolean;
  /** What of it was left out. */
  readonly warnings: readonly Problem[];
  /** By which it can be taken back; null where it was there already, word for word. */
  readonly changeNumber: number | null;
}

/**
 * Takes a file in as an article of one server, in the place of one of the same name; for moderators. What cannot be read is not taken in.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-article-file`, `article-too-large`, `article-unreadable`, `too-many-articles`,
 * `articles-too-large`, `articles-too-many-facts`, `not-kept`
 */
export async function addArticle(
  moderating: ModerationDeps,
  { file, ...place }: AddRequest,
): Promise<AddedArticle> {
  requireModerator(place.requester);
  const path = toOwnPath(file.name);
  if (path === null) throw createRefusal({ kind: 'no-article-file' });
  const one = await readArticle(moderating, { ...place, path, bytes: file.bytes });
  return moderating.locks.run(place.guildId, () => storeArticle(moderating, one));
}

/**
 * Takes a note in as an article of one server; for moderators. One of the same title stays beside it.
 *
 * @throws {UserFacingError} as `addArticle`
 */
export async function addNote(moderating: ModerationDeps, request: NoteRequest): Promise<AddedArticle> {
  const { note, ...place } = request;
  requireModerator(place.requester);
  const { store, now, locks } = moderating;
  const { guildId } = place;
  const own = await refuseOnStoreError(() => store.guildValues.list(guildId, 'article'));
  const path = chooseNotePath(note.title, new Set(own.map(({ name }) => name)));
  const captured = new Date(now()).toISOString().slice(0, 10);
  const bytes = Buffer.from(renderNote({ ...note, captured }));
  const one = await readArticle(moderating, { ...place, path, bytes });
  const added = await locks.run(guildId, async () => {
    const there = await refuseOnStoreError(() => store.guildValues.find(guildId, 'article', path));
    return there === null ? storeArticle(moderating, one) : null;
  });
  // Another one of this title has come to be there while this one was read.
  return added ?? addNote(moderating, request);
}

/** A file that reads as an article, and is to be one of a server's own. */
interface ReadArticle extends ServerRequest {
  readonly article: UploadedArticle;
  readonly value: string;
  readonly warnings: readonly Problem[];
}

async function readArticle(
  moderating: ModerationDeps,
  { bytes, path, ...place }: ServerRequest & ArticleFile,
): Promise<ReadArticle> {
  if (bytes.length > MAX_OWN_BYTES)
    throw createRefusal({ kind: 'article-too-large', maxKb: MAX_OWN_BYTES / 1024 });
  const { article, problems } = await moderating.uploads.read(place.guildId, { path, bytes });
  if (article === null) throw createRefusal({ kind: 'article-unreadable', problems });
  return { ...place, article, warnings: problems, value: new TextDecoder().decode(bytes) };
}

/** To be called in the server's turn: nobody may write between the looking and the writing. */
async function storeArticle(
  { store, knowledge }: ModerationDeps,
  { requester, guildId, article, value, warnings }: ReadArticle,
): Promise<AddedArticle> {
  const before = await refuseOnStoreError(() => store.guildValues.list(guildId, 'article'));
  const isNew = before.every(({ name }) => name !== article.path);
  const wishes = [{ kind: 'article', name: article.path, value }] as const;
  requireRoom(before, wishes);
  requireIndexRoom(await knowledge.run(guildId, 'ownCosts', {}), [{ path: article.path, ...article.cost }]);
  const [change] = await refuseOnStoreError(() =>
    store.guildValues.change(guildId, requester.memberId, wishes),
  );
  return { article, isNew, warnings, changeNumber: change?.number ?? null };
}
