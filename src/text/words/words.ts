/** One word of a text with its place, in UTF-16 units. */
export interface Word {
  /** The form that words are compared in: see {@link foldWord}. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that write without spaces. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/**
 * What belongs to the letter before it and is no word by itself: accents, the soft hyphen, joiners, and letters
 * that are nothing but an accent in another form (`ﾞ`, `ﹰ`). An emoji's variation selector is one of them.
 */
const MARKS = String.raw`\p{M}\u00ad\u200c\u200d\u037a\ufc5e-\ufc63\ufe70-\ufe7f\uff9e\uff9f`;
const LETTER = String.raw`(?![${UNSPACED}${MARKS}])[\p{L}\p{N}]`;
const LETTERS = `${LETTER}(?:${LETTER}|[${MARKS}])*`;
/**
 * A word: letters and digits, joined inside by apostrophes (`don't`, `O’Brien’s`), a full stop between single
 * letters (`U.S.`) or a decimal mark (`3.5`, `1,000`). Scripts that write without spaces give one word a character.
 */
const WORD = new RegExp(
  String.raw`(?![${MARKS}])[${UNSPACED}]|\p{L}(?:\.\p{L}(?!\p{L}))+|\d+(?:[.,]\d+)+|${LETTERS}(?:['’](?=\p{L})${LETTERS})*`,
  'gu',
);

/** Short forms that without their full stops would be words that say nothing: the country and the pronoun. */
const LIKE_PRONOUNS: ReadonlySet<string> = new Set(['us', 'it', 'who']);

/** The words of `text` in reading order; empty where it has none. Runs in linear time on any string. */
export function splitWords(text: string): readonly Word[] {
  return findWords(text).map(({ start, end }) => ({ folded: foldWord(text.slice(start, end)), start, end }));
}

/** V8 gives up on a word of 8.4 million letters: longer texts are read in pieces, which end between two words where they can. */
const MAX_PIECE_CHARS = 1_000_000;

/** Where the words of `text` stand, without folding them. A word of more than a million letters is divided. */
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

function findWordsIn(text: string, offset: number): readonly Omit<Word, 'folded'>[] {
  return Array.from(text.matchAll(WORD), ({ index, 0: found }) => ({
    start: offset + index,
    end: offset + index + found.length,
  }));
}

/**
 * The form in which two spellings of one word are equal: compatibility forms joined, lower case, no accents
 * (members leave them out; the Russian й is a letter of its own), no possessive or contracted ending, no marks
 * inside (`U.K.` and `1,000` are `uk` and `1000`). `U.S.` keeps its last full stop, which tells the country from
 * the pronoun.
 */
export function foldWord(word: string): string {
  // Most words; for these all of the below is lower case.
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
