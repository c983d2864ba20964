/** One word of a text with its position in UTF-16 units. */
export interface Word {
  /** The form used to compare words: see {@link foldWord}. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that write without spaces. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/**
 * Characters that belong to the letter before them and are not words: accents, the soft hyphen, joiners, and letters
 * that are only another form of an accent (`ﾞ`, `ﹰ`). They include the variation selector of an emoji.
 */
const MARKS = String.raw`\p{M}\u00ad\u200c\u200d\u037a\ufc5e-\ufc63\ufe70-\ufe7f\uff9e\uff9f`;
const LETTER = String.raw`(?![${UNSPACED}${MARKS}])[\p{L}\p{N}]`;
const LETTERS = `${LETTER}(?:${LETTER}|[${MARKS}])*`;
/**
 * A word: letters and digits, joined by apostrophes (`don't`, `O’Brien’s`), by full stops between single letters
 * (`U.S.`) or by decimal marks (`3.5`, `1,000`). In scripts without spaces, each character is a word.
 */
const WORD = new RegExp(
  String.raw`(?![${MARKS}])[${UNSPACED}]|\p{L}(?:\.\p{L}(?!\p{L}))+|\d+(?:[.,]\d+)+|${LETTERS}(?:['’](?=\p{L})${LETTERS})*`,
  'gu',
);

/** Abbreviations that without full stops would be function words: the country and the pronoun. */
const LIKE_PRONOUNS: ReadonlySet<string> = new Set(['us', 'it', 'who']);

/** Splits `text` into words in reading order; empty where it has none. Takes linear time on any string. */
export function splitWords(text: string): readonly Word[] {
  return findWords(text).map(({ start, end }) => ({ folded: foldWord(text.slice(start, end)), start, end }));
}

/**
 * V8 fails on a word of 8.4 million letters. Longer texts are read in pieces that end between two words where
 * possible.
 */
const MAX_PIECE_CHARS = 1_000_000;

/** Finds the positions of the words of `text`, without folding them. Divides a word of more than a million letters. */
export function findWords(text: string): readonly Omit<Word, 'folded'>[] {
  if (text.length <= MAX_PIECE_CHARS) return findWordsIn(text, 0);
  const pieces: (readonly Omit<Word, 'folded'>[])[] = [];
  for (let start = 0; start < text.length; ) {
    const space = text.lastIndexOf(' ', start + MAX_PIECE_CHARS);
    const end = space > start ? space : start + MAX_PIECE_CHARS;
    pieces.push(findWordsIn(text.slice(start, end), start));
    start = end;
  }
  return pieces.flat();
}

/** Returns the folded words of `text`, joined by single spaces. */
export function foldText(text: string): string {
  return joinFolded(splitWords(text));
}

/** Joins the folded forms of words by single spaces. */
export function joinFolded(words: readonly Pick<Word, 'folded'>[]): string {
  return words.map(({ folded }) => folded).join(' ');
}

function findWordsIn(text: string, offset: number): readonly Omit<Word, 'folded'>[] {
  return Array.from(text.matchAll(WORD), ({ index, 0: found }) => ({
    start: offset + index,
    end: offset + index + found.length,
  }));
}

/**
 * Folds a word, so that different spellings of it are equal. Joins compatibility forms and makes all letters small.
 * Removes accents, which members leave out, but keeps the Russian й, a letter of its own. Removes possessive and
 * contracted endings, and inner marks: `U.K.` and `1,000` become `uk` and `1000`. `U.S.` keeps its last full stop,
 * which distinguishes the country from the pronoun.
 */
export function foldWord(word: string): string {
  // Most words need no more than lower case.
  if (/^(?:[A-Za-z]+|\d+)$/.test(word)) return word.toLowerCase();
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('и\u0306', 'й')
    .replace(/[\p{M}\p{Cf}\s]/gu, '')
    .replace(/['’](?:s|d|m|ll|re|ve)$/, '')
    .replace(/['’]/g, '');
  if (/^\p{L}(?:\.\p{L})+$/u.test(plain)) return removeStops(plain);
  return /^\d{1,3}(?:,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

function removeStops(dotted: string): string {
  const letters = dotted.replaceAll('.', '');
  return LIKE_PRONOUNS.has(letters) ? `${letters}.` : letters;
}
