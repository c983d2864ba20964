import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { type EnvironmentSource, quoteSafely, readText } from './values.ts';

/** The gateway connections (shards) that this process keeps; all shards together share the servers. */
export interface Shards {
  /** Numbers from 0, each below the number of shards; `auto` for as many as are free, shared fairly with the other processes. */
  readonly ids: readonly number[] | 'auto';
  /** The number of shards in all processes together, or null for as many as Discord recommends. Never null where `ids` are numbers. */
  readonly count: number | null;
}

/** Discord plans a shard for some 1,000 servers, so a larger number is a mistake. */
const MAX_SHARD_COUNT = 9999;
const COUNT = 'SHARD_COUNT';
const IDS = 'SHARDS';

/** Reads `SHARDS`, which is `auto` unless set, or numbers separated by commas, with or without brackets; and `SHARD_COUNT`. */
export function readShards(source: EnvironmentSource): Shards {
  const ids = readIds(source);
  const count = readCount(source);
  if (ids === 'auto') return Object.freeze({ ids, count });
  const known = count ?? Math.max(1, ids.length);
  const outside = ids.find((id) => id >= known);
  if (readText(source, COUNT) === null)
    source.mistakes.push(
      `${IDS} lists shards, but ${COUNT} is not set. Set it to the number of shards that all processes have together.`,
    );
  else if (count !== null && outside !== undefined)
    source.mistakes.push(
      `${IDS} names shard ${outside}, but ${COUNT} is ${count}. The shards of ${known} are 0 to ${known - 1}.`,
    );
  return Object.freeze({ ids: Object.freeze(ids), count: known });
}

function readCount(source: EnvironmentSource): number | null {
  const text = readText(source, COUNT);
  if (text === null) return null;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count >= 1) return count;
  source.mistakes.push(
    `${COUNT} is ${quoteSafely(text)}; it must be a whole number from 1 to ${MAX_SHARD_COUNT}, or left out.`,
  );
  return null;
}

function readIds(source: EnvironmentSource): readonly number[] | 'auto' {
  const text = readText(source, IDS);
  if (text === null || text.toLowerCase() === 'auto') return 'auto';
  const parts = text
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((part) => part.trim());
  if (parts.every((part) => /^\d{1,4}$/.test(part))) return [...new Set(parts.map(Number))];
  source.mistakes.push(
    `${IDS} is ${quoteSafely(text)}; it must be “auto”, or the numbers of this process’s shards from 0, such as 0,1, or left out.`,
  );
  return 'auto';
}

/** Where the process serves its health and its metrics. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

const PORT = 'METRICS_PORT';
const HOST = 'METRICS_HOST';
const HOST_NAME = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Reads `METRICS_PORT` and `METRICS_HOST`, or null where no port is set: nothing is served then. */
export function readMetricsAddress(source: EnvironmentSource): MetricsAddress | null {
  const text = readText(source, PORT);
  const host = readText(source, HOST) ?? '127.0.0.1';
  if (isIP(host) === 0 && !HOST_NAME.test(host))
    source.mistakes.push(
      `${HOST} is ${quoteSafely(host)}; it must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
    );
  if (text === null) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535))
    source.mistakes.push(
      `${PORT} is ${quoteSafely(text)}; it must be the number of a port from 1 to 65535, 0 for any free one, or left out.`,
    );
  return Object.freeze({ host, port });
}

const PROCESS_NAME = 'PROCESS_NAME';
const MAX_NAME_CHARS = 64;

/** Reads the name that each line of the log has. Unless set, it is the host's name and the number of the process. */
export function readProcessName(source: EnvironmentSource): string {
  const text = readText(source, PROCESS_NAME);
  if (text === null) return `${hostname()}-${process.pid}`;
  if (text.length > MAX_NAME_CHARS || !/^[\w.:@-]+$/.test(text))
    source.mistakes.push(
      `${PROCESS_NAME} is ${quoteSafely(text)}; it must be a name of at most ${MAX_NAME_CHARS} letters A–Z, digits and “.”, “:”, “@”, “_”, “-”, or left out.`,
    );
  return text;
}
