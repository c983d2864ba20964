import { opcode } from '../wire-values.ts';
import type { GatewayEvent } from '../world/world.ts';
import type { Connection } from './connection.ts';
import { isServedByShard, type Shard } from './shard.ts';

interface Sent {
  readonly sequence: number;
  readonly frame: string;
}

interface SessionOptions {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
}

/**
 * What Discord remembers of a bot between two connections: the events it has not confirmed.
 * Sequence numbers start at 1 and have no gaps.
 */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  connection: Connection | undefined;
  #sequence = 0;
  #unconfirmed: Sent[] = [];

  constructor({ id, intents, shard }: SessionOptions, connection: Connection) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.connection = connection;
  }

  get sequence(): number {
    return this.#sequence;
  }

  wants(event: GatewayEvent): boolean {
    const isIntended = event.intents === 0 || (this.intents & event.intents) !== 0;
    return isIntended && isServedByShard(this.shard, guildIdOf(event, this.intents));
  }

  /** Sends the event, or keeps it until the bot resumes. */
  dispatch(event: GatewayEvent): void {
    this.#sequence += 1;
    const frame = JSON.stringify({
      op: opcode.dispatch,
      t: event.name,
      s: this.#sequence,
      d: event.buildData(this.intents),
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
    this.dispatch({ name: 'RESUMED', intents: 0, buildData: () => ({ _trace: [] }) });
  }
}

/** Undefined for what happens outside guilds, and for events of no place. */
function guildIdOf({ name, buildData }: GatewayEvent, intents: number): string | undefined {
  const data = Object(buildData(intents));
  const id: unknown = /^GUILD_(?:CREATE|UPDATE|DELETE)$/.test(name) ? data.id : data.guild_id;
  return typeof id === 'string' ? id : undefined;
}
