import type { Client } from 'discord.js';

/** An event that discord.js could not take in. */
export interface PacketFailure {
  readonly err: unknown;
  /** The name of the event, such as `MESSAGE_CREATE`; null where it has none. */
  readonly event: string | null;
}

/**
 * Keeps what discord.js throws while it takes in one event from ending the process: the event is lost, and is told of. The method is no
 * part of discord.js’s types; where a later version does not have it, such an exception ends the process as any other.
 */
export function survivePacketFailures(client: Client, onFailed: (failure: PacketFailure) => void): void {
  const manager: object = client.ws;
  const handle: unknown = Reflect.get(manager, 'handlePacket');
  if (typeof handle !== 'function') return;
  Reflect.set(manager, 'handlePacket', (...args: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(handle, manager, args);
    } catch (err) {
      onFailed({ err, event: eventOf(args[0]) });
      return false;
    }
  });
}

function eventOf(packet: unknown): string | null {
  const isNamed =
    typeof packet === 'object' && packet !== null && 't' in packet && typeof packet.t === 'string';
  return isNamed ? String(packet.t) : null;
}
