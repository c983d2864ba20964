import { opcode } from '../wire-values.ts';
import type { GatewayEvent } from '../world/world.ts';
import type { Connection } from './connection.ts';

interface Sent {
  readonly sequence: number;
  readonly frame: string;
}

/**
 * What Discord remembers of a bot between two connections: the events it has not confirmed.
 * Sequence numbers start at 1 and have no gaps.
 */
export class Session {
  readonly id: string;
  readonly intents: number;
  connection: Connection | undefined;
  #sequence = 0;
  #unconfirmed: Sent[] = [];

  constructor(id: string, intents: number, connection: Connection) {
    this.id = id;
    this.intents = intents;
    this.connection = connection;
  }

  get sequence(): number {
    return this.#sequence;
  }

  wants(event: GatewayEvent): boolean {
    return event.intents === 0 || (this.intents & event.intents) !== 0;
  }

  /** Sends the event, or keeps it until the bot resumes. */
  dispatch(event: GatewayEvent): void {
    this.#sequence += 1;
    const frame = JSON.stringify({
      op: opcode.dispatch,
      t: event.name,
      s: this.#sequence,
      d: event.dataFor(this.intents),
    });
    this.#unconfirmed.push({ sequence: this.#sequence, frame });
    this.connection?.sendText(frame);
  }

  /** Forgets events up to this sequence number, which the bot has confirmed with a heartbeat. */
  confirm(sequence: number): void {
    this.#unconfirmed = this.#unconfirmed.filter((sent) => sent.sequence > sequence);
  }

  /** Goes on over a new connection: everything after `sequence` is sent again. */
  resume(connection: Connection, sequence: number): void {
    this.connection = connection;
    for (const sent of this.#unconfirmed) if (sent.sequence > sequence) connection.sendText(sent.frame);
    this.dispatch({ name: 'RESUMED', intents: 0, dataFor: () => ({ _trace: [] }) });
  }
}
