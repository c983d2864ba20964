const MARK = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * `text` in at most `maxChars` UTF-16 units. What is too long is cut at its end, on a word boundary where there
 * is one in the second half, and marked with “…”; a grapheme (a letter with its accents, an emoji, a flag) is
 * never divided. Returns `''` where `maxChars` leaves no room for the mark.
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

/** Where the grapheme begins that holds `index`. */
function findGraphemeStart(text: string, index: number): number {
  return graphemes.segment(text).containing(index)?.index ?? index;
}

/** A text that says little without what introduces it, such as an item of a list. */
export interface LedText {
  /** The line above; empty where there is none. */
  readonly lead: string;
  readonly text: string;
}

/** Shorter pieces of a lead tell nothing. */
const LEAST_LEAD_CHARS = 20;

/** Both on one line of at most `maxChars`: the lead is cut first, since the text is what it is about. */
export function joinLead({ lead, text }: LedText, maxChars: number): string {
  const room = maxChars - text.length - 1;
  const shown = room < Math.min(LEAST_LEAD_CHARS, lead.length) ? '' : shorten(lead, room);
  return shorten(shown === '' ? text : `${shown} ${text}`, maxChars);
}
