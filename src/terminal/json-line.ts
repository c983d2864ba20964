/**
 * Characters that JSON does not escape but that are dangerous: line ends for some readers (Python's `splitlines`), control characters that start a
 * command in some terminals (U+009B), and marks that reverse the reading direction.
 */
const CONTROL_CHARACTERS = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Converts a value to JSON on one line that is safe for scripts and terminals. */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    CONTROL_CHARACTERS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
