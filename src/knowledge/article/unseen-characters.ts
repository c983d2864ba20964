/**
 * Characters that show nothing and yet change what is shown or found: controls, marks that turn the direction of writing, blanks
 * without width, tags. Joiners (Persian and emoji need them), left-to-right marks and variation selectors stay.
 */
const UNSEEN =
  /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,9})(?![\t\n\u061c\u200c-\u200f]|\p{Variation_Selector})[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * `text` without characters that nobody sees. What turns the direction of writing would do so for whatever follows it in a quote, where the
 * mark that ends it may be missing.
 */
export function removeUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Whether `text` holds marks that turn the direction of writing, which {@link removeUnseen} takes away. */
export function hasTurningMarks(text: string): boolean {
  return TURNING.test(text);
}
