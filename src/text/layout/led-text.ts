import { shorten } from './shorten.ts';

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
