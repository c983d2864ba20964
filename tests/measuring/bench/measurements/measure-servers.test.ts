import { describe, expect, test } from 'vitest';
import { measureServers } from '../../../../src/measuring/bench/measurements/measure-servers.ts';
import { tinyBot } from '../bot-parts-options.ts';
import { steppingInstruments } from '../instruments.ts';

const WORKLOAD = { servers: 3, leastServers: 3, articles: 2, sentences: 3, questions: 5 };

describe('what servers cost', () => {
  test('is measured in all of them where there is time', async () => {
    const cost = await measureServers(WORKLOAD, tinyBot(), steppingInstruments(1));
    expect(cost.first).toEqual(Array.from({ length: 3 }, () => ({ openMs: 1, wholeMs: 2 })));
    expect(cost.later).toHaveLength(5);
    expect(cost.outside).toHaveLength(5);
    expect(cost.afterRefresh).toHaveLength(3);
    expect(cost.refreshMs).toEqual([1, 1, 1, 1, 1]);
    expect(cost.held.map(({ servers }) => servers)).toEqual([1, 2, 3]);
  });

  test('is measured in one at least where there is no time', async () => {
    const workload = { ...WORKLOAD, leastServers: 1 };
    const cost = await measureServers(workload, tinyBot(), steppingInstruments(30_000));
    expect(cost.first).toHaveLength(1);
    expect(cost.held.map(({ servers }) => servers)).toEqual([1]);
    expect(cost.refreshMs).toHaveLength(5);
  });

  test('is looked at in the least of servers where there is no time, and not in every one', async () => {
    const workload = { servers: 30, leastServers: 11, articles: 1, sentences: 1, questions: 1 };
    const cost = await measureServers(workload, tinyBot(), steppingInstruments(30_000));
    expect(cost.held.map(({ servers }) => servers)).toEqual([2, 4, 6, 8, 10, 11]);
  });
});
