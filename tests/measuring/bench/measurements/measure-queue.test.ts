import { describe, expect, test } from 'vitest';
import { measureQueue } from '../../../../src/measuring/bench/measurements/measure-queue.ts';
import { tinyBot } from '../bot-parts-options.ts';
import { steppingInstruments } from '../instruments.ts';

describe('the cost of a queue', () => {
  test('is measured on questions of which a fifth merge with others', async () => {
    const cost = await measureQueue(30, tinyBot(), steppingInstruments(1));
    expect(cost).toEqual({
      questions: 30,
      entries: 24,
      // Each reading of the clock moves it on, so that the budget may be used up before the third listing.
      listMs: expect.toSatisfy((times: readonly number[]) => times.length >= 1 && times.length <= 3),
      longestBlockMs: expect.toSatisfy((blockMs: number) => blockMs > 0),
      findMs: Array.from({ length: 20 }, () => 1),
    });
  });

  test('is measured once where listing takes long', async () => {
    const { listMs, findMs } = await measureQueue(5, tinyBot(), steppingInstruments(10_000));
    expect(listMs).toHaveLength(1);
    expect(findMs).toHaveLength(4);
  });
});
