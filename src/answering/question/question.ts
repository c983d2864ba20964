import type { FactBase } from '../../search/fact-base.ts';
import type { Term } from '../../search/words/terms.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { stripGreeting } from '../../text/words/filler-phrases.ts';
import { expandContractions } from '../../text/words/questions.ts';
import { isSlip } from '../../text/words/slips.ts';
import { stem } from '../../text/words/stems.ts';
import { isForeignFunctionWord, isFunctionWord, isGeneralWord } from '../../text/words/word-lists.ts';
import { findWords, splitWords, type Word } from '../../text/words/words.ts';
import { type AnswerType, readAnswerType } from './answer-type.ts';
import { readShortForm, type ShortForm } from './short-form.ts';

/** A question as understood against a fact base. */
export interface Question {
  readonly base: FactBase;
  /** The whole text of the asker, of any length, with its white space folded and without invisible characters. */
  readonly whole: string;
  /** The text as the asker typed it: the beginning of `whole`, at most {@link MAX_QUESTION_CHARS}. Only this part is read. */
  readonly typed: string;
  /** The same with “what is” for “whats”. The places of all words count in this text. */
  readonly text: string;
  /** The same text in as many characters. Its words are in lower case, except for those that the articles only write with a capital. */
  readonly spelt: string;
  /** Its words, without a greeting before them, thanks after them, and addresses. */
  readonly typedWords: readonly Word[];
  /** The same words with mistyped small words corrected. */
  readonly words: readonly Word[];
  readonly asksFor: AnswerType;
  /** Its distinct content words in the order they were asked; empty if it has none. */
  readonly terms: readonly Term[];
  /** The short form that the question asks about, and nothing else, or null if it asks for anything else. */
  readonly shortForm: ShortForm | null;
  /** Whether the question is in a language that the articles do not have: they know hardly any of its words. */
  readonly isOtherLanguage: boolean;
}

/**
 * Questions are cut to this length (Discord allows 6,000 characters), because every step takes time per word. In Chinese each character
 * is a word.
 */
const MAX_QUESTION_CHARS = 2_000;
/** The reader needs 0.3 s for 10,000 characters. */
const MAX_READ_CHARS = 1_000;

/** Invisible characters that are pasted along with words and split them: zero-width spaces, soft hyphens. */
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
/** What people write around a question without asking anything: “@bot”, “/ask”, “1.” or “Q:” before it, and addresses. */
const ASIDES = /^(?:@[\w.]{2,32}|\/ask|\d+[.)]|q(?:uestion)?:)(?=\s)|\bhttps?:\/\/[^\s)>\]]+/gi;

/** Marks of emphasis, quotations and headings. */
const MARKDOWN = /[*_~|`]+|^[>#]+(?= )/g;

/** Reads a question of any length and content. Never throws for any `rawText`. Short common words of English never count as typos. */
export function readQuestion(base: FactBase, rawText: string): Question {
  const whole = rawText.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  const typed = cut(whole, MAX_QUESTION_CHARS);
  const text = expandContractions(typed);
  const typedWords = stripGreeting(splitWords(blankOut(text, ASIDES)));
  const spelt = spellLikeArticles(base, text);
  const isForeign = isOtherLanguage(base, typedWords);
  const isWord = (word: string): boolean => isForeign || base.knowsWord(word) || isEnglishWord(word);
  const words = mendSmallWords(typedWords, { isWord, isName: ({ start }) => hasCapital(spelt, start) });
  const capitalTerms = readCapitals(base, text, words);
  const otherWords = words.filter(({ start }) => capitalTerms.every(({ word }) => word.start !== start));
  const readTerms = words.every(isNumber) ? [] : base.readTerms(otherWords, isEnglishWord);
  const otherTerms = dropGeneralWords(isForeign ? readTerms.map(undoCorrection) : readTerms);
  const terms = [...otherTerms, ...capitalTerms].toSorted((a, b) => a.word.start - b.word.start);
  return {
    base,
    whole,
    typed,
    text,
    spelt,
    typedWords,
    words,
    asksFor: readAnswerType(otherWords),
    terms,
    shortForm: readShortForm(base, { text, words, terms }),
    isOtherLanguage: isForeign,
  };
}

/** At most this share of the words may be known. Names and figures are the same in many languages, so it is not 0. */
const MAX_KNOWN_SHARE = 0.4;

/** Returns whether most small words are of another language, and the articles know hardly any of the other words. */
function isOtherLanguage(base: FactBase, words: readonly Word[]): boolean {
  const small = words.filter(({ folded }) => isFunctionWord(folded));
  const foreign = small.filter(({ folded }) => isForeignFunctionWord(folded));
  if (foreign.length <= small.length / 2) return false;
  const telling = words.filter(({ folded }) => !isFunctionWord(folded));
  const known = telling.filter(({ folded }) => base.knowsWord(folded));
  return telling.length > 0 && known.length <= MAX_KNOWN_SHARE * telling.length;
}

/**
 * Undoes the correction of a word in Latin letters, which is a word of the other language. Words in other scripts keep theirs, as they
 * only match words of the same script.
 */
function undoCorrection(term: Term): Term {
  if (term.kind !== 'corrected' || !/^\p{Script=Latin}/u.test(term.word.folded)) return term;
  const { folded } = term.word;
  return { ...term, kind: 'missing', folded, stem: stem(folded) };
}

/** Drops missing words that are too general to tell anything, such as “allowed”, unless there are no others. */
function dropGeneralWords(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(({ kind, word }) => kind === 'known' || !isGeneralWord(word.folded));
  return telling.length === 0 ? terms : telling;
}

/** Reads the aliases that are spelt like small words, such as “WHO” or “IT”: words in capitals, unless the whole text is. */
function readCapitals(base: FactBase, text: string, words: readonly Word[]): readonly Term[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return words.flatMap((word) => {
    const { folded, start, end } = word;
    if (!isFunctionWord(folded) || !/^\p{Lu}{2,}$/u.test(text.slice(start, end))) return [];
    const stemmed = stem(folded);
    return base.aliases.findLongForm(stemmed) === null
      ? []
      : [{ kind: 'known', word, folded, stem: stemmed } as const];
  });
}

/** Returns whether a word is a number. “42” by itself asks nothing, though an article may hold it. */
function isNumber({ folded }: Word): boolean {
  return /^[\p{N}.,]+$/u.test(folded);
}

/** Returns the first `maxChars` of a text, without a word that this length would cut through. */
function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = text.lastIndexOf(' ', maxChars);
  return text.slice(0, end > 0 ? end : maxChars);
}

/** Replaces what `pattern` finds by blanks, so that words keep their places. */
function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

/**
 * Returns the question with its typos corrected, or null if nothing was corrected. An English word for which the articles only have a
 * similar one, such as “hacker” for “hacked”, is no typo.
 */
export function correctTypos({ text, typedWords, words, terms }: Question): string | null {
  const corrected = new Map(terms.filter(isTypo).map(({ word, folded }) => [word.folded, folded]));
  const meant = words.map(({ folded }, index) => {
    const read = corrected.get(folded) ?? folded;
    return read === typedWords[index]?.folded ? null : read;
  });
  return meant.every((word) => word === null) ? null : replaceWords(text, words, meant);
}

function isTypo({ kind, word }: Term): boolean {
  return kind === 'corrected' && !isEnglishWord(word.folded);
}

/**
 * Returns the question for the encoders, which know none of the base's short forms. Its typos are corrected and its short forms replaced
 * by the long ones. What precedes, marks or ends it is dropped, so that the answer is the same however somebody ends a question.
 */
export function spellOutQuestion({ base, spelt, typedWords, words, terms }: Question): string {
  const termOf = new Map(terms.map((term) => [term.word.folded, term]));
  const meant = words.map(({ folded, start }, index) => {
    const found = termOf.get(folded);
    // “Who leads the WHO?”: only one of the two is the alias.
    const term = isFunctionWord(folded) && found?.word.start !== start ? undefined : found;
    const long = term === undefined ? null : base.aliases.findLongForm(term.stem);
    const read = long ?? term?.folded ?? folded;
    return read === typedWords[index]?.folded ? null : read;
  });
  const plain = blankOut(blankOut(spelt, ASIDES), MARKDOWN).slice(0, words.at(-1)?.end ?? 0);
  return cut(replaceWords(plain, words, meant).slice(words[0]?.start ?? 0), MAX_READ_CHARS);
}

/** Computes the weight of the terms whose places are in `said`, as a share of the weight of all terms: 0 to 1. */
export function weighSaidTerms({ base, terms }: Question, said: ReadonlySet<number>): number {
  const weightOf = (counted: readonly Term[]): number =>
    counted.reduce((sum, term) => sum + base.idf(term.stem), 0);
  const all = weightOf(terms);
  return all === 0 ? 0 : weightOf(terms.filter((_, index) => said.has(index))) / all;
}

/** Replaces each word by its counterpart in `others`, unless that is null. */
function replaceWords(text: string, words: readonly Word[], others: readonly (string | null)[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const [index, { start, end }] of words.entries()) {
    const other = others[index] ?? null;
    if (other === null) continue;
    pieces.push(text.slice(done, start), other);
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

/** Returns whether the articles write a term like a name: only with a capital. */
export function isWrittenAsName({ spelt }: Question, { word }: Term): boolean {
  return hasCapital(spelt, word.start);
}

function hasCapital(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Spells a text with the articles' capitals, so that a question reads the same however somebody types it. */
function spellLikeArticles(base: FactBase, text: string): string {
  let spelt = '';
  let from = 0;
  for (const { start, end } of findWords(text)) {
    const lower = text.slice(start, end).toLowerCase();
    const written = base.lexicon.findName(lower) ?? lower;
    spelt += text.slice(from, start) + (written.length === end - start ? written : text.slice(start, end));
    from = end;
  }
  return spelt + text.slice(from);
}

/**
 * The words that questions are made of, besides their subject. Of several words one slip away, the first one is taken: “thr” is *the*,
 * not *her*.
 */
const SMALL_WORDS =
  `what when where which who whom whose why how many much there is are was were do does did has have had can could will would
  should the of in to for and with from that this on at by it its their his her he she they be been being used about into
  after before during between than not as an or if so up out no we you most more some any all other`.split(
    /\s+/,
  );

/**
 * Corrects mistyped small words: “wich”, “hwat”, “msny”, “rhe”. It leaves names alone, and words of the articles or of the language
 * (`isWord`).
 */
export function mendSmallWords(
  words: readonly Word[],
  {
    isWord,
    isName,
  }: { readonly isWord: (folded: string) => boolean; readonly isName: (word: Word) => boolean },
): readonly Word[] {
  return words.map((word) => {
    const { folded } = word;
    if (folded.length < 2 || isFunctionWord(folded) || isName(word) || isWord(folded)) return word;
    const meant = SMALL_WORDS.find((small) => isSlip(folded, small) && canBe(folded, small));
    return meant === undefined ? word : { ...word, folded: meant };
  });
}

/** Returns whether a typed word is long enough for its correction. Too many short words are one letter away from each other. */
function canBe(typed: string, meant: string): boolean {
  return meant.length > 2 ? typed.length > 2 : typed.length === 2;
}
