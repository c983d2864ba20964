import { StringDecoder } from 'node:string_decoder';

/** What a line holds beyond is passed over: with all of its characters escaped it would be longer than a string can be. */
const MAX_LINE_CHARS = 50_000_000;

/**
 * The lines of a stream, without their ends (`\n` or `\r\n`); a last line without an end counts, an empty one after
 * the last end does not. Node's own readline also divides at U+2028, U+2029 and a lone carriage return, which may
 * stand in the middle of a question, and would then give more answers than there were questions. A line is cut after 50 million characters.
 */
export async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  const open = new OpenLine();
  for await (const chunk of input) {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    open.add(first);
    for (const begun of others) {
      yield withoutReturn(open.take());
      open.add(begun);
    }
  }
  open.add(decoder.end());
  const last = open.take();
  if (last !== '') yield withoutReturn(last);
}

/** A line whose end has not come yet, in pieces: to join it with each chunk anew took minutes for a hundred megabytes. */
class OpenLine {
  #pieces: string[] = [];
  #length = 0;

  add(piece: string): void {
    if (piece === '' || this.#length >= MAX_LINE_CHARS) return;
    this.#pieces.push(piece.slice(0, MAX_LINE_CHARS - this.#length));
    this.#length += piece.length;
  }

  take(): string {
    const line = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    return line;
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
