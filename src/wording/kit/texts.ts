import type { Problem } from '../../knowledge/article/problem.ts';
import type { ENGLISH } from '../english/catalogue.ts';
import type { MessageArguments } from './message.ts';

/**
 * Every text that people read, in one language. A text without arguments is a string, one with arguments a function from an object that holds
 * them. Arguments come in escaped for where the text will stand. Results are Discord's Markdown; those of `explain`, `reasons`, `problems`,
 * `buttons`, `menus`, `missingForm`, `noteForm` and `commands` are plain text.
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

/** The bot's confidence in words. `low` stands for the closest passage. */
export type ConfidenceLevel = 'high' | 'good' | 'low';

/** A reason to refuse a request. The member or a moderator can correct it. */
export type Refusal =
  | KnowledgeRefusal
  | { readonly kind: 'not-a-moderator' }
  | { readonly kind: 'not-a-manager' }
  | { readonly kind: 'not-here' }
  /** The role @everyone was chosen for a setting that is for some members only. */
  | { readonly kind: 'everyone' }
  /** A list of a setting is full. */
  | { readonly kind: 'list-full'; readonly max: number }
  | { readonly kind: 'cooling-down'; readonly waitMs: number }
  /** Only the asker, whose name is `owner`, or a moderator may press this button. */
  | { readonly kind: 'not-yours'; readonly owner: string }
  /** This version has no such button or menu, or it does not belong to the message. */
  | { readonly kind: 'unknown-button' }
  /** The articles no longer contain the passage. */
  | { readonly kind: 'passage-gone' }
  /** Others who read the channel may not read the article. */
  | { readonly kind: 'not-for-all' }
  /** The store has no record of the question: it was deleted, or could not be written. */
  | { readonly kind: 'answer-forgotten' }
  | { readonly kind: 'vote-changed' }
  /** The server has neither a channel nor a role for helpers. */
  | { readonly kind: 'no-helpers' }
  | { readonly kind: 'helpers-asked' }
  /** The helpers' channel is gone, or the bot may not write in it. */
  | { readonly kind: 'helpers-out-of-reach' }
  /** A moderator has already settled the entry of the queue, or the bot now answers it. */
  | { readonly kind: 'settled' }
  /** Only the asker can wait for an answer. */
  | { readonly kind: 'not-the-asker' }
  /** The job took too much time or memory and was ended. The log names it by this id. */
  | { readonly kind: 'took-too-long'; readonly id: string }
  /** The store could not write the change, so nothing was changed. */
  | { readonly kind: 'not-kept' };

/** A reason to refuse a request about articles or taught answers. */
type KnowledgeRefusal =
  /** The form for an article had neither a file nor a whole note. */
  | { readonly kind: 'nothing-to-add' }
  /** The file has an ending that no format of articles has. */
  | { readonly kind: 'no-article-file' }
  | { readonly kind: 'article-too-large'; readonly maxKb: number }
  /** The file cannot be an article because of these problems. There are none if reading it took too long. */
  | { readonly kind: 'article-unreadable'; readonly problems: readonly Problem[] }
  /** A refresh found no readable article because of these problems. */
  | { readonly kind: 'no-readable-article'; readonly problems: readonly Problem[] }
  | { readonly kind: 'too-many-articles'; readonly max: number }
  /** The server's own articles together would exceed this size. */
  | { readonly kind: 'articles-too-large'; readonly maxMb: number }
  /** The server's own articles would exceed the facts or words that the bot indexes for one server. */
  | { readonly kind: 'articles-too-many-facts'; readonly maxFacts: number; readonly maxWords: number }
  /** The server has no article of its own of that name. */
  | { readonly kind: 'no-such-article' }
  /** Several of the server's own articles have that name; these are the names of their files. */
  | { readonly kind: 'ambiguous-article'; readonly names: readonly string[] }
  /** The article has more characters than a form can hold. */
  | { readonly kind: 'too-long-to-edit'; readonly name: string; readonly maxChars: number }
  /** The bot no longer holds what a moderator typed for an article. */
  | { readonly kind: 'draft-gone' }
  /** The server already has the most taught answers, which is `max`. */
  | { readonly kind: 'too-many-taught'; readonly max: number }
  /** The server already has the most synonyms, which is `max`. */
  | { readonly kind: 'too-many-synonyms'; readonly max: number }
  /** The short form of a synonym is no single word, or what it stands for holds no word that tells anything. */
  | { readonly kind: 'synonym-not-a-word' }
  /** The articles lack these words of what a synonym stands for. */
  | { readonly kind: 'synonym-not-in-articles'; readonly words: readonly string[] }
  /** The taught answer was removed or replaced after it was shown. */
  | { readonly kind: 'not-taught' }
  /** The change is no longer in the history, or a later one changed the same value. */
  | { readonly kind: 'changed-since' }
  /** Somebody else made the change, or it is one of settings, so only members who manage the server may undo it. */
  | { readonly kind: 'not-your-change' }
  /** The bot could not download the file from Discord. */
  | { readonly kind: 'upload-lost' }
  /** The folder answers in all servers, and this server's moderators do not look after it. */
  | { readonly kind: 'shared-folder'; readonly guildId: string }
  /** A refresh would no longer do what the preview showed. */
  | { readonly kind: 'preview-gone' }
  /** The snapshot is no longer among the last ones. */
  | { readonly kind: 'snapshot-gone' }
  | { readonly kind: 'snapshot-damaged' };
