import { DefaultRestOptions, HTTPError, type RESTOptions } from 'discord.js';
import { refusesLinks, withoutLinks } from './without-links.ts';

/** Discord answers within a second. What takes longer than this has got lost, or Discord has an incident. */
const REST_TIMEOUT_MS = 8000;
const REST_RETRIES = 2;
/** discord.js keeps a handler for each interaction that is edited or followed up; the default sweeps them once an hour. */
const SWEEP_HANDLERS_MS = 5 * 60_000;

export interface RestSettings {
  /** Base of Discord's REST interface, without the version. */
  readonly apiUrl: string;
  /** How long one try may take; 8 s unless given. */
  readonly restTimeoutMs?: number;
}

/** Discord may have done what it was asked to, but has not said so in a way that can be read. */
export class Unconfirmed extends Error {
  override readonly name = 'Unconfirmed';
}

type Send = RESTOptions['makeRequest'];
type Request = Parameters<Send>;
type Response = Awaited<ReturnType<Send>>;

/**
 * Options for discord.js's REST client, which tries a request again after a time-out, a reset and a 5xx. In each of
 * these cases Discord may have taken the first one, so only requests that are harmless to repeat are tried again.
 */
export function buildRestOptions({ apiUrl, restTimeoutMs = REST_TIMEOUT_MS }: RestSettings) {
  return {
    api: apiUrl,
    timeout: restTimeoutMs,
    retries: REST_RETRIES,
    handlerSweepInterval: SWEEP_HANDLERS_MS,
    makeRequest: (...request: Request) => sendSafely(request, DefaultRestOptions.makeRequest),
  } satisfies Partial<RESTOptions>;
}

/** Whether a request may have been done although it failed. */
export function isUnconfirmed(error: unknown): boolean {
  if (error instanceof Unconfirmed) return true;
  if (error instanceof HTTPError) return error.status >= 500;
  return isTimeout(error) || isBrokenConnection(error);
}

/**
 * How a request may be repeated. `freely`: it changes nothing, or the same again. `unless-timed-out`: Discord takes one
 * first response only and says so (40060), but after a time-out it is too late for any. `never`: each one posts anew.
 */
type Repetition = 'freely' | 'unless-timed-out' | 'never';

function repetitionOf([url, { method, body }]: Request): Repetition {
  if (method !== 'POST') return 'freely';
  const { pathname } = new URL(url);
  if (/\/interactions\/\d+\/[^/]+\/callback$/.test(pathname)) return 'unless-timed-out';
  // Follow-ups know no nonce.
  if (/\/webhooks\/\d+\/[^/]+$/.test(pathname)) return 'never';
  if (!/\/channels\/\d+\/messages$/.test(pathname)) return 'freely';
  return typeof body === 'string' && body.includes('"enforce_nonce":true') ? 'freely' : 'never';
}

async function sendSafely([url, init]: Request, send: Send): Promise<Response> {
  const request: Request = [url, withWholeSigns(init)];
  const repetition = repetitionOf(request);
  try {
    const response = await sendLinked(request, send);
    if (repetition === 'never' && response.status >= 500)
      throw new Unconfirmed(`Discord answered ${response.status}`);
    return expectsBody(request) && response.ok ? await readable(response) : response;
  } catch (cause) {
    const isOver = repetition === 'never' || (repetition === 'unless-timed-out' && isTimeout(cause));
    if (isOver && isUnconfirmed(cause)) throw new Unconfirmed('Discord did not confirm it', { cause });
    // The one kind of broken connection after which discord.js tries again.
    if (isBrokenConnection(cause)) throw new Error('ECONNRESET', { cause });
    throw cause;
  }
}

/** As a last resort without the links of its cards: an address that Discord does not take must not void an answer. */
async function sendLinked([url, init]: Request, send: Send): Promise<Response> {
  const response = await send(url, init);
  if (response.status !== 400 || typeof init.body !== 'string') return response;
  const text = await response.text();
  if (!refusesLinks(parsed(text))) return withText(response, text);
  return send(url, { ...init, body: withoutLinks(init.body) });
}

/** JSON writes halves of signs, which no text of Discord's may hold, as such escapes, and nothing else. */
const HALF_SIGN = /(?<!\\)((?:\\\\)*)\\ud[89a-f][\da-f]{2}/gi;

/** The body with “\uFFFD” for each half of a sign that a member's client has sent. */
function withWholeSigns(init: Request[1]): Request[1] {
  const { body } = init;
  return typeof body === 'string' ? { ...init, body: body.replace(HALF_SIGN, '$1\uFFFD') } : init;
}

/** Whether the answer to a post tells its message: discord.js does not survive one without. */
function expectsBody([url, { method }]: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  if (method !== 'POST') return false;
  if (searchParams.get('with_response') === 'true' || searchParams.get('wait') === 'true') return true;
  return /\/channels\/\d+\/messages$/.test(pathname);
}

/** @throws {Unconfirmed} where the answer is not the object that it should be */
async function readable(response: Response): Promise<Response> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const value = isJson ? parsed(text) : null;
  if (typeof value !== 'object' || value === null)
    throw new Unconfirmed('Discord confirmed it without saying what came of it');
  return withText(response, text);
}

/** The same answer, whose body has been read already. */
function withText({ headers, ok, status, statusText }: Response, text: string): Response {
  return {
    headers,
    ok,
    status,
    statusText,
    body: null,
    bodyUsed: true,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
    json: async () => JSON.parse(text),
    text: async () => text,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || error.message.includes('ECONNRESET');
}
