import type { WordVectors } from '../src/learned/word-vectors.ts';
import { isFunctionWord } from '../src/text/function-words.ts';
import { splitWords } from '../src/text/words.ts';
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
