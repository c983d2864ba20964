import { describe, expect, test } from 'vitest';
import { measureQueue } from '../../../../src/measuring/bench/measurements/measure-queue.ts';
import { tinyBot } from '../bot-parts-options.ts';
import { steppingInstruments } from '../instruments.ts';

describe('what a queue costs', () => {
  test('is measured on questions of which a fifth are merged with others', async () => {
    const cost = await measureQueue(30, tinyBot(), steppingInstruments(1));
    expect(cost).toEqual({
      questions: 30,
      entries: 24,
      // The clock ticks with each look at it, so that the budget may be used up before the third.
      listMs: expect.toSatisfy((times: readonly number[]) => times.length >= 1 && times.length <= 3),
      heldUpMs: expect.toSatisfy((longest: number) => longest > 0),
      findMs: Array.from({ length: 20 }, () => 1),
    });
  });

  test('is measured once where listing takes long', async () => {
    const { listMs, findMs } = await measureQueue(5, tinyBot(), steppingInstruments(10_000));
    expect(listMs).toHaveLength(1);
    expect(findMs).toHaveLength(4);
  });
});
