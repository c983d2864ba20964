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
