import type { WordVectors } from '../src/learned/word-vectors.ts';
import { endWithout } from '../src/text/ends.ts';
import { isFunctionWord } from '../src/text/function-words.ts';
import { foldWord, splitWords } from '../src/text/words.ts';
import { pick } from './random.ts';

/** Each content word stands for another one in so many of the cases. */
const SWAPPED = 0.5;
/** Each word of four letters and more is misspelt in so many of the cases. */
const MISSPELT = 0.25;

/** The question in other words: content words give way to words that are used alike; names stay. */
export function inOtherWords(question: string, vectors: WordVectors, random: () => number): string {
  return replaceWords(question, (word, folded, isFirst) => {
    if (
      isFunctionWord(folded) ||
      /\d/.test(word) ||
      (!isFirst && /^\p{Lu}/u.test(word)) ||
      random() > SWAPPED
    )
      return word;
    const others = vectors.neighbours(vectors.indexOf(folded));
    return others.length === 0 ? word : vectors.wordAt(pick(others, random));
  });
}

/**
 * The question about something else, so that what answered it no longer does: one of its words gives way to one of `others`
 * of the same kind, a name to a name, a number to a number, that `holds` does not hold of its paragraph; null where none fits.
 */
export function aboutAnother(
  question: string,
  others: readonly string[],
  { holds, random }: { readonly holds: (folded: string) => boolean; readonly random: () => number },
): string | null {
  const replaceable = splitWords(question).filter(
    ({ folded, start }) => start > 0 && !isFunctionWord(folded) && holds(folded),
  );
  if (replaceable.length === 0) return null;
  const names = replaceable.filter(({ start }) => kindOf(question.slice(start)) !== 'word');
  const { start, end } = pick(names.length > 0 ? names : replaceable, random);
  const kind = kindOf(question.slice(start));
  const fitting = others.filter((other) => kindOf(other) === kind && !holds(foldWord(other)));
  return fitting.length === 0 ? null : question.slice(0, start) + pick(fitting, random) + question.slice(end);
}

function kindOf(word: string): 'name' | 'number' | 'word' {
  if (/^\d/.test(word)) return 'number';
  return /^\p{Lu}/u.test(word) ? 'name' : 'word';
}

/** The question as someone types it into a search box: without capitals and question mark. */
export function asSearched(question: string): string {
  return question.slice(0, endWithout(question, /[\s?]/)).toLowerCase();
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The question as someone types it in a hurry: letters swapped, doubled, left out, or the key beside hit. */
export function mistyped(question: string, random: () => number): string {
  return replaceWords(question, (word) => {
    if (word.length < 4 || random() > MISSPELT) return word;
    const at = 1 + Math.floor(random() * (word.length - 1));
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    const slips = [
      before + after,
      before + letter + letter + after,
      before + keyBeside(letter, random) + after,
      before.slice(0, -1) + letter + before.slice(-1) + after,
    ];
    return pick(slips, random);
  });
}

function keyBeside(letter: string, random: () => number): string {
  const row = KEYS.find((keys) => keys.includes(letter));
  if (row === undefined) return letter;
  const at = row.indexOf(letter);
  return pick(
    [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== ''),
    random,
  );
}

function replaceWords(
  text: string,
  replace: (word: string, folded: string, isFirst: boolean) => string,
): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { folded, start, end } of splitWords(text)) {
    pieces.push(text.slice(done, start), replace(text.slice(start, end), folded, start === 0));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}
