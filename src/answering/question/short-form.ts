import type { FactBase } from '../../search/fact-base.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords, type Word } from '../../text/words/words.ts';

/** A short form that a question asks about, and nothing else: “What is the DSC?”, “CCD?”, “what does mtu mean”. */
export interface ShortForm {
  /** The short form as the asker typed it. */
  readonly typed: string;
  readonly folded: string;
  /** Its long form in the articles' front matter, or null if they give none. */
  readonly long: string | null;
}

/** Where a sentence explains a short form. */
export interface ShortFormExplanation {
  /** The long form. */
  readonly span: Span;
  /** Whether the short form is beside the long one: “Customs Cooperation Directorate (CCD)”. */
  readonly isSpeltOut: boolean;
}

/** Words that may accompany the short form in a question that asks for nothing else. */
const ASKING: ReadonlySet<string> = new Set(
  `what which who is are was were s do does did the a an of for by in to be it this that mean means meaning meant stand stands
  stood short long full form abbreviation abbreviated acronym define definition explain describe please`.split(
    /\s+/,
  ),
);
const MEANING: ReadonlySet<string> = new Set(['mean', 'means', 'meant', 'stand', 'stands', 'stood']);
/** Words that may be between a short form and its long form. */
const JOINING: ReadonlySet<string> = new Set(
  'or the a an is are was short for stands stood means abbreviated abbreviation acronym of as also called known'.split(
    ' ',
  ),
);
const MAX_JOINING = 5;
/** A longer form is a word, such as “radiolocation”. No long form is looked for beside it. */
const MAX_LETTERS = 8;
/** A sentence explains a short form where it first says it. One that repeats it a hundred times explains nothing more. */
const MAX_OCCURRENCES = 4;

/** Returns the short form that a question of these words and terms asks about, or null if it asks for anything else. */
export function readShortForm(
  base: FactBase,
  {
    text,
    words,
    terms,
  }: { readonly text: string; readonly words: readonly Word[]; readonly terms: readonly Term[] },
): ShortForm | null {
  const [term, ...more] = terms.filter(
    ({ word }) => !ASKING.has(word.folded) || base.aliases.findLongForm(stem(word.folded)) !== null,
  );
  if (term === undefined || more.length > 0) return null;
  const others = words.map(({ folded }) => folded).filter((folded) => folded !== term.word.folded);
  if (!others.every((word) => ASKING.has(word))) return null;
  // “What does the DSC do?” asks for something else.
  const isDone = others.some((word) => ['do', 'does', 'did'].includes(word));
  if (isDone && !others.some((word) => MEANING.has(word))) return null;
  const long = base.aliases.findLongForm(term.stem);
  return long === null && splitLetters(term.folded).length > MAX_LETTERS
    ? null
    : { typed: text.slice(term.word.start, term.word.end), folded: term.folded, long };
}

/** Finds where a sentence explains a short form, or null if it does not. */
export function findExplanation(
  text: string,
  { folded, long }: Pick<ShortForm, 'folded' | 'long'>,
): ShortFormExplanation | null {
  return createExplanationFinder({ folded, long })(text);
}

/** Creates a function that does the same for many sentences, and reads the long form once. */
export function createExplanationFinder({
  folded,
  long,
}: Pick<ShortForm, 'folded' | 'long'>): (text: string) => ShortFormExplanation | null {
  const wanted = splitWords(long ?? '').map((word) => stem(word.folded));
  return (text) => {
    // Splitting a thousand Chinese characters into words takes milliseconds. No short form is written without capitals.
    if (wanted.length === 0 && !/\p{Lu}/u.test(text)) return null;
    const words = splitWords(text);
    const indexes = [...words.keys()].filter((index) => isShortForm(text, words, { index, folded }));
    for (const index of indexes.slice(0, MAX_OCCURRENCES)) {
      const speltOut = findLongFormBeside(text, words, index);
      if (speltOut !== null) return { span: speltOut, isSpeltOut: true };
    }
    const named = findOccurrence(wanted, words);
    return named && { span: named, isSpeltOut: false };
  };
}

/**
 * Returns whether a sentence says all content words of the long form in the front matter, in any order: “the system of the port” for *port
 * system*. The long form must have at least two.
 */
export function saysLongForm(text: string, { long }: Pick<ShortForm, 'long'>): boolean {
  const wanted = collectTellingStems(long ?? '');
  const said = collectTellingStems(text);
  return wanted.size >= 2 && [...wanted].every((stemmed) => said.has(stemmed));
}

function collectTellingStems(text: string): ReadonlySet<string> {
  const telling = splitWords(text).filter(({ folded }) => !isFunctionWord(folded));
  return new Set(telling.map(({ folded }) => stem(folded)));
}

/** Returns whether the word at `index` is the short form, and written as one: with at least two capitals. */
function isShortForm(
  text: string,
  words: readonly Word[],
  { index, folded }: { readonly index: number; readonly folded: string },
): boolean {
  const word = words[index];
  return word?.folded === folded && /\p{Lu}.*\p{Lu}/u.test(text.slice(word.start, word.end));
}

/** Finds the words right before or after a short form whose initials are its letters. */
function findLongFormBeside(text: string, words: readonly Word[], index: number): Span | null {
  const letters = splitLetters(words[index]?.folded ?? '');
  if (letters.length > MAX_LETTERS) return null;
  const after = skipJoining(words, index, 1);
  if (isParted(text, words, index, after)) {
    const last = spells(words, after, letters);
    if (last !== null) return toSpan(words, after, last);
  }
  const before = skipJoining(words, index, -1);
  if (!isParted(text, words, before, index)) return null;
  for (let from = before; from >= Math.max(0, before - 2 * letters.length); from--)
    if (spells(words, from, letters) === before) return toSpan(words, from, before);
  return null;
}

function skipJoining(words: readonly Word[], index: number, step: 1 | -1): number {
  let next = index + step;
  for (let skipped = 0; skipped < MAX_JOINING && JOINING.has(words[next]?.folded ?? ''); skipped++)
    next += step;
  return next;
}

/** Returns whether a sign or a word separates a short form from its long one. */
function isParted(text: string, words: readonly Word[], left: number, right: number): boolean {
  return right - left > 1 || /\S/.test(text.slice(words[left]?.end ?? 0, words[right]?.start ?? 0));
}

/**
 * Returns the place of the last of the words from `from` on whose initials are `letters`, or null if they differ. Small words may be left
 * out.
 */
function spells(words: readonly Word[], from: number, letters: readonly string[]): number | null {
  // Each small word may be left out or not. Instead of all combinations, this keeps the places where the letters so far can end.
  let ends: readonly number[] = [from - 1];
  for (const [step, letter] of letters.entries()) {
    const next = ends.flatMap((end) => {
      const isSmall = step > 0 && isFunctionWord(words[end + 1]?.folded ?? '');
      return isSmall ? [end + 1, end + 2] : [end + 1];
    });
    ends = [...new Set(next)].filter((index) => words[index]?.folded.startsWith(letter));
  }
  return ends[0] ?? null;
}

function splitLetters(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]/gu) ?? [];
}

/** Finds where the words with these stems follow each other, in any of their forms. */
function findOccurrence(wanted: readonly string[], words: readonly Word[]): Span | null {
  if (wanted.length === 0 || wanted.length > words.length) return null;
  const stems = words.map(({ folded }) => stem(folded));
  const first = stems.findIndex((_, index) =>
    wanted.every((stemmed, step) => stems[index + step] === stemmed),
  );
  return first < 0 ? null : toSpan(words, first, first + wanted.length - 1);
}

function toSpan(words: readonly Word[], first: number, last: number): Span {
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}
