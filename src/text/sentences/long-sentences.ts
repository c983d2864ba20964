/**
 * Maximum length of a sentence in UTF-16 units. A passage must fit into a reply: a Discord message holds 2,000 units,
 * and an answer also shows title, location and link. English sentences rarely exceed 600 units. Longer ones are mostly
 * lists, tables flattened to text, or pages without full stops.
 */
export const MAX_SENTENCE_CHARS = 1000;

/** A cut nearer to the start leaves a fragment that makes no sense, so the next kind of cut is tried. */
const MIN_PIECE_CHARS = 250;

/** Read beyond the limit, so that a mark or grapheme across the limit is recognised. */
const LOOK_AHEAD_CHARS = 64;

/** A long sentence may be divided after the first group. The white space keeps `1,000` and `10:30` whole. */
const CLAUSE_END = /([;:,—–](?=\s)|[，；：、])\s*/gu;
const WHITE_SPACE = /()\s+/gu;
/** A character that belongs to the one before: an accent, a joiner, a skin tone. A cut never precedes it. */
export const EXTENDS_CHARACTER = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]/u;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Divides a sentence that is too long. Returns `sentence` itself where it is short enough, or else its pieces in
 * order, none longer than {@link MAX_SENTENCE_CHARS}. Cuts after the last clause mark that fits, else at the last
 * white space, else between two graphemes (a letter with its accents, an emoji). A single grapheme longer than the
 * limit is cut between code points. A surrogate pair is never divided. `sentence` must have no white space around it.
 */
export function divideLongSentence(text: string, sentence: Stretch): readonly Stretch[] {
  const pieces: Stretch[] = [];
  let { start } = sentence;
  while (sentence.end - start > MAX_SENTENCE_CHARS) {
    const cut = start + measurePiece(text.slice(start, start + MAX_SENTENCE_CHARS + LOOK_AHEAD_CHARS));
    pieces.push({ start, end: start + text.slice(start, cut).trimEnd().length });
    start = cut + countLeadingSpace(text, cut);
  }
  pieces.push({ start, end: sentence.end });
  return pieces;
}

function measurePiece(ahead: string): number {
  return cutAfter(ahead, CLAUSE_END) ?? cutAfter(ahead, WHITE_SPACE) ?? cutBetweenGraphemes(ahead);
}

/** Returns the end of the last match of `mark` that leaves a piece of suitable length, or null if there is none. */
function cutAfter(ahead: string, mark: RegExp): number | null {
  const fitting = [...ahead.matchAll(mark)].findLast(({ 0: found, 1: kept = '', index }) => {
    const pieceChars = index + kept.length;
    const fits = pieceChars >= MIN_PIECE_CHARS && pieceChars <= MAX_SENTENCE_CHARS;
    return fits && !EXTENDS_CHARACTER.test(ahead.slice(index + found.length));
  });
  return fitting === undefined ? null : fitting.index + fitting[0].length;
}

function cutBetweenGraphemes(ahead: string): number {
  // Created here because few articles need it: the first segmenter takes 10 ms, each further one 0.01 ms.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const boundary = graphemes.segment(ahead).containing(MAX_SENTENCE_CHARS)?.index ?? 0;
  if (boundary > 0) return boundary;
  const isInsidePair = (ahead.codePointAt(MAX_SENTENCE_CHARS - 1) ?? 0) > 0xff_ff;
  return isInsidePair ? MAX_SENTENCE_CHARS - 1 : MAX_SENTENCE_CHARS;
}

function countLeadingSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  return space.exec(text)?.[0].length ?? 0;
}
