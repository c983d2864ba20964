import { pickItem, pickNumber, type Random } from '../kit/random.ts';

/** About sixty function words of English, most frequent first. */
const FUNCTION_WORDS =
  `the of and to in a is that for it as was with be by on not his but at are this have from or
  had an they which one were all their there been has when who will no more if out so what about than into them
  can only other these two may then do any now such our over most after between through where both while under`.split(
    /\s+/,
  );

const ONSETS = 'b c d f g h j k l m n p r s t v w b c d l m n p r s t ch st tr pr br cl th gr sh'.split(' ');
const VOWELS = 'a e i o u a e i o u ai ea ee ou'.split(' ');
const CODAS = [...Array.from({ length: 10 }, () => ''), ...'l m n r s t nd nt rt st'.split(' ')];
/** Endings that stemming removes. */
const ENDINGS = ['', '', '', '', '', 's', 's', 'ed', 'ing', 'ly', 'tion', 'ment', 'er'];
const NAME_SHARE = 0.08;
/** Leaves room for made-up words beside the English ones. */
const MIN_WORDS = 200;

/**
 * Returns how many distinct words a base has: about 40,000 in 100,000 sentences, fewer in a smaller base, by Heaps' law.
 *
 * @see https://en.wikipedia.org/wiki/Heaps%27_law
 */
export function computeVocabularySize(factCount: number): number {
  return Math.max(MIN_WORDS, Math.round(40_000 * (factCount / 100_000) ** 0.6));
}

/**
 * Makes up `size` distinct words, most frequent first: English function words, then made-up words, some of them names with a capital. Every made-up
 * word has at least four letters.
 */
export function makeVocabulary(size: number, random: Random): readonly string[] {
  const words = new Set(FUNCTION_WORDS.slice(0, size));
  while (words.size < size) {
    const word = makeUpWord(random);
    if (word.length >= 4) words.add(random() < NAME_SHARE ? capitalise(word) : word);
  }
  return [...words];
}

/** Returns the word with its first letter in upper case. */
export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function makeUpWord(random: Random): string {
  const syllables = Array.from(
    { length: pickNumber(random, 1, 3) },
    () => pickItem(random, ONSETS) + pickItem(random, VOWELS) + pickItem(random, CODAS),
  );
  return syllables.join('') + pickItem(random, ENDINGS);
}
