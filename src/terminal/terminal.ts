/** The streams of a command, and the clock for its times. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Milliseconds that never decrease, from any start. */
  readonly nowMs: () => number;
}

/** What the process hands to its commands. */
export interface CommandHost extends Terminal {
  /** Standard error, where commands show how far they are. */
  readonly progress: Terminal['output'];
  /** Each command reads its own variables, and reports the mistakes in them together. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder of the learned data. */
  readonly models: string;
  /** The folder of the languages, which translators change. */
  readonly wording: string;
  /** The folder with the scripts and styles of the playground’s page. */
  readonly page: string;
  /** The version of Footnote. */
  readonly version: string;
}

/**
 * Ends the process when its output cannot be written. A reader that closes the pipe has read enough, as `… | head -1` does: the process ends quietly
 * with 0. Anything else, such as a full disk, is reported and ends it with 1.
 */
export function exitOnOutputError(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`The output cannot be written (${error.code ?? error.message}).\n`);
    process.exit(1);
  });
}

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
