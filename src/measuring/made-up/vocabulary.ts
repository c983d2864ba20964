import { between, pick, type Random } from '../kit/random.ts';

/** The sixty or so most frequent words of English that shape sentences, most frequent first. */
const FUNCTION_WORDS =
  `the of and to in a is that for it as was with be by on not his but at are this have from or
  had an they which one were all their there been has when who will no more if out so what about than into them
  can only other these two may then do any now such our over most after between through where both while under`.split(
    /\s+/,
  );

const ONSETS = 'b c d f g h j k l m n p r s t v w b c d l m n p r s t ch st tr pr br cl th gr sh'.split(' ');
const VOWELS = 'a e i o u a e i o u ai ea ee ou'.split(' ');
const CODAS = [...Array.from({ length: 10 }, () => ''), ...'l m n r s t nd nt rt st'.split(' ')];
/** So that stemming has something to take off. */
const ENDINGS = ['', '', '', '', '', 's', 's', 'ed', 'ing', 'ly', 'tion', 'ment', 'er'];
const NAME_SHARE = 0.08;
/** Enough for made-up words beside the English ones. */
const MIN_WORDS = 200;

/**
 * A base of 100,000 sentences of articles holds some 40,000 words; a smaller one fewer, by Heaps' law.
 *
 * @see https://en.wikipedia.org/wiki/Heaps%27_law
 */
export function vocabularySize(factCount: number): number {
  return Math.max(MIN_WORDS, Math.round(40_000 * (factCount / 100_000) ** 0.6));
}

/**
 * `size` distinct words, most frequent first: English function words, then made-up ones, among them names with a
 * capital. Every made-up word has at least four letters.
 */
export function makeVocabulary(size: number, random: Random): readonly string[] {
  const words = new Set(FUNCTION_WORDS.slice(0, size));
  while (words.size < size) {
    const word = makeUpWord(random);
    if (word.length >= 4) words.add(random() < NAME_SHARE ? capitalised(word) : word);
  }
  return [...words];
}

/** With its first letter in upper case. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function makeUpWord(random: Random): string {
  const syllables = Array.from(
    { length: between(random, 1, 3) },
    () => pick(random, ONSETS) + pick(random, VOWELS) + pick(random, CODAS),
  );
  return syllables.join('') + pick(random, ENDINGS);
}
