import {
  ComponentType,
  DefaultRestOptions,
  HTTPError,
  RESTJSONErrorCodes,
  type RESTOptions,
} from 'discord.js';

/** Discord answers within a second. A request that takes longer than this is lost, or Discord has an incident. */
const REST_TIMEOUT_MS = 8000;
const REST_RETRIES = 2;
/** discord.js keeps a handler for each interaction that we edit or follow up; by default it sweeps them once an hour. */
const SWEEP_HANDLERS_MS = 5 * 60_000;

export interface RestSettings {
  /** Base address of Discord's REST interface, without the version. */
  readonly apiUrl: string;
  /** How long one try may take; default 8 s. */
  readonly restTimeoutMs?: number;
}

/** Discord may have carried out a request, but gave no readable confirmation. */
export class Unconfirmed extends Error {
  override readonly name = 'Unconfirmed';
}

type Send = RESTOptions['makeRequest'];
type Request = Parameters<Send>;
type Response = Awaited<ReturnType<Send>>;

/**
 * Returns options for discord.js's REST client, which repeats a request after a time-out, a reset and a 5xx. In each of these cases
 * Discord may have accepted the first try, so these options let only harmless requests be repeated.
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

/** Returns whether Discord may have carried out a request although it failed. */
export function isUnconfirmed(error: unknown): boolean {
  if (error instanceof Unconfirmed) return true;
  if (error instanceof HTTPError) return error.status >= 500;
  return isTimeout(error) || isBrokenConnection(error);
}

/**
 * When a request may be repeated. `freely`: it changes nothing, or a repetition has the same result. `unless-timed-out`: Discord accepts
 * only one first response and says so (40060), but after a time-out it is too late for any. `never`: each one posts again.
 */
type Repetition = 'freely' | 'unless-timed-out' | 'never';

function chooseRepetition([url, { method, body }]: Request): Repetition {
  if (method !== 'POST') return 'freely';
  const { pathname } = new URL(url);
  if (/\/interactions\/\d+\/[^/]+\/callback$/.test(pathname)) return 'unless-timed-out';
  // Discord ignores nonces of follow-ups.
  if (/\/webhooks\/\d+\/[^/]+$/.test(pathname)) return 'never';
  if (!/\/channels\/\d+\/messages$/.test(pathname)) return 'freely';
  return typeof body === 'string' && body.includes('"enforce_nonce":true') ? 'freely' : 'never';
}

async function sendSafely([url, init]: Request, send: Send): Promise<Response> {
  const request: Request = [url, replaceLoneSurrogates(init)];
  const repetition = chooseRepetition(request);
  try {
    const response = await sendOrDropPictures(request, send);
    if (repetition === 'never' && response.status >= 500)
      throw new Unconfirmed(`Discord answered ${response.status}`);
    return expectsBody(request) && response.ok ? await requireObject(response) : response;
  } catch (cause) {
    const isOver = repetition === 'never' || (repetition === 'unless-timed-out' && isTimeout(cause));
    if (isOver && isUnconfirmed(cause)) throw new Unconfirmed('Discord did not confirm it', { cause });
    // discord.js tries again after this error only, among all broken connections.
    if (isBrokenConnection(cause)) throw new Error('ECONNRESET', { cause });
    throw cause;
  }
}

/** Sends a request, and as a last resort again without its pictures: an address that Discord refuses must not void an answer. */
async function sendOrDropPictures([url, init]: Request, send: Send): Promise<Response> {
  const response = await send(url, init);
  if (response.status !== 400 || typeof init.body !== 'string') return response;
  const text = await response.text();
  if (!isPictureRefusal(parseJson(text))) return replaceBody(response, text);
  return send(url, { ...init, body: removePictures(init.body) });
}

/** Returns whether Discord refused a message because of the address of a picture. */
function isPictureRefusal(answer: unknown): boolean {
  if (readField(answer, 'code') !== RESTJSONErrorCodes.InvalidFormBodyOrContentType) return false;
  return JSON.stringify(readField(answer, 'errors') ?? {}).includes('"media"');
}

function isPicture(component: unknown): boolean {
  return readField(component, 'type') === ComponentType.MediaGallery;
}

/** Returns the body of a message, or of a response to an interaction, without the pictures of its cards. */
function removePictures(body: string): string {
  return JSON.stringify(
    JSON.parse(body, (key, value: unknown) =>
      key === 'components' && Array.isArray(value) ? value.filter((each) => !isPicture(each)) : value,
    ),
  );
}

function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** JSON writes lone surrogates, which Discord refuses in texts, as these escapes, and nothing else. */
const LONE_SURROGATE = /(?<!\\)((?:\\\\)*)\\ud[89a-f][\da-f]{2}/gi;

/** Returns the body with “\uFFFD” in place of each lone surrogate that a member's client has sent. */
function replaceLoneSurrogates(init: Request[1]): Request[1] {
  const { body } = init;
  return typeof body === 'string' ? { ...init, body: body.replace(LONE_SURROGATE, '$1\uFFFD') } : init;
}

/** Returns whether the answer to a POST must contain its message: discord.js crashes when it is missing. */
function expectsBody([url, { method }]: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  if (method !== 'POST') return false;
  if (searchParams.get('with_response') === 'true' || searchParams.get('wait') === 'true') return true;
  return /\/channels\/\d+\/messages$/.test(pathname);
}

/** @throws {Unconfirmed} when the answer is not a JSON object */
async function requireObject(response: Response): Promise<Response> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const value = isJson ? parseJson(text) : null;
  if (typeof value !== 'object' || value === null)
    throw new Unconfirmed('Discord confirmed it without saying what came of it');
  return replaceBody(response, text);
}

/** Returns the answer with a body that can be read again. */
function replaceBody({ headers, ok, status, statusText }: Response, text: string): Response {
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

function parseJson(text: string): unknown {
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
