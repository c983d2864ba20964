import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request that is refused: the status, and what a person reads. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** The part of a request that decides whether it is let in. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const MAX_URL_CHARS = 500;
const METHODS: readonly (string | undefined)[] = ['GET', 'POST'];

/**
 * Returns why a request is refused whatever it asks for, or null. A page of another site can make the browser ask this server under a name of
 * its own that leads here (DNS rebinding); then the header `Host` has that name.
 */
export function refuseForeignHost(
  { method, url = '', headers }: GuardedRequest,
  port: number,
): Refusal | null {
  const { host } = headers;
  if (host === undefined || !listHosts(port).includes(host)) return { status: 421, text: 'Wrong host.' };
  if (!METHODS.includes(method)) return { status: 405, text: 'Only GET and POST are possible.' };
  return url.length > MAX_URL_CHARS ? { status: 414, text: 'The address is too long.' } : null;
}

/**
 * Returns why a request to the interface is refused, or null. Only a page of this very server may call it: browsers say which page does, in
 * `Origin` or `Sec-Fetch-Site`, and scripts cannot change that. A request that says neither is of no page.
 */
export function refuseForeignPage({ method, headers }: GuardedRequest): Refusal | null {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign =
    (origin !== undefined && origin !== `http://${host}`) || (site !== undefined && site !== 'same-origin');
  const isKnown = method === 'POST' ? origin !== undefined : site !== undefined || origin !== undefined;
  return isForeign || !isKnown ? { status: 403, text: 'Another page may not ask this.' } : null;
}

/** Lists what the header `Host` may be. */
function listHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

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
