import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';

/** Who waits for the answer to a command. */
export interface Pending {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

/** The third and fourth of the child's pipes: Chromium reads commands from one and answers on the other. */
export function findPipes({ stdio }: ChildProcess): readonly [toBrowser: Writable, fromBrowser: Readable] {
  const [, , , toBrowser, fromBrowser] = stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new TypeError('the browser was started without its pipes');
  return [toBrowser, fromBrowser];
}
