import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/**
 * Loaded with `require`: for an `import`, Node.js would scan all 0.9 MB for exports, which took 90 ms of each start.
 */
const { newStemmer }: typeof import('snowball-stemmers') = require('snowball-stemmers');

const english = newStemmer('english');
const russian = newStemmer('russian');

/** Stems computed so far. The cache is emptied when it is full; articles of usual size do not fill it. */
const known = new Map<string, string>();
const MAX_KNOWN = 50_000;
/** Longer tokens are hardly words, and would let their authors fill the memory. */
const MAX_LETTERS = 40;

/**
 * Returns the stem of one folded word, by the Snowball algorithm of its script: Russian for Cyrillic, English for all
 * others. Articles in other Latin languages are still found, because questions and articles are stemmed alike. Takes
 * 4–10 µs the first time.
 *
 * @see https://snowballstem.org/algorithms/
 */
export function stem(folded: string): string {
  const before = known.get(folded);
  if (before !== undefined) return before;
  if (folded.length > MAX_LETTERS) return stemWord(folded);
  if (known.size >= MAX_KNOWN) known.clear();
  const word = copyText(folded);
  const stemmed = stemWord(word);
  known.set(word, stemmed);
  return stemmed;
}

function stemWord(word: string): string {
  return (/^\p{Script=Cyrillic}/u.test(word) ? russian : english).stem(word);
}

/**
 * A substring of 13 or more letters is a view that keeps the whole text in memory. With such substrings, 200 dropped
 * articles still held 40 MB.
 */
function copyText(piece: string): string {
  return Buffer.from(piece, 'utf16le').toString('utf16le');
}
