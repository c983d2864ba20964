import { describe, expect, test } from 'vitest';
import {
  MemorySamples,
  measureServers,
} from '../../../../src/measuring/bench/measurements/measure-servers.ts';
import { tinyBot } from '../bot-parts-options.ts';
import { steppingInstruments } from '../instruments.ts';

const WORKLOAD = { servers: 3, leastServers: 3, articles: 2, sentences: 3, questions: 5 };

describe('the cost of servers', () => {
  test('is measured in all of them where the time allows', async () => {
    const cost = await measureServers(WORKLOAD, tinyBot(), steppingInstruments(1));
    expect(cost.first).toEqual(Array.from({ length: 3 }, () => ({ openMs: 1, wholeMs: 2 })));
    expect(cost.later).toHaveLength(5);
    expect(cost.outside).toHaveLength(5);
    expect(cost.afterRefresh).toHaveLength(3);
    expect(cost.refreshMs).toEqual([1, 1, 1, 1, 1]);
    expect(cost.held.map(({ servers }) => servers)).toEqual([1, 2, 3]);
  });

  test('is measured in at least one where there is no time', async () => {
    const workload = { ...WORKLOAD, leastServers: 1 };
    const cost = await measureServers(workload, tinyBot(), steppingInstruments(30_000));
    expect(cost.first).toHaveLength(1);
    expect(cost.held.map(({ servers }) => servers)).toEqual([1]);
    expect(cost.refreshMs).toHaveLength(5);
  });

  test('is measured in as many servers as are required where there is no time, with a sample of memory at intervals', async () => {
    const workload = { servers: 30, leastServers: 11, articles: 1, sentences: 1, questions: 1 };
    const cost = await measureServers(workload, tinyBot(), steppingInstruments(30_000));
    expect(cost.held.map(({ servers }) => servers)).toEqual([2, 4, 6, 8, 10, 11]);
  });
});

/** Memory that has these bytes one after the other, sampled after every `interval` servers. */
function sampleMemory(bytes: readonly number[], interval: number) {
  const left = [...bytes];
  let collected = 0;
  const collectGarbage = (): void => {
    collected++;
  };
  const samples = new MemorySamples({ collectGarbage, heldBytes: () => left.shift() ?? -1 }, interval);
  return { samples, collected: () => collected };
}

describe('samples of memory', () => {
  test('are taken at intervals, and give the bytes beyond those at the start', () => {
    const { samples, collected } = sampleMemory([100, 130, 150, 155], 2);
    for (let servers = 1; servers <= 5; servers++) samples.sampleAfter(servers);
    expect(samples.finish(5)).toEqual([
      { servers: 2, bytes: 30 },
      { servers: 4, bytes: 50 },
      { servers: 5, bytes: 55 },
    ]);
    expect(collected()).toBe(4);
  });

  test('include the last server once', () => {
    const { samples } = sampleMemory([0, 1], 2);
    samples.sampleAfter(2);
    expect(samples.finish(2)).toEqual([{ servers: 2, bytes: 1 }]);
  });
});
