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
