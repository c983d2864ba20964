import type { FactBase } from '../../search/fact-base.ts';
import type { Term } from '../../search/words/terms.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { isForeignFunctionWord, isFunctionWord, isGeneralWord } from '../../text/words/function-words.ts';
import { isSlip } from '../../text/words/slips.ts';
import { stem } from '../../text/words/stems.ts';
import { findWords, splitWords, type Word } from '../../text/words/words.ts';
import { type AnswerType, readAnswerType } from './answer-type.ts';
import { readShortForm, type ShortForm } from './short-form.ts';
import { stripGreeting } from './small-talk.ts';

/** A question as the fact base understands it. */
export interface Question {
  readonly base: FactBase;
  /** All that was asked, of any length, with its white space folded and without invisible characters. */
  readonly whole: string;
  /** The beginning of `whole`: at most {@link MAX_QUESTION_CHARS}. Nothing but this is read. */
  readonly asked: string;
  /** The same with “what is” for “whats”. All places of words count in this text. */
  readonly text: string;
  /** The same in as many characters, its words in lower case but for those that the articles write with a capital alone. */
  readonly spelt: string;
  /** Its words without a greeting before them, thanks after them, and addresses. */
  readonly typed: readonly Word[];
  /** The same with mistyped small words mended. */
  readonly words: readonly Word[];
  readonly asksFor: AnswerType;
  /** Its distinct content words in the order they were asked; empty where it has none. */
  readonly terms: readonly Term[];
  /** The short form that it asks about by itself; null where it asks for anything else. */
  readonly shortForm: ShortForm | null;
  /** Whether it is in a language that the articles do not have: they know hardly any of its words. */
  readonly isOtherLanguage: boolean;
}

/** Questions are cut to this length (Discord allows 6,000 characters), because every step takes time per word; in Chinese each character is one. */
const MAX_QUESTION_CHARS = 2_000;
/** The reader needs 0.3 s for 10,000 characters. */
const MAX_READ_CHARS = 1_000;

/** Invisible characters that are pasted along with words and split them: zero-width spaces, soft hyphens. */
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
/** What people write beside a question, and what asks nothing: “@bot”, “/ask”, “1.” or “Q:” before it, and addresses. */
const ASIDES = /^(?:@[\w.]{2,32}|\/ask|\d+[.)]|q(?:uestion)?:)(?=\s)|\bhttps?:\/\/[^\s)>\]]+/gi;

/** Marks of emphasis, quotes and headings. */
const MARKDOWN = /[*_~|`]+|^[>#]+(?= )/g;

/** Reads a question of any length and content; nothing in `text` makes it fail. Short common words of English are never taken for mistyped ones. */
export function readQuestion(base: FactBase, text: string): Question {
  const whole = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  const asked = cut(whole, MAX_QUESTION_CHARS);
  const folded = expandContractions(asked);
  const typed = stripGreeting(splitWords(blankOut(folded, ASIDES)));
  const spelt = spellLikeArticles(base, folded);
  const isForeign = isOtherLanguage(base, typed);
  const isWord = (word: string): boolean => isForeign || base.lexicon.knowsWord(word) || isEnglishWord(word);
  const words = mendSmallWords(typed, { isWord, isName: ({ start }) => hasCapital(spelt, start) });
  const capitals = readCapitals(base, folded, words);
  const asking = words.filter(({ start }) => capitals.every(({ word }) => word.start !== start));
  const read = words.every(isNumber) ? [] : base.readTerms(asking, isEnglishWord);
  const others = isForeign ? read.map(undoCorrection) : read;
  const terms = [...dropGeneralWords(others), ...capitals].toSorted((a, b) => a.word.start - b.word.start);
  return {
    base,
    whole,
    asked,
    text: folded,
    spelt,
    typed,
    words,
    asksFor: readAnswerType(asking),
    terms,
    shortForm: readShortForm(base, { text: folded, words, terms }),
    isOtherLanguage: isForeign,
  };
}

/** Names and figures are the same in many languages. */
const MOST_KNOWN = 0.4;

/** Whether most small words are of another language, and the articles know hardly any of the others. */
function isOtherLanguage(base: FactBase, words: readonly Word[]): boolean {
  const small = words.filter(({ folded }) => isFunctionWord(folded));
  const foreign = small.filter(({ folded }) => isForeignFunctionWord(folded));
  if (foreign.length <= small.length / 2) return false;
  const telling = words.filter(({ folded }) => !isFunctionWord(folded));
  const known = telling.filter(({ folded }) => base.lexicon.knowsWord(folded));
  return telling.length > 0 && known.length <= MOST_KNOWN * telling.length;
}

/** Undoes corrections of words in Latin letters, which are words of the other language. Other scripts keep theirs: those match words of the same script alone. */
function undoCorrection(term: Term): Term {
  if (term.kind !== 'corrected' || !/^\p{Script=Latin}/u.test(term.word.folded)) return term;
  const { folded } = term.word;
  return { ...term, kind: 'missing', folded, stem: stem(folded) };
}

/** That no article says “allowed” tells nothing of what is asked. */
function dropGeneralWords(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(({ kind, word }) => kind === 'known' || !isGeneralWord(word.folded));
  return telling.length === 0 ? terms : telling;
}

/** “Whats”, “what’s” and “what is” ask the same. */
const CONTRACTION = /(?<![\p{L}\p{N}])(what|where|who|how|when|why)['’]?s(?![\p{L}\p{N}'’])/giu;

function expandContractions(text: string): string {
  return text.replace(CONTRACTION, '$1 is');
}

/** The aliases that are spelt like small words, “WHO”, “IT”: written in capitals, where not all is. */
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

/** “42” by itself asks nothing, though an article may hold it. */
function isNumber({ folded }: Word): boolean {
  return /^[\p{N}.,]+$/u.test(folded);
}

/** The first `maxChars` of a text, without a word that they cut through. */
function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = text.lastIndexOf(' ', maxChars);
  return text.slice(0, end > 0 ? end : maxChars);
}

/** `text` with blanks for what `pattern` finds, so that words keep their places. */
function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

/** The question with its misspelt words replaced by what they were read as; null where nothing was corrected. */
export function correctTypos({ text, typed, words, terms }: Question): string | null {
  const corrected = new Map(
    terms.filter(({ kind }) => kind === 'corrected').map(({ word, folded }) => [word.folded, folded]),
  );
  const meant = words.map(({ folded }, index) => {
    const read = corrected.get(folded) ?? folded;
    return read === typed[index]?.folded ? null : read;
  });
  return meant.every((word) => word === null) ? null : replaceWords(text, words, meant);
}

/**
 * The question for a reader who knows none of the base's short forms: corrected, each with its long form instead, without
 * what stands before it, marks it or ends it: however somebody ends a question, the answer is the same.
 */
export function spellOutQuestion({ base, spelt, typed, words, terms }: Question): string {
  const termOf = new Map(terms.map((term) => [term.word.folded, term]));
  const meant = words.map(({ folded, start }, index) => {
    const found = termOf.get(folded);
    // “Who leads the WHO?”: one of them is the alias.
    const term = isFunctionWord(folded) && found?.word.start !== start ? undefined : found;
    const long = term === undefined ? null : base.aliases.findLongForm(term.stem);
    const read = long ?? term?.folded ?? folded;
    return read === typed[index]?.folded ? null : read;
  });
  const plain = blankOut(blankOut(spelt, ASIDES), MARKDOWN).slice(0, words.at(-1)?.end ?? 0);
  return cut(replaceWords(plain, words, meant).slice(words[0]?.start ?? 0), MAX_READ_CHARS);
}

/** The weight of the words asked whose places among the question's terms are `said`, as a share of all: 0 to 1. */
export function weighSaidTerms({ base, terms }: Question, said: ReadonlySet<number>): number {
  const weightOf = (counted: readonly Term[]): number =>
    counted.reduce((sum, term) => sum + base.idf(term.stem), 0);
  const all = weightOf(terms);
  return all === 0 ? 0 : weightOf(terms.filter((_, place) => said.has(place))) / all;
}

/** `text` with what is not null in place of each word. */
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

/** Whether the articles write a word asked like a name: with a capital alone. */
export function isWrittenAsName({ spelt }: Question, { word }: Term): boolean {
  return hasCapital(spelt, word.start);
}

function hasCapital(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** However somebody types a question, it reads alike: capitals are the articles' own. */
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

/** What questions are made of beside their subject; of several one slip away the first is taken: “thr” is *the*, not *her*. */
const SMALL_WORDS =
  `what when where which who whom whose why how many much there is are was were do does did has have had can could will would
  should the of in to for and with from that this on at by it its their his her he she they be been being used about into
  after before during between than not as an or if so up out no we you most more some any all other`.split(
    /\s+/,
  );

/**
 * `words` with mistyped small words mended: “wich”, “hwat”, “msny”, “rhe”. Only such are touched as are no words, neither of the
 * articles nor of the language (`isWord`), and not written like a name.
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

/** Of so short words too many are one letter away: what two letters were meant to be, two must be left of. */
function canBe(typed: string, meant: string): boolean {
  return meant.length > 2 ? typed.length > 2 : typed.length === 2;
}
