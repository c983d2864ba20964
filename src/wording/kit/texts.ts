import type { Outcome, Reason } from '../../answering/question/answer.ts';
import type { AnswerType } from '../../answering/question/answer-type.ts';
import type { Problem, ProblemCause } from '../../knowledge/article/problem.ts';
import type { SettingsTexts } from './settings-texts.ts';

/** The languages of the interface, by the first part of their tags. */
export type Language = 'en' | 'ru' | 'de' | 'es' | 'fr';

/** A text that only one command or button says stands beside it, in every language. */
export type Localised<Text = string> = Readonly<Record<Language, Text>>;

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
  | { readonly kind: 'no-human' }
  /** There is one, but the bot may not write there, or it is gone. */
  | { readonly kind: 'human-out-of-reach' }
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

/** The kinds that nothing more is to be told of. */
export type PlainRefusalKind = {
  [Kind in Refusal['kind']]: keyof Extract<Refusal, { readonly kind: Kind }> extends 'kind' ? Kind : never;
}[Refusal['kind']];

/** A problem of a file, as people read it. */
export interface ProblemWords {
  /** What is wrong, one sentence without the path. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
}

/**
 * Every text that members see, in one language. Parameters come in escaped for where the text will stand; results are
 * Discord's Markdown where the field's name does not say otherwise. A language that lacks one does not compile.
 */
export interface Texts {
  readonly language: Language;
  /** BCP 47 tag: dates and numbers follow it. */
  readonly tag: string;
  readonly reason: (reason: Reason) => string;
  readonly confidence: Readonly<Record<ConfidenceLevel, string>>;
  /** How sure the bot is, and what speaks for it. */
  readonly because: (level: string, why: string) => string;
  /** How sure the bot is, and what speaks against it. */
  readonly despite: (level: string, why: string) => string;
  readonly refusal: (refusal: Refusal) => string;
  /** Plain text, which may quote a file: it comes out unescaped. */
  readonly problem: (cause: ProblemCause) => ProblemWords;
  readonly place: (paragraph: number, sentence: number) => string;
  readonly published: (day: string) => string;
  readonly captured: (day: string) => string;
  readonly counted: Readonly<Record<'articles' | 'facts' | 'problems', (count: number) => string>>;
  readonly more: Readonly<Record<'articles' | 'problems' | 'lines', (count: number) => string>>;
  readonly answer: AnswerTexts;
  readonly sources: SourcesTexts;
  readonly refresh: RefreshTexts;
  readonly knowledge: KnowledgeTexts;
  readonly explain: ExplainTexts;
  readonly stats: StatsTexts;
  readonly privacy: PrivacyTexts;
  readonly unanswered: UnansweredTexts;
  readonly help: HelpTexts;
  readonly settings: SettingsTexts;
  readonly notices: NoticeTexts;
}

interface AnswerTexts {
  readonly unsure: string;
  readonly readAs: (question: string) => string;
  readonly understoodAs: (question: string) => string;
  readonly where: string;
  readonly confidence: string;
  /** Before the time at which the articles were read; plain text. */
  readonly lastRead: string;
  readonly unknown: string;
  /** What to do with nothing near it. */
  readonly tryOtherWords: string;
  /** Above the places of up to three passages near what is not known. */
  readonly nearest: string;
  /** Above one of these passages. */
  readonly maybeRelated: string;
  /** For a greeting, and for a message without a question. */
  readonly hello: string;
  readonly noQuestion: string;
  readonly closeCall: string;
  /** Where a quote is in another language than the card, which is named. */
  readonly quotedIn: (language: string) => string;
  /** Opens an answer that somebody has pointed at somebody. */
  readonly pointedAt: (mention: string) => string;
  readonly sharedBy: (mention: string) => string;
  readonly contextTitle: string;
  readonly noMore: string;
  /** That so many sentences, items, rows or lines of code of a passage are not shown. */
  readonly more: (count: number) => string;
  /** Behind that, the button that shows more of them. */
  readonly pressForMore: (button: string) => string;
  /** Under what stands in an article of that day that is older than it may be. */
  readonly outdated: (day: string) => string;
}

interface SourcesTexts {
  readonly page: (page: number, pages: number) => string;
  /** That it is not known yet what the articles mean. */
  readonly learning: string;
}

interface RefreshTexts {
  readonly title: (articles: string, facts: string) => string;
  readonly unchanged: string;
  readonly facts: (changes: string) => string;
  readonly changes: (added: number, removed: number, changed: number) => string;
  readonly keptVersion: string;
  /** Above what a refresh would do. */
  readonly previewTitle: (articles: string, facts: string) => string;
  readonly wouldNotChange: string;
  /** Above the questions, and where there are none. */
  readonly changedAnswers: string;
  readonly sameAnswers: string;
  readonly discarded: string;
  /** What led to a refresh, as one entry of a list tells it. */
  readonly causes: Readonly<Record<'start' | 'command' | 'preview' | 'undo' | 'files', string>>;
  /** In place of who it was, where that was in another server. */
  readonly elsewhere: string;
  readonly snapshotsTitle: string;
  readonly noSnapshots: string;
  /** How long what was undone lasts. */
  readonly undone: string;
}

interface KnowledgeTexts {
  readonly added: (facts: string) => string;
  readonly replaced: (facts: string) => string;
  /** It was there already, word for word. */
  readonly unchanged: string;
  readonly removed: (path: string) => string;
  readonly list: (articles: string) => string;
  readonly none: string;
  readonly addedBy: (member: string, day: string) => string;
  /** Nobody has looked after it for more than so many days. */
  readonly stale: (days: number) => string;
  readonly saidIn: (titles: string) => string;
  /** The server's own articles are set aside, and what to do about it. */
  readonly setAside: string;
  readonly unreadable: (path: string) => string;
  /** Above the changes to choose from, and where there are none. */
  readonly lastChanges: string;
  readonly noChanges: string;
  readonly undone: (what: string) => string;
  /** What a change did to what has this name; plain text. */
  readonly change: Readonly<
    Record<'added' | 'changed' | 'removed' | 'taught' | 'forgotten', (name: string) => string>
  >;
}

/** Plain text; numbers come in rounded. */
interface ExplainTexts {
  readonly title: string;
  readonly read: string;
  /** Above the passage that the asker sees. */
  readonly shown: string;
  readonly why: string;
  readonly matches: string;
  readonly asksFor: (kind: string) => string;
  readonly kinds: Readonly<Record<AnswerType, string>>;
  /** A word with how telling it is. */
  readonly known: (word: string, weight: string) => string;
  readonly corrected: (word: string, to: string, weight: string) => string;
  readonly missing: (word: string) => string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly confidence: (confidence: string, answeredFrom: string, closestFrom: string) => string;
  readonly score: (share: string) => string;
  readonly index: (all: string, sentence: string) => string;
  readonly around: (neighbours: string, paragraph: string, title: string) => string;
  readonly reading: (margin: string) => string;
  readonly unread: string;
  readonly unsaid: (words: string) => string;
  /** What moderators have taught, and where the articles no longer hold the passage. */
  readonly taughtAs: (question: string) => string;
  readonly taughtGone: string;
}

interface StatsTexts {
  readonly title: (days: number) => string;
  readonly answered: (count: number) => string;
  readonly unsure: (count: number) => string;
  readonly unknown: (count: number) => string;
  readonly questions: string;
  readonly articles: string;
  readonly neverQuoted: string;
}

interface PrivacyTexts {
  /** How much is kept of whoever reads it, and how much was. */
  readonly kept: (questions: number, votes: number) => string;
  readonly forgotten: (questions: number, votes: number) => string;
  /** Where a member's words may stand after they were deleted, and what to do. */
  readonly stays: string;
}

interface UnansweredTexts {
  /** Above the list; 0 for none left. */
  readonly title: (count: number) => string;
  readonly times: (count: number) => string;
  /** When it was asked, where that was once, and where it was several times. */
  readonly once: (time: string) => string;
  readonly between: (first: string, last: string) => string;
  readonly privately: string;
  readonly whatToDo: string;
  /** Where no passage could be taught. */
  readonly nothingToTeach: string;
  readonly taught: (question: string) => string;
  readonly untaught: (question: string) => string;
  readonly dismissed: (question: string) => string;
  /** To who asked, once it is known. */
  readonly nowKnown: (mention: string) => string;
}

interface HelpTexts {
  readonly title: string;
  readonly what: readonly string[];
  readonly privacyTitle: string;
  readonly privacy: readonly string[];
  readonly moderationTitle: string;
  readonly moderation: string;
}

interface NoticeTexts {
  /** Above an answer that took so long that something else had to be said first. */
  readonly answerFollows: string;
  /** A form would have come too late. */
  readonly pressAgain: string;
  readonly unknownCommand: string;
  readonly unknownInteraction: string;
  readonly failed: (id: string) => string;
  readonly answered: (link: string) => string;
  readonly nothingToAnswer: string;
  /** Where a question is now, to who handed it on, whose own it may be. */
  readonly handedOn: (place: string, isOwn: boolean) => string;
  /** What people read before a question: who asks, and who has handed it on; null where that is the same. */
  readonly askedHuman: (asker: string, by: string | null) => string;
}
