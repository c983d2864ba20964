import { describe, expect, test } from 'vitest';
import { askEach } from '../../../../src/measuring/bench/measurements/ask-each.ts';
import { runWithBotParts } from '../../../../src/measuring/bench/measurements/bot-parts.ts';
import { tinyBot } from '../bot-parts-options.ts';

const PLANNED = ['a', 'b', null].map((guildId) => ({ guildId, question: 'what is there?' }));

/** Opening a base takes 10 ms in a server, and no time outside; nothing else moves the clock. */
function askWithin(budgetMs: number, least = 1) {
  return runWithBotParts(tinyBot(), async ({ knowledge }) => {
    let clock = 0;
    const counts: number[] = [];
    const times = await askEach(
      {
        knowledge: {
          run: (guildId, name, input) => {
            clock += guildId === null || name === 'ask' ? 0 : 10;
            return knowledge.run(guildId, name, input);
          },
        },
        nowMs: () => clock,
        budgetMs,
        least,
        onAsked: (count) => counts.push(count),
      },
      PLANNED,
    );
    return { times, counts };
  });
}

describe('asking one after the other', () => {
  test('times how long it takes to open the base', async () => {
    const { times, counts } = await askWithin(1000);
    expect(times.map(({ openMs }) => openMs)).toEqual([10, 10, 0]);
    expect(times.map(({ wholeMs }) => wholeMs)).toEqual([10, 10, 0]);
    expect(counts).toEqual([1, 2, 3]);
  });

  test('ends when its time is up and enough have been asked', async () => {
    expect((await askWithin(11)).times).toHaveLength(2);
    expect((await askWithin(0)).times).toHaveLength(1);
    expect((await askWithin(0, 2)).times).toHaveLength(2);
  });
});
