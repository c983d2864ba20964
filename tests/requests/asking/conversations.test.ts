import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/answering/follow-up/exchange.ts';
import { Conversations } from '../../../src/requests/asking/conversations.ts';
import { baseOf } from '../../articles.ts';

const [fact] = baseOf('The museum was founded in 1952.').facts;
const MINUTE_MS = 60_000;

function exchangeOf(question: string, isLatest = true): Exchange {
  if (fact === undefined) throw new Error('the base has no fact');
  return { question, fact, words: null, isLatest };
}

function conversationsAt(clock: { nowMs: number }, maxCount = 1_000): Conversations {
  return new Conversations({ nowMs: () => clock.nowMs, maxCount });
}

describe('conversations', () => {
  test('keep the last exchange of each key apart', () => {
    const conversations = conversationsAt({ nowMs: 0 });
    const [ann, ben] = [exchangeOf('When?'), exchangeOf('Where?')];
    conversations.remember('ann', ann);
    conversations.remember('ben', ben);
    expect(conversations.findLast('ann')).toBe(ann);
    expect(conversations.findLast('ben')).toBe(ben);
    expect(conversations.findLast('eve')).toBeNull();
  });

  test('forget after ten minutes', () => {
    const clock = { nowMs: 0 };
    const conversations = conversationsAt(clock);
    conversations.remember('ann', exchangeOf('When?'));
    clock.nowMs = 10 * MINUTE_MS - 1;
    expect(conversations.findLast('ann')).not.toBeNull();
    clock.nowMs = 10 * MINUTE_MS;
    expect(conversations.findLast('ann')).toBeNull();
  });

  test('count the time from the last answer, not from what was not answered since', () => {
    const clock = { nowMs: 0 };
    const conversations = conversationsAt(clock);
    conversations.remember('ann', exchangeOf('When?'));
    clock.nowMs = 9 * MINUTE_MS;
    conversations.remember('ann', exchangeOf('When?', false));
    clock.nowMs = 11 * MINUTE_MS;
    expect(conversations.findLast('ann')).toBeNull();
  });

  test('start the time anew with the next answer', () => {
    const clock = { nowMs: 0 };
    const conversations = conversationsAt(clock);
    conversations.remember('ann', exchangeOf('When?'));
    clock.nowMs = 9 * MINUTE_MS;
    conversations.remember('ann', exchangeOf('Where?'));
    clock.nowMs = 11 * MINUTE_MS;
    expect(conversations.findLast('ann')?.question).toBe('Where?');
  });

  test('drop the one that was silent for longest where there are too many', () => {
    const conversations = conversationsAt({ nowMs: 0 }, 2);
    for (const key of ['ann', 'ben', 'ann', 'eve']) conversations.remember(key, exchangeOf(`${key}?`));
    expect(['ann', 'ben', 'eve'].map((key) => conversations.findLast(key)?.question)).toEqual([
      'ann?',
      undefined,
      'eve?',
    ]);
  });

  test('keep nothing of a conversation in which nothing was answered', () => {
    const conversations = conversationsAt({ nowMs: 0 });
    conversations.remember('ann', null);
    expect(conversations.findLast('ann')).toBeNull();
  });
});
