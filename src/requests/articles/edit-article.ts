import { parseNote, renderNote } from '../../knowledge/article/note.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal, UserFacingError } from '../kit/user-facing-error.ts';
import { readArticle, requireArticleRoom, storeArticle } from './add-article.ts';
import type { EditDraft, EditDrafts, SavedEdit, TypedArticle } from './edit-drafts.ts';
import { type ArticleRef, findArticle, toArticleKey, toTextMark } from './find-article.ts';

/** The most characters of a text in a form, in UTF-16 units. */
const MAX_FORM_CHARS = 4_000;

/** An article in a form. */
export interface EditedArticle {
  /** As `toArticleKey` returns it. */
  readonly key: string;
  /** The name of its file, by which moderators know it; empty where it was removed meanwhile. */
  readonly fileName: string;
  /** The mark of the text that the form was opened on. */
  readonly mark: string;
  readonly typed: TypedArticle;
}

/** The collaborators of an edit. */
export interface EditDeps extends ModerationDeps {
  readonly drafts: EditDrafts;
}

/**
 * Opens one of a server's own articles for a form, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `too-long-to-edit`, `not-kept`
 */
export async function openArticle(
  deps: ModerationDeps,
  request: ServerRequest & ArticleRef,
): Promise<EditedArticle> {
  const { name, value } = await findArticle(deps, request);
  const note = parseNote(value);
  const typed: TypedArticle =
    note === null
      ? { kind: 'file', text: value }
      : { kind: 'note', title: note.title, text: note.text, url: note.url };
  const fileName = toFileName(name);
  if (typed.text.length > MAX_FORM_CHARS)
    throw createRefusal({ kind: 'too-long-to-edit', name: fileName, maxChars: MAX_FORM_CHARS });
  return { key: toArticleKey(name), fileName, mark: toTextMark(value), typed };
}

/**
 * Opens what a moderator has typed once more.
 *
 * @throws {UserFacingError} `not-a-moderator`, `draft-gone`
 */
export function openDraft(
  { drafts }: Pick<EditDeps, 'drafts'>,
  { requester, guildId, draftId }: ServerRequest & { readonly draftId: string },
): EditedArticle {
  requireModerator(requester);
  const { key, path, mark, typed } = findDraft(drafts, guildId, draftId);
  return { key, fileName: path === null ? '' : toFileName(path), mark, typed };
}

/**
 * Drops what a moderator has typed. Does nothing where it is gone already.
 *
 * @throws {UserFacingError} `not-a-moderator`
 */
export function discardDraft(
  { drafts }: Pick<EditDeps, 'drafts'>,
  { requester, guildId, draftId }: ServerRequest & { readonly draftId: string },
): void {
  requireModerator(requester);
  if (drafts.find(guildId, draftId) !== null) drafts.drop(draftId);
}

/** What a moderator has sent with a form. */
export interface SentEdit extends ServerRequest {
  readonly key: string;
  readonly mark: string;
  readonly typed: TypedArticle;
}

/** The outcome of a form that a moderator has sent. The draft holds what was typed. */
export type CheckedEdit =
  /** It can be saved. */
  | {
      readonly kind: 'ready';
      readonly draftId: string;
      readonly title: string;
      readonly path: string;
      /** The text of the file. */
      readonly text: string;
      /** Says which parts of the file are left out. */
      readonly warnings: readonly Problem[];
    }
  /** The text is what is there already. */
  | { readonly kind: 'unchanged'; readonly draftId: string }
  /** Somebody changed the article since the form was opened. */
  | { readonly kind: 'changed-since'; readonly key: string; readonly draftId: string }
  /** It cannot be saved; the error says why. */
  | { readonly kind: 'refused'; readonly draftId: string; readonly error: UserFacingError };

/**
 * Checks a form that a moderator has sent, and changes nothing.
 *
 * @throws {UserFacingError} `not-a-moderator`
 */
export async function checkEdit(deps: EditDeps, sent: SentEdit): Promise<CheckedEdit> {
  requireModerator(sent.requester);
  const { guildId, key, mark, typed } = sent;
  const draft = { guildId, key, typed };
  try {
    return await checkAgainst(deps, sent, await findArticle(deps, sent));
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return {
      kind: 'refused',
      draftId: deps.drafts.hold({ ...draft, path: null, mark, change: null }),
      error,
    };
  }
}

async function checkAgainst(
  deps: EditDeps,
  { typed, mark, ...request }: SentEdit,
  { name: path, value: before }: ServerValue,
): Promise<CheckedEdit> {
  const { guildId, key } = request;
  const now = toTextMark(before);
  const hold = (change: EditDraft['change']): string =>
    deps.drafts.hold({ guildId, key, path, mark: now, typed, change });
  if (mark !== now) return { kind: 'changed-since', key, draftId: hold(null) };
  const after = renderTyped(typed, { before, now: deps.now() });
  if (after === before) return { kind: 'unchanged', draftId: hold(null) };
  try {
    const one = await readArticle(deps, { ...request, path, bytes: Buffer.from(after) });
    await requireArticleRoom(deps, one);
    const { article, warnings } = one;
    const draftId = hold({ before, after });
    return { kind: 'ready', draftId, title: article.title, path, text: after, warnings };
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return { kind: 'refused', draftId: hold(null), error };
  }
}

/**
 * Saves exactly what a moderator has seen in a preview. Pressing twice saves once, with the same outcome for both.
 *
 * @throws {UserFacingError} `not-a-moderator`, `draft-gone`, `no-such-article`, and as `addArticle`
 */
export async function saveEdit(
  deps: EditDeps,
  { draftId, ...request }: ServerRequest & { readonly draftId: string },
): Promise<SavedEdit> {
  requireModerator(request.requester);
  const { drafts } = deps;
  const draft = findDraft(drafts, request.guildId, draftId);
  return drafts.saveOnce(draftId, async () => {
    const saved = await saveDraft(deps, request, draft);
    drafts.drop(draftId);
    return saved;
  });
}

async function saveDraft(deps: EditDeps, request: ServerRequest, draft: EditDraft): Promise<SavedEdit> {
  const { drafts, store, locks } = deps;
  const { guildId } = request;
  const { key, path, change } = draft;
  if (path === null || change === null) throw createRefusal({ kind: 'draft-gone' });
  const one = await readArticle(deps, { ...request, path, bytes: Buffer.from(change.after) });
  return locks.run(guildId, async (): Promise<SavedEdit> => {
    const current = await refuseOnStoreError(() => store.serverValues.find(guildId, 'article', path));
    if (current === null) throw createRefusal({ kind: 'no-such-article' });
    // Where the text is there already, storing it changes nothing and adds nothing to the history.
    if (current.value === change.before || current.value === change.after)
      return { kind: 'saved', added: await storeArticle(deps, one) };
    const mark = toTextMark(current.value);
    return { kind: 'changed-since', key, draftId: drafts.hold({ ...draft, mark, change: null }) };
  });
}

/** @throws {UserFacingError} `draft-gone` */
function findDraft(drafts: EditDrafts, guildId: string, draftId: string): EditDraft {
  const draft = drafts.find(guildId, draftId);
  if (draft === null) throw createRefusal({ kind: 'draft-gone' });
  return draft;
}

/** Renders the file. A note that a moderator looked over counts as captured today. */
function renderTyped(
  typed: TypedArticle,
  { before, now }: { readonly before: string; readonly now: number },
): string {
  if (typed.kind === 'file') return renderFile(typed.text, before);
  const captured = new Date(now).toISOString().slice(0, 10);
  return renderNote({ ...typed, captured });
}

/** Discord drops blank lines at both ends and writes line breaks in its own way. Those of the file stay. */
function renderFile(text: string, before: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  return lines.replaceAll('\n', lineBreak) + before.slice(before.trimEnd().length);
}
