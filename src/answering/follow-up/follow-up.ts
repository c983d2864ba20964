import type { Article, Fact } from '../../knowledge/article/article.ts';
import { shorten } from '../../text/layout/printable.ts';
import { findEndWithout } from '../../text/words/questions.ts';
import { foldText, splitWords, type Word } from '../../text/words/words.ts';
import { correctTypos, type Question, readQuestion } from '../question/question.ts';
import { findAntecedents, type LastQuestion } from './antecedent.ts';
import type { Exchange, FollowUp, Reading } from './exchange.ts';
import { type FollowUpForm, readFollowUpForm } from './follow-up-form.ts';
import { readPhrases } from './phrases.ts';
import { rephraseQuestion } from './rephrase-question.ts';
import { substitutePhrase } from './substitute-phrase.ts';

/** The quote in “Who said: “…”?” only needs to be recognised. */
const MAX_QUOTE_CHARS = 120;
/** How much of a paragraph is read on each side of a sentence. A text file may be a single paragraph. */
const AROUND_CHARS = 2_000;

/**
 * Reads a question as a follow-up of the last exchange. Returns null if it stands by itself, or the article that answered is gone. After
 * a question without an answer, only a text that says nothing by itself (“when?”, “and in Germany?”) is a follow-up.
 */
export function readFollowUp(question: Question, exchange: Exchange): FollowUp | null {
  const { base } = question;
  const { fact, isLatest } = exchange;
  const corrected = correctQuestion(question);
  const form = readFollowUpForm(corrected.words, (word) => isWrittenAsName(corrected.text, word));
  const article = base.findArticle(fact.path);
  if (form === null || article === undefined) return null;
  if (!isLatest && (form.kind === 'pronoun' || form.kind === 'continuation')) return null;
  if (form.kind === 'pronoun' && isElsewhere(corrected, fact)) return null;
  const said = ` ${[article.title, fact.text, readTextAround(article, fact)].map(foldText).join(' . ')} `;
  const phrases = readPhrases(exchange.question, { isSaid: (phrase) => said.includes(` ${phrase} `) });
  const text = applySpelling(corrected.text, (word) => base.spellings.findSpelling(word, article));
  const last = { exchange, phrases, title: article.title };
  return { question, ...resolveFollowUp(form, { typed: question.typed, text, last }) };
}

/** Returns what the paragraph says before and after a sentence. */
function readTextAround({ paragraphs }: Article, { paragraph, start, end }: Fact): string {
  const text = paragraphs[paragraph - 1]?.text ?? '';
  return text.slice(Math.max(0, start - AROUND_CHARS), end + AROUND_CHARS);
}

/**
 * Returns whether the article lacks most of the words, so that a pronoun refers to no one in it: “When did they stop making jello pudding
 * pops?” One or two words tell nothing.
 */
function isElsewhere({ base, terms }: Question, { path }: Fact): boolean {
  const said = base.countSaid(
    path,
    terms.map((term) => term.stem),
  );
  return terms.length > 2 && said * 2 < terms.length;
}

interface FollowUpText {
  /** The text as the asker typed it, with its white space folded. */
  readonly typed: string;
  /** The same without typos, spelt as the article spells it. */
  readonly text: string;
  readonly last: LastQuestion;
}

type ResolvedFollowUp = Omit<FollowUp, 'question'>;

function resolveFollowUp(form: FollowUpForm, texts: FollowUpText): ResolvedFollowUp {
  const { exchange } = texts.last;
  switch (form.kind) {
    case 'speaker': {
      const text = `Who said: “${shortenQuote(exchange.fact.text)}”?`;
      const fullQuestion = exchange.question;
      return createFollowUp({ understoodAs: text, text, fullQuestion }, { kind: 'speaker' });
    }
    case 'question-word': {
      const { clean, rough } = rephraseQuestion(form.words, exchange.question);
      return createFollowUp(clean === null ? toCombinedReading(texts, rough) : toFullReading(clean), {
        isBare: true,
      });
    }
    case 'phrase':
      return resolvePhrase(form.words, texts);
    case 'pronoun':
      return resolvePronoun(form, texts);
    case 'continuation': {
      const reading = toFullReading(texts.text.slice(form.words[0]?.start ?? 0));
      return createFollowUp({ ...reading, understoodAs: null }, {});
    }
  }
}

function resolvePhrase(words: readonly Word[], texts: FollowUpText): ResolvedFollowUp {
  const { last, text } = texts;
  const exchanged = sliceWords(text, words);
  const question = substitutePhrase({ words, text: exchanged }, last);
  const rough = `${exchanged} ${last.exchange.question}`;
  return createFollowUp(question === null ? toCombinedReading(texts, rough) : toFullReading(question), {
    exchanged,
  });
}

/** Returns a reading for each antecedent that the pronoun may stand for. */
function resolvePronoun(
  { words, pronoun }: Extract<FollowUpForm, { readonly kind: 'pronoun' }>,
  texts: FollowUpText,
): ResolvedFollowUp {
  const { last, text } = texts;
  const start = words[0]?.start ?? 0;
  const [first, ...more] = findAntecedents(pronoun.folded, last).map((meant) =>
    toFullReading(text.slice(start, pronoun.start) + meant + text.slice(pronoun.end)),
  );
  const rough = `${sliceWords(text, words)} ${last.exchange.question}`;
  if (first === undefined) return createFollowUp(toCombinedReading(texts, rough), {});
  return { ...createFollowUp(first, {}), readings: [first, ...more] };
}

function createFollowUp(
  reading: Reading,
  rest: Partial<Omit<ResolvedFollowUp, 'readings'>>,
): ResolvedFollowUp {
  return { kind: 'question', exchanged: '', isBare: false, ...rest, readings: [reading] };
}

function toFullReading(words: string): Reading {
  const text = toSentence(words);
  return { understoodAs: text, text, fullQuestion: text };
}

/** Combines both texts, if they make no sentence. */
function toCombinedReading({ typed, last }: FollowUpText, rough: string): Reading {
  const { question } = last.exchange;
  return { understoodAs: `${typed} — ${question}`, text: rough, fullQuestion: question };
}

/** Shortens a quoted fact so that it can still be recognised, without quotation marks inside. */
function shortenQuote(fact: string): string {
  return shorten(fact.replace(/[“”"]/g, '').replace(/\s+/g, ' '), MAX_QUOTE_CHARS);
}

function toSentence(words: string): string {
  const text = words
    .slice(0, findEndWithout(words, /[\s?.!]/))
    .trimStart()
    .replace(/\bi\b/g, 'I');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}?`;
}

/** Reads the question again with its typos corrected. */
function correctQuestion(question: Question): Question {
  const readAs = correctTypos(question);
  return readAs === null ? question : readQuestion(question.base, readAs);
}

function isWrittenAsName(text: string, { start }: Word): boolean {
  return /^\p{Lu}/u.test(text.slice(start));
}

function sliceWords(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

/**
 * Spells the lower-case words of a text as `spellingOf` does, in as many letters. Words for which it returns null, and short ones, stay.
 */
export function applySpelling(text: string, spellingOf: (word: string) => string | null): string {
  return splitWords(text).reduce((done, { start, end }) => {
    const typed = done.slice(start, end);
    const written = /^\p{Ll}[\p{L}\p{N}]{2,}$/u.test(typed) ? spellingOf(typed) : null;
    return written === null ? done : done.slice(0, start) + written + done.slice(end);
  }, text);
}
