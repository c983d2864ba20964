import { type EnvironmentSource, quoteSafely, readText } from './values.ts';

/** The gateway connections (shards) that this process keeps; all shards together share the servers. */
export interface Shards {
  /** At least one number, each from 0 and below `count`. */
  readonly ids: readonly number[];
  /** The number of shards in all processes together. */
  readonly count: number;
}

/** Discord plans a shard for some 1,000 servers, so a larger number is a mistake. */
const MAX_SHARD_COUNT = 9999;
const COUNT = 'SHARD_COUNT';
const IDS = 'SHARDS';

/** Reads `SHARDS`: numbers separated by commas, with or without brackets. Without it, this process keeps all shards of `SHARD_COUNT`. */
export function readShards(source: EnvironmentSource): Shards {
  const ids = readIds(source);
  const count = readCount(source) ?? Math.max(1, ids?.length ?? 1);
  const outside = ids?.find((id) => id >= count);
  if (outside !== undefined)
    source.mistakes.push(
      `${IDS} names shard ${outside}, but ${COUNT} is ${readText(source, COUNT) === null ? 'not set' : count}. The shards of ${count} are 0 to ${count - 1}; set ${COUNT} to the number of shards that all processes have together.`,
    );
  return Object.freeze({ ids: Object.freeze(ids ?? Array.from({ length: count }, (_, id) => id)), count });
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

function readIds(source: EnvironmentSource): readonly number[] | null {
  const text = readText(source, IDS);
  if (text === null) return null;
  const parts = text
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((part) => part.trim());
  if (parts.every((part) => /^\d{1,4}$/.test(part))) return [...new Set(parts.map(Number))];
  source.mistakes.push(
    `${IDS} is ${quoteSafely(text)}; it must be the numbers of this process’s shards from 0, such as 0,1, or left out.`,
  );
  return null;
}
