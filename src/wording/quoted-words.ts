import { shorten } from '../text/shorten.ts';

/** The longest English words have about 45 letters, German ones hardly more. */
const MAX_WORD_CHARS = 50;
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
  const [open, close] = marks;
  const shown = words.slice(0, MAX_WORDS).map((word) => `${open}${shorten(word, MAX_WORD_CHARS)}${close}`);
  return words.length > MAX_WORDS ? `${shown.join(', ')} ${andMore}` : shown.join(` ${or} `);
}
