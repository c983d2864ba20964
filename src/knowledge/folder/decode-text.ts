import { isUtf8 } from 'node:buffer';
import { type FileProblem, toSkipped } from '../article/problem.ts';

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Decodes the bytes of a file as UTF-8. Drops the byte order mark and makes every line end `\n`, so that line numbers
 * stay the same. Rejects bytes that are not UTF-8, and NUL characters, with their line.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const first = bytes[0];
  const second = bytes[1];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { kind: 'problem', problem: toSkipped({ code: 'utf-16' }) };
  }
  if (!isUtf8(bytes)) {
    const line = findFirstLine(bytes, (lineBytes) => !isUtf8(lineBytes));
    return { kind: 'problem', problem: toSkipped({ code: 'not-utf8' }, line) };
  }
  if (bytes.includes(0)) {
    const line = findFirstLine(bytes, (lineBytes) => lineBytes.includes(0));
    return { kind: 'problem', problem: toSkipped({ code: 'nul-character' }, line) };
  }
  // TextDecoder drops the byte order mark.
  return { kind: 'text', text: new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n') };
}

/**
 * Returns the number of the first bad line. Checking line by line is safe, because no UTF-8 sequence holds a line
 * feed.
 */
function findFirstLine(bytes: Uint8Array, isBad: (line: Uint8Array) => boolean): number {
  let line = 1;
  let start = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (!endsLine(bytes, index)) continue;
    if (isBad(bytes.subarray(start, index))) return line;
    line += 1;
    start = index + 1;
  }
  return line;
}

function endsLine(bytes: Uint8Array, index: number): boolean {
  const byte = bytes[index];
  return byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[index + 1] !== LINE_FEED);
}
