import type { Fields } from '../fields.ts';
import type { World } from '../world/world.ts';
import type { SentFile } from './request-body.ts';

/** A request with its body read and its route found. */
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

/** The answer of a route. A route that refuses throws an ApiError instead. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Bytes instead of JSON. */
  readonly file?: { readonly bytes: Uint8Array; readonly contentType?: string | undefined };
}

export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** Whether the bot token is required. Interaction routes have a token of their own in the path. */
  readonly needsToken: boolean;
  /** Whether the route belongs to another host of Discord's, which reads no token. */
  readonly isOutsideApi?: boolean;
  readonly handle: (request: ApiRequest, world: World) => Answer;
}

/** Defines a route that requires the bot token. */
export function defineRoute(method: string, pattern: string, handle: Route['handle']): Route {
  return { method, pattern, needsToken: true, handle };
}

/** Defines a route that requires only an interaction token. */
export function defineTokenlessRoute(method: string, pattern: string, handle: Route['handle']): Route {
  return { method, pattern, needsToken: false, handle };
}

/** Defines a route of the host that serves files. */
export function defineFileRoute(pattern: string, handle: Route['handle']): Route {
  return { method: 'GET', pattern, needsToken: false, isOutsideApi: true, handle };
}

export const noContent: Answer = { status: 204 };

export const ok = (body: unknown): Answer => ({ status: 200, body });
