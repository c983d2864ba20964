import { findEndWithout } from '../../text/words/questions.ts';
import { WEEKDAYS } from '../../text/words/word-lists.ts';
import { splitWords, type Word } from '../../text/words/words.ts';
import type { LastQuestion } from './antecedent.ts';
import { isTime, type Phrase } from './phrases.ts';
import { classifyWord, isPlural } from './word-classes.ts';

/** The phrase to put into the last question: “in Germany”, “the CCD”. */
export interface NewPhrase {
  readonly text: string;
  readonly words: readonly Word[];
}

const WEEKDAY = new RegExp(`(?:${WEEKDAYS.join('|')}|weekday|holiday)s?\\b`, 'i');
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'within']);

/**
 * Puts `phrase` into the last question, in the place of one of the same kind. Returns null if the question has nothing that could be
 * exchanged.
 */
export function substitutePhrase(phrase: NewPhrase, last: LastQuestion): string | null {
  const { question } = last.exchange;
  const [first] = phrase.words;
  if (first === undefined) return null;
  const isIntroduced = classifyWord(first.folded) === 'preposition';
  if (isIntroduced) return substitutePrepositional(phrase, first.folded, last);
  const number = findNumber(phrase, question);
  if (number !== null) return replaceRange(question, number, phrase.text);
  if (isTime(phrase.text)) return substituteTime(phrase, last);
  const similar = findMostSimilar(phrase, last);
  return similar === null ? null : replaceRange(question, similar, phrase.text);
}

/** Puts “in Germany” in the place of “in France” or “abroad”. Appends it if the question says nothing of the kind. */
function substitutePrepositional(phrase: NewPhrase, preposition: string, last: LastQuestion): string {
  const { question } = last.exchange;
  const isWhen = isTime(phrase.text);
  const said = last.phrases.filter(
    (each) => each.preposition !== null && isTime(question.slice(each.start, each.end)) === isWhen,
  );
  const same = said.findLast((each) => each.preposition?.folded === preposition);
  const other = isWhen ? said.at(-1) : undefined;
  const found = same ?? other;
  if (found?.preposition != null)
    return replaceRange(question, { start: found.preposition.start, end: found.end }, phrase.text);
  const wanted = isWhen ? 'time' : 'place';
  const adverb = splitWords(question).findLast(({ folded }) => classifyWord(folded) === wanted);
  const isExchanged = adverb !== undefined && (isWhen || WHERE.has(preposition));
  return isExchanged ? replaceRange(question, adverb, phrase.text) : appendPhrase(question, phrase.text);
}

function substituteTime({ text }: NewPhrase, last: LastQuestion): string {
  const { question } = last.exchange;
  const said = last.phrases.findLast(({ start, end }) => isTime(question.slice(start, end)));
  if (said !== undefined) return replaceRange(question, said, text);
  if (/^(?:today|tomorrow|yesterday|now)$/i.test(text)) return appendPhrase(question, text);
  return appendPhrase(question, `${WEEKDAY.test(text) ? 'on' : 'in'} ${text}`);
}

/** Finds the number to replace: “3.9” replaces the “4.0” of the question. */
function findNumber({ text }: NewPhrase, question: string): Pick<Word, 'start' | 'end'> | null {
  if (!isNumber(text)) return null;
  return splitWords(question).findLast(({ start, end }) => isNumber(question.slice(start, end))) ?? null;
}

function isNumber(text: string): boolean {
  return /^\d[\d.,]*$/.test(text);
}

/**
 * Finds the phrase to replace: the first with the same head word, else the first of the same kind (both names, or both singular or
 * plural).
 */
function findMostSimilar({ text, words }: NewPhrase, { phrases, exchange }: LastQuestion): Phrase | null {
  const head = findHead(words);
  const isNameToo = ({ start, end }: Phrase): boolean => isName(exchange.question.slice(start, end));
  const isOfSameKind = (phrase: Phrase): boolean =>
    isName(text) ? isNameToo(phrase) : !isNameToo(phrase) && phrase.isPlural === isPlural(head);
  return phrases.find((phrase) => phrase.head === head) ?? phrases.find(isOfSameKind) ?? null;
}

/** Returns the head word of a phrase: “offices” of “offices in Germany”. */
function findHead(words: readonly Word[]): string {
  const head =
    words.find((_, at) => classifyWord(words[at + 1]?.folded ?? '') === 'preposition') ?? words.at(-1);
  return head?.folded ?? '';
}

/**
 * Returns whether a phrase is a name: written with a capital, after “the” if there is one. A capital farther on names something else:
 * “offices in Germany”.
 */
function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text.replace(/^(?:the|an?) /i, ''));
}

function replaceRange(question: string, { start, end }: Pick<Word, 'start' | 'end'>, text: string): string {
  return question.slice(0, start) + text + question.slice(end);
}

/** Appends a phrase before the marks that end the question. */
function appendPhrase(question: string, text: string): string {
  const end = findEndWithout(question, /[\s?.!]/);
  return `${question.slice(0, end)} ${text}${question.slice(end).trim()}`;
}
