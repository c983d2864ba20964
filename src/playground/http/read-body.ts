import type { IncomingMessage } from 'node:http';
import type { Refusal } from './gate.ts';

/** As JSON, the 60,000 characters of the field for questions take up to 360,000 bytes: a sign may be written as six. */
const MAX_BODY_BYTES = 512 * 1024;

/** The JSON that a request carries, or why it is refused. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | ({ readonly kind: 'refused' } & Refusal);

/** Reads the body of a request, and no more than it may have. A body that ends too early is refused. */
export async function readJsonBody(
  request: Pick<IncomingMessage, 'headers'> & AsyncIterable<Buffer>,
): Promise<Body> {
  const { 'content-type': type = '', 'content-length': length } = request.headers;
  if (!/^application\/json(?:; *charset=utf-8)?$/i.test(type)) return refuse(415, 'The body must be JSON.');
  if (Number(length) > MAX_BODY_BYTES) return refuse(413, 'The body is too long.');
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) return refuse(413, 'The body is too long.');
      chunks.push(chunk);
    }
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return refuse(400, 'The body is not JSON.');
  }
}

function refuse(status: number, text: string): Body {
  return { kind: 'refused', status, text };
}
