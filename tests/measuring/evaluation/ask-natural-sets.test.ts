import { expect, test } from 'vitest';
import type { Response } from '../../../src/measuring/contenders/contender.ts';
import { isSameReply, listOtherPhrasings } from '../../../src/measuring/evaluation/ask-natural-sets.ts';

test('types a question in other ways, none of them twice or as it is', () => {
  expect(listOtherPhrasings('can i bring a Drone')).toEqual([
    'can i bring a drone',
    'Can i bring a Drone',
    'can i bring a Drone?',
    'can i bring a Drone??',
    'can I bring a Drone',
    '  can   i   bring   a   Drone ',
    'hi can i bring a Drone',
  ]);
  expect(listOtherPhrasings('May I? ')).toEqual(
    expect.arrayContaining(['May I', 'May I?', 'May I??', 'May i? ', 'may i? ']),
  );
});

const fact = { id: '', text: 'A.', path: 'a', headings: [], paragraph: 1, sentence: 1, start: 0, end: 2 };
const judged = (outcome: 'answered' | 'unsure'): Response => ({
  facts: [fact],
  confidence: 0.5,
  verdict: { outcome, passage: null, shortAnswer: null, guess: null },
});

test('finds replies the same whose outcome and passage are, whatever the confidence', () => {
  expect(isSameReply(judged('answered'), { ...judged('answered'), confidence: 0.9 })).toBe(true);
  expect(isSameReply(judged('answered'), judged('unsure'))).toBe(false);
  const peer: Response = { facts: [fact], confidence: 0.5, verdict: null };
  expect(isSameReply(peer, { ...peer, facts: [{ ...fact, text: 'B.' }] })).toBe(false);
  expect(isSameReply(peer, { ...peer, facts: [{ ...fact, path: 'b' }] })).toBe(false);
});
