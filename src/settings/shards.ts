import { quoteSafely, readText, type SettingsReader } from './values.ts';

/** Which of the gateway connections that share the servers this process keeps. */
export interface Shards {
  /** From 0, each below `count`; at least one. */
  readonly ids: readonly number[];
  /** How many there are in all processes together. */
  readonly count: number;
}

/** Discord gives a shard to 1,000 servers or so; a larger number is a slip. */
const MOST_SHARDS = 9999;
const COUNT = 'SHARD_COUNT';
const IDS = 'SHARDS';

/** `SHARDS` as numbers with commas between, also in brackets; all of `SHARD_COUNT` where it is not set. */
export function readShards(reader: SettingsReader): Shards {
  const ids = readIds(reader);
  const count = readCount(reader) ?? Math.max(1, ids?.length ?? 1);
  const outside = ids?.find((id) => id >= count);
  if (outside !== undefined)
    reader.mistakes.push(
      `${IDS} names shard ${outside}, but ${COUNT} is ${readText(reader, COUNT) === null ? 'not set' : count}. The shards of ${count} are 0 to ${count - 1}; set ${COUNT} to the number of shards that all processes have together.`,
    );
  return Object.freeze({ ids: Object.freeze(ids ?? Array.from({ length: count }, (_, id) => id)), count });
}

function readCount(reader: SettingsReader): number | null {
  const text = readText(reader, COUNT);
  if (text === null) return null;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count >= 1) return count;
  reader.mistakes.push(
    `${COUNT} is ${quoteSafely(text)}; it must be a whole number from 1 to ${MOST_SHARDS}, or left out.`,
  );
  return null;
}

function readIds(reader: SettingsReader): readonly number[] | null {
  const text = readText(reader, IDS);
  if (text === null) return null;
  const parts = text
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((part) => part.trim());
  if (parts.every((part) => /^\d{1,4}$/.test(part))) return [...new Set(parts.map(Number))];
  reader.mistakes.push(
    `${IDS} is ${quoteSafely(text)}; it must be the numbers of this process’s shards from 0, such as 0,1, or left out.`,
  );
  return null;
}
