import type { WebSocket } from 'ws';

/** @see https://docs.discord.com/developers/events/gateway#rate-limiting */
const SENDS_A_MINUTE = 120;

/** One WebSocket of the bot. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #openedAt: number;
  #received = 0;
  /** A half-open connection: the bot believes in it, but nothing comes through any more. */
  isZombie = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#openedAt = performance.now();
  }

  send(payload: { readonly op: number; readonly d: unknown }): void {
    this.sendText(JSON.stringify({ ...payload, s: null, t: null }));
  }

  sendText(frame: string): void {
    if (!this.isZombie && this.#socket.readyState === this.#socket.OPEN) this.#socket.send(frame);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Cuts the connection without a close frame, as a lost network does. */
  drop(): void {
    this.#socket.terminate();
  }

  /** Counts a frame; false once the bot has sent more than Discord allows in the connection's first minute. */
  mayReceive(): boolean {
    this.#received += 1;
    return this.#received <= SENDS_A_MINUTE || performance.now() - this.#openedAt > 60_000;
  }
}
