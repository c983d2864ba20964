import { describe, expect, test } from 'vitest';
import type { Outcome, Reason } from '../../../src/answering/question/answer.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { weighEvidence } from '../../../src/answering/verdict/evidence.ts';
import { explainOutcome } from '../../../src/answering/verdict/outcome.ts';
import { baseOf } from '../../articles.ts';

const base = baseOf(
  'The old tower was built.',
  'Cows are brown.',
  'Somebody spoke of this and that. '.repeat(20),
);

/** The reason for an outcome, with the evidence for the best fact of the base. */
function reason(asked: string, outcome: Outcome): Reason {
  const question = readQuestion(base, asked);
  const [best] = base.find(question.terms, 1);
  const evidence = best === undefined ? null : weighEvidence(question, best);
  return explainOutcome(question, { evidence, outcome });
}

describe('the reason of an outcome', () => {
  test.each<readonly [string, Outcome, Reason]>([
    // Words that no article holds, as they were typed; an answer all the same leaves them out.
    ['Towers of Xylophones?', 'unsure', { kind: 'not-mentioned', words: ['Xylophones'] }],
    ['Towers of Xylophones?', 'answered', { kind: 'partly-said', words: ['Xylophones'] }],
    ['Towers of cows?', 'unknown', { kind: 'nothing-close' }],
    ['towers of old Cows?', 'unsure', { kind: 'partly-said', words: ['Cows'] }],
    // A missing detail is told only of what is not given as the answer.
    ['When was the tower built?', 'unsure', { kind: 'no-such-detail', asksFor: 'date' }],
    ['When was the tower built?', 'answered', { kind: 'said' }],
    ['Why was the tower built?', 'unsure', { kind: 'said' }],
    ['what?', 'unknown', { kind: 'no-question' }],
    ['thank you', 'unknown', { kind: 'small-talk' }],
  ])('of “%s” being %s is %j', (asked, outcome, expected) =>
    expect(reason(asked, outcome)).toEqual(expected),
  );

  test('is that nothing is close if nothing was found', () => {
    const nothing = { evidence: null, outcome: 'unsure' } as const;
    expect(explainOutcome(readQuestion(base, 'tower'), nothing)).toEqual({ kind: 'nothing-close' });
  });
});
