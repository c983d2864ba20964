import type { Gateway } from './gateway/gateway.ts';
import { closeCode, opcode } from './wire-values.ts';

/** What can go wrong with one REST request. */
export type RestFault =
  /** Answered with this status and not processed: 401, 500, 502, 503 … */
  | { readonly kind: 'status'; readonly status: number }
  /** Refused with an error code of Discord's, and not processed. */
  | { readonly kind: 'refuse'; readonly status: number; readonly code: number }
  /** Answered 400 with code 50035 for what stands at this place of the body, and not processed. */
  | { readonly kind: 'invalid form'; readonly path: readonly (string | number)[] }
  /** Answered 429 and not processed. */
  | { readonly kind: 'rate limit'; readonly retryAfterSeconds: number; readonly isGlobal?: boolean }
  /** The connection is closed before anything is processed. */
  | { readonly kind: 'close' }
  /** The connection is reset before anything is processed. */
  | { readonly kind: 'reset' }
  /** The request is processed, and then the connection is reset instead of the answer. */
  | { readonly kind: 'accept then reset' }
  /** The request is processed, and then answered with this status, as when a gateway in between gives up. */
  | { readonly kind: 'accept then status'; readonly status: number }
  /** The request is processed, and then answered with 200 and a page instead of the object that came of it. */
  | { readonly kind: 'accept then page' }
  /** The request is processed, and the answer waits for the promise. */
  | { readonly kind: 'delay'; readonly until: Promise<unknown> };

/** The requests that a fault strikes. A field that is absent matches all. */
export interface RequestMatch {
  readonly method?: string;
  /** Tested against the path without `/api/v10` and query. */
  readonly path?: RegExp;
}

interface Pending {
  readonly match: RequestMatch;
  readonly fault: RestFault;
  left: number;
}

/** The faults that a test can inject. */
export class Faults {
  readonly #pending: Pending[] = [];
  readonly #gateway: Gateway;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Strikes the next `times` matching requests. Several faults for the same request strike one after the other. */
  next(match: RequestMatch, fault: RestFault, times = 1): void {
    this.#pending.push({ match, fault, left: times });
  }

  /** Ends all REST faults that have not struck yet. */
  clear(): void {
    this.#pending.length = 0;
  }

  /** Takes the fault for this request, if there is one. Called by the server. */
  take(method: string, path: string): RestFault | undefined {
    const index = this.#pending.findIndex(
      ({ match }) => (match.method ?? method) === method && (match.path?.test(path) ?? true),
    );
    const pending = this.#pending[index];
    if (!pending) return undefined;
    pending.left -= 1;
    if (pending.left <= 0) this.#pending.splice(index, 1);
    return pending.fault;
  }

  /** Cuts every gateway socket without a close frame. The session can be resumed. */
  dropGateway(): void {
    for (const connection of this.#gateway.connections) connection.drop();
  }

  /** Cuts every gateway socket, and each new one until this is called with false. */
  setGatewayOut(isOut: boolean): void {
    this.#gateway.injected.isOut = isOut;
    if (isOut) this.dropGateway();
  }

  /** Closes every gateway connection with this code. */
  closeGateway(code: number): void {
    for (const connection of this.#gateway.connections) connection.close(code, 'Injected by the test.');
  }

  /** Op 7: the bot is asked to reconnect and resume. */
  askToReconnect(): void {
    for (const connection of this.#gateway.connections) connection.send({ op: opcode.reconnect, d: null });
  }

  /** Op 9. When not resumable the session is gone and the bot has to identify anew. */
  invalidateSession({ isResumable }: { readonly isResumable: boolean }): void {
    const connections = this.#gateway.connections;
    if (!isResumable) this.#gateway.forgetSessions();
    for (const connection of connections) connection.send({ op: opcode.invalidSession, d: isResumable });
  }

  /** Silences the present connections: nothing arrives through them any more, not even heartbeat answers. */
  makeZombies(): void {
    for (const connection of this.#gateway.connections) connection.isZombie = true;
  }

  /** The next RESUME is answered with op 9, not resumable. */
  refuseNextResume(): void {
    this.#gateway.injected.refuseNextResume = true;
  }

  /** The next IDENTIFY is answered as if the token were wrong (4004). */
  refuseNextToken(): void {
    this.#gateway.injected.closeNextIdentify = closeCode.authenticationFailed;
  }

  /** The next IDENTIFY is answered as if it asked for intents that the application was not granted (4014). */
  refuseNextIntents(): void {
    this.#gateway.injected.closeNextIdentify = closeCode.disallowedIntents;
  }

  /** The next IDENTIFY is answered by closing the connection with this code. */
  closeNextIdentify(code: number): void {
    this.#gateway.injected.closeNextIdentify = code;
  }

  /** Sends an event with any payload to all sessions. */
  sendEvent(name: string, data: unknown): void {
    this.#gateway.dispatch({ name, intents: 0, buildData: () => data });
  }

  /** The guild never becomes available to sessions that start from now on. */
  withholdGuild(guild: { readonly id: string }): void {
    this.#gateway.injected.withheldGuilds.add(guild.id);
  }
}
