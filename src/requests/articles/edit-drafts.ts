import { LRUCache } from 'lru-cache';
import type { Note } from '../../knowledge/article/note.ts';
import type { AddedArticle } from './add-article.ts';

/** What a form holds of an article: the parts of a note, or the whole text of a file. */
export type TypedArticle =
  | ({ readonly kind: 'note' } & Omit<Note, 'captured'>)
  | { readonly kind: 'file'; readonly text: string };

/** A text that a moderator has typed for an article, before it is saved. */
export interface EditDraft {
  readonly guildId: string;
  /** The key of the article, as `toArticleKey` returns it. */
  readonly key: string;
  /** Null where the article was not there any more. */
  readonly path: string | null;
  /** The mark of the text that the moderator changed. */
  readonly mark: string;
  readonly typed: TypedArticle;
  /** The file before and after, where the typed text can be saved; null where it was refused. */
  readonly change: { readonly before: string; readonly after: string } | null;
}

/** The outcome of saving: the article as it is now, or a note that somebody has changed it since. */
export type SavedEdit =
  | { readonly kind: 'saved'; readonly added: AddedArticle }
  | { readonly kind: 'changed-since'; readonly key: string; readonly draftId: string };

/** After a break of this length, the moderator opens the article again. */
const MAX_AGE_MS = 60 * 60_000;
/** Each has the typed text and two files of about its length: some 30 KB. */
const MAX_DRAFTS = 500;

interface EditDraftsOptions {
  /** Returns milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
  /** Creates a short and unguessable id. */
  readonly newId: () => string;
}

interface HeldDraft {
  readonly draft: EditDraft;
  readonly heldAtMs: number;
}

/** Holds the texts of open forms and previews, in memory only: for an hour, and the last 500. */
export class EditDrafts {
  readonly #options: EditDraftsOptions;
  readonly #held = new LRUCache<string, HeldDraft>({ max: MAX_DRAFTS });
  /** The drafts that are being saved, until each is. */
  readonly #saving = new Map<string, Promise<SavedEdit>>();

  constructor(options: EditDraftsOptions) {
    this.#options = options;
  }

  /** Holds a draft, and returns the id that finds it. */
  hold(draft: EditDraft): string {
    const id = this.#options.newId();
    this.#held.set(id, { draft, heldAtMs: this.#options.nowMs() });
    return id;
  }

  /** Finds a draft of a server, or null if it is gone or belongs to another server. */
  find(guildId: string, id: string): EditDraft | null {
    const held = this.#held.peek(id);
    if (held === undefined || held.draft.guildId !== guildId) return null;
    if (this.#options.nowMs() - held.heldAtMs < MAX_AGE_MS) return held.draft;
    this.#held.delete(id);
    return null;
  }

  drop(id: string): void {
    this.#held.delete(id);
  }

  /** Saves a draft, unless it is being saved: then the outcome of that is this one's too. */
  saveOnce(id: string, save: () => Promise<SavedEdit>): Promise<SavedEdit> {
    const saving = this.#saving.get(id) ?? save().finally(() => this.#saving.delete(id));
    this.#saving.set(id, saving);
    return saving;
  }
}
