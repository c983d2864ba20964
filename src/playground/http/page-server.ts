import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { playgroundTexts } from '../../wording/kit/english.ts';
import type { EventStreams } from './event-streams.ts';
import { type Refusal, readJsonBody, refuseForeignHost, refuseForeignPage } from './gate.ts';
import { buildSetCookie, type Session } from './session.ts';

/** What the page may ask for, by name; each is given the parsed JSON of the request. Throws a `ZodError` for another input. */
export type PageApi = ReadonlyMap<string, (input: unknown) => Promise<unknown>>;

/** A file of the page, held in memory. */
export interface PageFile {
  readonly type: string;
  readonly content: string;
}

export interface PageServerOptions {
  readonly session: Session;
  /**
   * The first part of every path, unguessable. Browsers send a cookie to every port of a machine, but only for its own path: so no other
   * server of the machine is ever sent it.
   */
  readonly key: string;
  /** The files of the page by name; `''` is the page itself. */
  readonly files: ReadonlyMap<string, PageFile>;
  readonly api: PageApi;
  readonly streams: EventStreams;
  /** Receives an error that is a bug or an outage. The page says that something failed. */
  readonly onFailed: (error: unknown) => void;
}

const LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
};
/** A page asks for a few things at once. */
const MAX_CONNECTIONS = 64;
const MAX_CALLS = 16;

/** Starts the server on a free port of this machine alone. */
export async function startPageServer(options: PageServerOptions): Promise<{ server: Server; port: number }> {
  const server = createServer(LIMITS);
  server.maxConnections = MAX_CONNECTIONS;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const pageServer = new PageServer(options, port);
  server.on('request', (request, response) => void pageServer.answer(request, response));
  return { server, port };
}

class PageServer {
  readonly #options: PageServerOptions;
  readonly #port: number;
  #calls = 0;

  constructor(options: PageServerOptions, port: number) {
    this.#options = options;
    this.#port = port;
  }

  /** Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    try {
      const refusal = refuseForeignHost(request, this.#port) ?? (await this.#route(request, response));
      if (refusal !== null) refuse(response, refusal);
    } catch (error) {
      this.#options.onFailed(error);
      refuse(response, { status: 500, text: playgroundTexts.page.failed });
    }
  }

  /** Returns why a request is refused, or null where it was answered. */
  async #route(request: IncomingMessage, response: ServerResponse): Promise<Refusal | null> {
    const { session, key } = this.#options;
    const { url = '' } = request;
    // The base counts for nothing: the host was checked before.
    if (!URL.canParse(url, BASE)) return NOT_FOUND;
    const { pathname, searchParams } = new URL(url, BASE);
    const isGet = request.method === 'GET';
    if (pathname === '/' && isGet) return this.#letIn(searchParams.get('token') ?? '', response);
    if (!pathname.startsWith(`/${key}/`)) return NOT_FOUND;
    if (!session.accepts(request.headers.cookie))
      return { status: 403, text: playgroundTexts.refused.noSession };
    const name = pathname.slice(key.length + 2);
    if (name.startsWith('api/')) return this.#answerPage(name.slice('api/'.length), request, response);
    const file = this.#options.files.get(name);
    if (file === undefined) return NOT_FOUND;
    if (!isGet) return { status: 405, text: 'Only GET is possible.' };
    response.setHeader('Content-Type', file.type).end(file.content);
    return null;
  }

  /** Exchanges the token for a cookie, and sends the browser to the page: the address with the token is then no longer in its history. */
  #letIn(token: string, response: ServerResponse): Refusal | null {
    const { session, key } = this.#options;
    const cookie = session.exchange(token);
    if (cookie === null) return { status: 403, text: playgroundTexts.refused.used };
    const path = `/${key}/`;
    response.setHeader('Set-Cookie', buildSetCookie(cookie, path));
    response.setHeader('Content-Type', HTML);
    // A redirect would count as one by the page that held the link, and then the browser would not send the cookie.
    response.end(
      `<!doctype html><meta http-equiv="refresh" content="0; url=${path}"><title>Footnote</title>\n`,
    );
    return null;
  }

  async #answerPage(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Refusal | null> {
    const refusal = refuseForeignPage(request);
    if (refusal !== null) return refusal;
    if (name === 'events') return this.#openStream(request, response);
    const call = this.#options.api.get(name);
    if (call === undefined) return NOT_FOUND;
    if (request.method !== 'POST') return { status: 405, text: 'Only POST is possible.' };
    if (this.#calls >= MAX_CALLS) return { status: 503, text: 'Too much at once.' };
    this.#calls += 1;
    try {
      return await runCall(call, request, response);
    } finally {
      this.#calls -= 1;
    }
  }

  #openStream(request: IncomingMessage, response: ServerResponse): Refusal | null {
    if (request.method !== 'GET') return { status: 405, text: 'Only GET is possible.' };
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    response.write(':\n\n');
    this.#options.streams.add(response);
    return null;
  }
}

const BASE = 'http://127.0.0.1';
const HTML = 'text/html; charset=utf-8';
const NOT_FOUND: Refusal = { status: 404, text: 'There is nothing here.' };

async function runCall(
  call: (input: unknown) => Promise<unknown>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  const body = await readJsonBody(request);
  if (body.kind === 'refused') return body;
  try {
    const found = await call(body.value);
    response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(found));
    return null;
  } catch (error) {
    if (error instanceof ZodError) return { status: 400, text: 'The input is not what is expected.' };
    // Such as a question that took too long.
    if (error instanceof UserFacingError) return { status: 422, text: error.message };
    throw error;
  }
}

/** Answers with a line of plain text. What is left of the request is not read. */
function refuse(response: ServerResponse, { status, text }: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${text}\n`);
}

/**
 * What the page may do: run the scripts and styles of this server, and ask this server. No script in a page's text, none from elsewhere, no
 * frame, no form, no text that becomes markup.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The headers of every response. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};
