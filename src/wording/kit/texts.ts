import type { Problem } from '../../knowledge/article/problem.ts';
import type { ENGLISH } from '../english/catalogue.ts';
import type { MessageArguments } from './message.ts';

/**
 * Every text that people read, in one language. A text without arguments is a string, one with arguments a function from an object that holds
 * them. Arguments come in escaped for where the text will stand. Results are Discord's Markdown; those of `explain`, `reasons`, `problems`,
 * `buttons`, `menus`, `noteForm` and `commands` are plain text.
 */
export interface Texts extends Rendered<typeof ENGLISH> {
  /** The language's code in the list of languages: `en`, `pt-BR`. */
  readonly language: string;
  /** BCP 47 tag: dates, numbers and lists follow it. */
  readonly tag: string;
}

/** The texts of one language as translators write them: ICU messages. It does not compile where a text is missing. */
export type Translation = Translated<typeof ENGLISH>;

export type Rendered<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? RenderedText<Tree[Key]> : Rendered<Tree[Key]>;
};
type RenderedText<Text extends string> = keyof MessageArguments<Text> extends never
  ? string
  : (values: MessageArguments<Text>) => string;

export type Translated<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]>;
};

/** How sure the bot is, from `low`, the closest passage, to `high`. */
export type ConfidenceLevel = 'high' | 'good' | 'low';

/** What a request may refuse a member, for reasons that the member or a moderator can put right. */
export type Refusal =
  | KnowledgeRefusal
  | { readonly kind: 'not-a-moderator' }
  | { readonly kind: 'not-a-manager' }
  | { readonly kind: 'not-here' }
  /** Everybody was chosen for what is for some. */
  | { readonly kind: 'everyone' }
  | { readonly kind: 'cooling-down'; readonly waitMs: number }
  /** A button that only its asker, or a moderator, may press. */
  | { readonly kind: 'not-yours'; readonly owner: string }
  /** A button or menu that is not ours any more, or does not stand where it is said to be used. */
  | { readonly kind: 'unknown-button' }
  /** The passage is no longer in the articles. */
  | { readonly kind: 'passage-gone' }
  /** The answer is so old that what was asked is no longer kept, or it could not be written down. */
  | { readonly kind: 'answer-forgotten' }
  /** No channel or role is set that questions are handed to. */
  | { readonly kind: 'no-helpers' }
  /** There is one, but the bot may not write there, or it is gone. */
  | { readonly kind: 'helpers-out-of-reach' }
  /** What moderators had not dealt with is dealt with, or answered well by now. */
  | { readonly kind: 'settled' }
  /** Only who asked can be told. */
  | { readonly kind: 'not-the-asker' }
  /** It took too much time or memory and was broken off; the log names it by this id. */
  | { readonly kind: 'took-too-long'; readonly id: string }
  /** What was to be kept could not be written; nothing was changed. */
  | { readonly kind: 'not-kept' };

/** What it may refuse those who look after articles, and after what was taught. */
type KnowledgeRefusal =
  /** The file’s ending is none of an article’s. */
  | { readonly kind: 'no-article-file' }
  | { readonly kind: 'article-too-large'; readonly maxKb: number }
  /** It cannot be an article because of these; none where reading it took too long. */
  | { readonly kind: 'article-unreadable'; readonly problems: readonly Problem[] }
  /** A refresh has found nothing to answer from, because of these. */
  | { readonly kind: 'no-readable-article'; readonly problems: readonly Problem[] }
  | { readonly kind: 'too-many-articles'; readonly max: number }
  /** The server's own articles would be larger, all together. */
  | { readonly kind: 'articles-too-large'; readonly maxMb: number }
  /** The server's own articles would hold more sentences and words than are indexed for one server. */
  | { readonly kind: 'articles-too-many-facts'; readonly maxFacts: number; readonly maxWords: number }
  /** The server has no article of its own at that path (any more). */
  | { readonly kind: 'no-such-article' }
  /** A server holds so many taught questions. */
  | { readonly kind: 'too-many-taught'; readonly max: number }
  /** What was taught of a question has been taken back, or taught otherwise, since it was shown. */
  | { readonly kind: 'not-taught' }
  /** There is no such change any more, or the same thing has been changed since. */
  | { readonly kind: 'changed-since' }
  /** A file could not be fetched from Discord. */
  | { readonly kind: 'upload-lost' }
  /** The articles of the folder answer in all servers, and it is not for the moderators of this one to change what they answer. */
  | { readonly kind: 'shared-folder'; readonly guildId: string }
  /** What was previewed is no longer what a refresh would do. */
  | { readonly kind: 'preview-gone' }
  /** It was one of the last snapshots when it was offered. */
  | { readonly kind: 'snapshot-gone' }
  | { readonly kind: 'snapshot-damaged' };
