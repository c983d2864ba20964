import type { Fields } from '../fields.ts';
import type { World } from '../world/world.ts';
import type { SentFile } from './request-body.ts';

/** A request as the routes see it. */
export interface ApiRequest {
  readonly method: string;
  /** Without `/api/v10` and query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** `METHOD /pattern/:with/:names`, for violations. */
  readonly routeName: string;
  /** The named parts of the path. */
  readonly param: (name: string) => string;
  readonly body: Fields;
  /** The body where it is a list, as in a bulk registration. */
  readonly bodies: readonly unknown[];
  /** Sent beside the body. */
  readonly files: readonly SentFile[];
}

/** What a route answers; a route that refuses throws an ApiError. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Bytes instead of JSON. */
  readonly file?: { readonly bytes: Uint8Array; readonly contentType?: string | undefined };
}

export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** Whether the bot token is asked for; interaction routes carry a token of their own in the path. */
  readonly needsToken: boolean;
  /** Stands beside the API on another host of Discord's, which reads no token at all. */
  readonly isOutsideApi?: boolean;
  readonly handle: (request: ApiRequest, world: World) => Answer;
}

export function route(method: string, pattern: string, handle: Route['handle']): Route {
  return { method, pattern, needsToken: true, handle };
}

/** A route that is open to whoever knows the interaction token. */
export function tokenlessRoute(method: string, pattern: string, handle: Route['handle']): Route {
  return { method, pattern, needsToken: false, handle };
}

/** A route of the host that serves files. */
export function fileRoute(pattern: string, handle: Route['handle']): Route {
  return { method: 'GET', pattern, needsToken: false, isOutsideApi: true, handle };
}

export const noContent: Answer = { status: 204 };

export const ok = (body: unknown): Answer => ({ status: 200, body });
