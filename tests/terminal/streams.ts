import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/terminal/terminal.ts';

export interface TestTerminal extends Terminal {
  readonly input: PassThrough & { readonly isTTY?: boolean };
  /** Everything that was written so far. */
  readonly written: () => string;
}

export interface TestTerminalOptions {
  /** Width of a terminal; a pipe or a file where it is left out. */
  readonly columns?: number;
  /** Whether questions are typed; where left out, they come from a pipe. */
  readonly isTyped?: boolean;
}

/** Real streams and a clock that moves on by 1.5 ms at each look. */
export function testTerminal({ columns, isTyped = false }: TestTerminalOptions = {}): TestTerminal {
  const output = new PassThrough({ highWaterMark: 1024 });
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  let ms = 0;
  return {
    input: Object.assign(new PassThrough(), isTyped ? { isTTY: true } : {}),
    output: Object.assign(output, columns === undefined ? {} : { isTTY: true, columns }),
    nowMs: () => {
      ms += 1.5;
      return ms;
    },
    written: () => Buffer.concat(chunks).toString('utf8'),
  };
}
