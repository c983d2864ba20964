import { describe, expect, test } from 'vitest';
import { askEach } from '../../../../src/measuring/bench/measurements/ask-each.ts';
import { withBotParts } from '../../../../src/measuring/bench/measurements/with-bot-parts.ts';
import { tinyBot } from '../bot-parts-options.ts';

const TURNS = ['a', 'b', null].map((guildId) => ({ guildId, question: 'what is there?' }));

/** Getting at what answers takes 10 ms in a server, nothing outside; only that moves the clock. */
function askWithin(budgetMs: number, least = 1) {
  return withBotParts(tinyBot(), async ({ knowledge }) => {
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
      TURNS,
    );
    return { times, counts };
  });
}

describe('asking one after the other', () => {
  test('times what it takes until what answers is at hand', async () => {
    const { times, counts } = await askWithin(1000);
    expect(times.map(({ openMs }) => openMs)).toEqual([10, 10, 0]);
    expect(times.map(({ wholeMs }) => wholeMs)).toEqual([10, 10, 0]);
    expect(counts).toEqual([1, 2, 3]);
  });

  test('ends when its time is up and the least have been asked', async () => {
    expect((await askWithin(11)).times).toHaveLength(2);
    expect((await askWithin(0)).times).toHaveLength(1);
    expect((await askWithin(0, 2)).times).toHaveLength(2);
  });
});
