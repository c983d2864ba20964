import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults, RestFault } from '../faults.ts';
import { toFields } from '../fields.ts';
import type { RequestRecord, World } from '../world/world.ts';
import { ApiError, invalidForm, notFound, unauthorized } from './api-error.ts';
import { readBody, type SentBody } from './request-body.ts';
import type { Answer, ApiRequest, Route } from './route.ts';

const API_PREFIX = /^\/api\/v10(?=\/)/;

interface CompiledRoute extends Route {
  readonly matcher: RegExp;
}

/** What the server needs to answer, and whom it tells what it answered. */
export interface RestServerOptions {
  readonly world: World;
  readonly faults: Faults;
  readonly routes: readonly Route[];
  readonly onAnswered: (record: RequestRecord) => void;
}

/** A request with its body read and its route found. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly route: CompiledRoute | undefined;
}

/** The listener of the HTTP server: faults, token, route, rate-limit headers, error bodies. */
export function createRestListener(
  options: RestServerOptions,
): (req: IncomingMessage, res: ServerResponse) => void {
  const routes = options.routes.map((route) => ({ ...route, matcher: matcherOf(route.pattern) }));
  return (req, res) => {
    serve(callOf(req, routes), { req, res }, options).catch((error: unknown) => {
      // Only a promise handed to a `delay` fault can fail here; the bot sees a cut connection.
      res.destroy(error instanceof Error ? error : undefined);
    });
  };
}

function callOf(req: IncomingMessage, routes: readonly CompiledRoute[]): Call {
  const url = new URL(req.url ?? '/', 'http://localhost');
  const isApi = API_PREFIX.test(url.pathname);
  const path = url.pathname.replace(API_PREFIX, '');
  const method = req.method ?? 'GET';
  const route = routes.find(
    (known) => isApi !== (known.isOutsideApi ?? false) && known.method === method && known.matcher.test(path),
  );
  return { method, path, query: url.searchParams, authorization: req.headers.authorization, route };
}

function matcherOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

async function serve(
  call: Call,
  { req, res }: { req: IncomingMessage; res: ServerResponse },
  { world, faults, onAnswered }: RestServerOptions,
): Promise<void> {
  const fault = faults.take(call.method, call.path);
  const { body, answer: processed } = await answerTo(call, { req, world, fault });
  const answer = answerInstead(fault, processed);
  if (fault?.kind === 'delay') await fault.until;
  const isCut = fault?.kind === 'close' || fault?.kind === 'reset' || fault?.kind === 'accept then reset';
  onAnswered({
    method: call.method,
    path: call.path,
    route: call.route?.pattern,
    body,
    status: isCut ? undefined : answer.status,
    errorCode: errorCodeOf(answer),
  });
  if (fault?.kind === 'close') req.socket.destroy();
  else if (isCut) req.socket.resetAndDestroy();
  else send(res, answer, rateLimitHeaders(call, { fault, now: world.now() }));
}

async function answerTo(
  call: Call,
  { req, world, fault }: { req: IncomingMessage; world: World; fault: RestFault | undefined },
): Promise<{ readonly body: unknown; readonly answer: Answer }> {
  let body: unknown;
  try {
    const sent = await readBody(req);
    body = sent.json;
    return { body, answer: injectedAnswer(fault) ?? handled(call, sent, world) };
  } catch (error) {
    if (error instanceof ApiError) return { body, answer: { status: error.status, body: error.body } };
    // A bug in the local Discord itself must fail the test that met it.
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.violations.push({ route: `${call.method} ${call.path}`, rule: 'local-discord-bug', detail });
    return { body, answer: { status: 500, body: { message: '500: Internal Server Error', code: 0 } } };
  }
}

/** The answer instead of processing; undefined when the request is to be processed. */
function injectedAnswer(fault: RestFault | undefined): Answer | undefined {
  switch (fault?.kind) {
    case 'status':
      return { status: fault.status, body: { message: `${fault.status}: injected by the test`, code: 0 } };
    case 'refuse':
      return { status: fault.status, body: { message: 'Refused by the test', code: fault.code } };
    case 'invalid form': {
      const place = { rule: 'injected', path: fault.path, detail: 'Not a well formed URL.' };
      const error = invalidForm([{ ...place, code: 'URL_TYPE_INVALID_URL', refusedBy: 'discord' }]);
      return { status: error.status, body: error.body };
    }
    case 'rate limit':
      return {
        status: 429,
        body: {
          message: 'You are being rate limited.',
          retry_after: fault.retryAfterSeconds,
          global: fault.isGlobal ?? false,
        },
      };
    case 'close':
    case 'reset':
      return { status: 0 };
    case 'accept then reset':
    case 'accept then status':
    case 'accept then page':
    case 'delay':
    case undefined:
      break;
  }
  return undefined;
}

/** What is answered after processing; what was refused is answered as such. */
function answerInstead(fault: RestFault | undefined, answer: Answer): Answer {
  if (answer.status >= 400) return answer;
  if (fault?.kind === 'accept then page') {
    const page = new TextEncoder().encode('<html>Everything is fine.</html>');
    return { status: 200, file: { bytes: page, contentType: 'text/html' } };
  }
  if (fault?.kind !== 'accept then status') return answer;
  return { status: fault.status, body: { message: `${fault.status}: injected by the test`, code: 0 } };
}

function handled(
  { route, path, method, query, authorization }: Call,
  { json, files }: SentBody,
  world: World,
): Answer {
  if (!route) throw notFound();
  if (!isAuthorized(route, authorization, world)) throw unauthorized();
  const params = route.matcher.exec(path)?.groups ?? {};
  const request: ApiRequest = {
    method,
    path,
    query,
    routeName: `${method} ${route.pattern}`,
    param: (name) => decodeURIComponent(params[name] ?? ''),
    body: toFields(json),
    bodies: Array.isArray(json) ? json : [],
    files,
  };
  return route.handle(request, world);
}

/** Discord's API also refuses a wrong token where none is needed. */
function isAuthorized(
  { needsToken, isOutsideApi = false }: Route,
  authorization: string | undefined,
  { token }: World,
): boolean {
  return isOutsideApi || (authorization === undefined ? !needsToken : authorization === `Bot ${token}`);
}

function errorCodeOf({ status, body }: Answer): number | undefined {
  const isError = status >= 400 && typeof body === 'object' && body !== null && 'code' in body;
  return isError ? Number(body.code) : undefined;
}

/** Headers as Discord sends them; the buckets never run dry by themselves, only by an injected fault. */
function rateLimitHeaders(
  { route, method }: Call,
  { fault, now }: { fault: RestFault | undefined; now: number },
): Readonly<Record<string, string>> {
  if (fault?.kind === 'rate limit') return limitedHeaders(fault, now);
  if (!route || route.isOutsideApi) return {};
  return {
    'x-ratelimit-bucket': createHash('md5').update(`${method} ${route.pattern}`).digest('hex'),
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '4',
    'x-ratelimit-reset': String(now / 1000 + 1),
    'x-ratelimit-reset-after': '1',
  };
}

function limitedHeaders(
  { retryAfterSeconds, isGlobal }: Extract<RestFault, { kind: 'rate limit' }>,
  now: number,
): Readonly<Record<string, string>> {
  return {
    'retry-after': String(retryAfterSeconds),
    'x-ratelimit-scope': isGlobal ? 'global' : 'user',
    ...(isGlobal
      ? { 'x-ratelimit-global': 'true' }
      : {
          'x-ratelimit-limit': '5',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(now / 1000 + retryAfterSeconds),
          'x-ratelimit-reset-after': String(retryAfterSeconds),
        }),
  };
}

function send(
  res: ServerResponse,
  { status, body, file }: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  const json = body === undefined ? undefined : JSON.stringify(body);
  const type = file ? (file.contentType ?? 'application/octet-stream') : 'application/json';
  const bytes = file?.bytes ?? json;
  res.writeHead(status, {
    ...headers,
    ...(bytes === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(bytes) }),
  });
  res.end(bytes);
}
