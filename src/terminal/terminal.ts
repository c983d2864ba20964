/** The streams that a command reads and writes, and the clock that it measures with. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
}
