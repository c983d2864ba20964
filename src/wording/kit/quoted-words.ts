import { shorten } from '../../text/layout/shorten.ts';

/** The longest English words have about 45 letters, German ones hardly more. */
const MAX_WORD_CHARS = 50;
const MAX_LONG_FORM_CHARS = 150;
const MAX_WORDS = 3;

export interface QuotingHabits {
  /** What opens and closes a quotation. */
  readonly marks: readonly [string, string];
  readonly or: string;
  /** For what follows the last one that is shown. */
  readonly andMore: string;
}

/** At most three words in quotation marks, cut where they are endless, so that a hostile question does not fill the screen. */
export function quotedWords(words: readonly string[], { marks, or, andMore }: QuotingHabits): string {
  const shown = words.slice(0, MAX_WORDS).map((word) => quoted(word, MAX_WORD_CHARS, marks));
  return words.length > MAX_WORDS ? `${shown.join(', ')} ${andMore}` : shown.join(` ${or} `);
}

/** A short form and what it stands for, each in quotation marks and cut where it is endless. */
export function quotedForms(
  { short, long }: { readonly short: string; readonly long: string },
  { marks }: QuotingHabits,
): readonly [short: string, long: string] {
  return [quoted(short, MAX_WORD_CHARS, marks), quoted(long, MAX_LONG_FORM_CHARS, marks)];
}

function quoted(text: string, maxChars: number, [open, close]: QuotingHabits['marks']): string {
  return `${open}${shorten(text, maxChars)}${close}`;
}
