import { describe, expect, test } from 'vitest';
import { measureServers } from '../../src/benchmark/measure-servers.ts';
import { tinyBot } from './bot-parts-options.ts';
import { steppingInstruments } from './instruments.ts';

const WORKLOAD = { servers: 3, articles: 2, sentences: 3, questions: 5 };
const THEIRS = ['server/article-1.md', 'server/article-2.md'];

describe('what servers cost', () => {
  test('is measured in all of them where there is time', async () => {
    const { options, readings } = tinyBot();
    const cost = await measureServers(WORKLOAD, options, steppingInstruments(1));
    expect(readings).toEqual([THEIRS, THEIRS, THEIRS]);
    expect(cost.first).toEqual(Array.from({ length: 3 }, () => ({ openMs: 1, wholeMs: 2 })));
    expect(cost.later).toHaveLength(5);
    expect(cost.outside).toHaveLength(5);
    expect(cost.afterRefresh).toHaveLength(3);
    expect(cost.refreshMs).toEqual([1, 1, 1, 1, 1]);
    expect(cost.held.map(({ servers }) => servers)).toEqual([1, 2, 3]);
  });

  test('is measured in the first ones where time is up, of which the last are read here', async () => {
    const { options, readings } = tinyBot();
    const cost = await measureServers(WORKLOAD, options, steppingInstruments(20_000));
    expect(cost.first).toHaveLength(1);
    expect(readings).toEqual([THEIRS]);
    expect(cost.held.map(({ servers }) => servers)).toEqual([1, 2]);
    expect(cost.refreshMs).toHaveLength(5);
  });
});
