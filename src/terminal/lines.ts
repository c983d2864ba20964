import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream, without their ends (`\n` or `\r\n`); a last line without an end counts, an empty one after
 * the last end does not. Node's own readline also divides at U+2028, U+2029 and a lone carriage return, which may
 * stand in the middle of a question, and would then give more answers than there were questions.
 */
export async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield withoutReturn(line);
  }
  rest += decoder.end();
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
