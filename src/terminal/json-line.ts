/**
 * What JSON leaves as it is: line ends to some readers (Python's `splitlines`), control characters that begin a command to some terminals
 * (U+009B), and marks that turn the reading direction round.
 */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON on one line, for scripts and screens alike. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    STEERING,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
