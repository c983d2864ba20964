/**
 * Removes characters that could control the place where a text is shown: control characters and marks that change the
 * writing direction. Articles, questions and file names may hold terminal escape sequences. Line breaks and tabs
 * become spaces.
 */
export function toPrintable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

/**
 * Invisible characters that change how text looks or whether it is found: control characters, marks that change the
 * writing direction, spaces without width, and tags. Joiners (Persian and emoji need them), left-to-right marks and
 * variation selectors stay.
 */
const UNSEEN =
  /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,9})(?![\t\n\u061c\u200c-\u200f]|\p{Variation_Selector})[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Removes invisible characters. A mark that changes the writing direction would affect all text after a quotation,
 * because the mark that ends it may be missing there.
 */
export function removeUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Returns whether `text` holds marks that change the writing direction, which {@link removeUnseen} removes. */
export function hasTurningMarks(text: string): boolean {
  return TURNING.test(text);
}

const MARK = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shortens `text` to at most `maxChars` UTF-16 units. A long text is cut at its end and marked with “…”. The cut is at
 * a word boundary where the second half has one. It never divides a grapheme (a letter with its accents, an emoji, a
 * flag). Returns `''` where `maxChars` leaves no room for the mark.
 */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  if (maxChars < MARK.length) return '';
  const room = maxChars - MARK.length;
  const boundary = findLastSpace(text.slice(0, room + 1));
  const cut = boundary > room / 2 ? boundary : findGraphemeStart(text, room);
  return text.slice(0, cut).trimEnd() + MARK;
}

function findLastSpace(text: string): number {
  return Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'), text.lastIndexOf('\u00a0'));
}

/** Returns the start of the grapheme at `index`. */
function findGraphemeStart(text: string, index: number): number {
  return graphemes.segment(text).containing(index)?.index ?? index;
}

/** A text that says little without its introduction, such as a list item. */
export interface LedText {
  /** The introducing line; empty where there is none. */
  readonly lead: string;
  readonly text: string;
}

/** Shorter pieces of a lead say nothing. */
const LEAST_LEAD_CHARS = 20;

/** Joins both on one line of at most `maxChars`. The lead is cut first, because the text is what matters. */
export function joinLead({ lead, text }: LedText, maxChars: number): string {
  const room = maxChars - text.length - 1;
  const shown = room < Math.min(LEAST_LEAD_CHARS, lead.length) ? '' : shorten(lead, room);
  return shorten(shown === '' ? text : `${shown} ${text}`, maxChars);
}

/** Returns a sentence with a capital at its start. */
export function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
