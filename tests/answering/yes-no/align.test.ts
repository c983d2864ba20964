import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { settlesFigure } from '../../../src/answering/yes-no/align.ts';
import { baseOf } from '../../articles.ts';

/** Whether the first sentence of a paragraph settles the question. */
function settles(question: string, paragraph: string): boolean | undefined {
  const base = baseOf(paragraph);
  const read = readQuestion(base, question);
  const candidate = base.find(read.terms, 100).find(({ index }) => index === 0);
  return candidate && settlesFigure(read, candidate);
}

describe('a figure asked about', () => {
  test.each([
    ['Were there 9 representative offices?', 'Today there are 8 representative offices.'],
    ['Are there 8 offices?', 'There are 8 offices.'],
    ['Does the club have nine members?', 'There are 8 members. The club is old.'],
    ['Is it the first meeting?', 'It is the second meeting.'],
  ])('“%s” is settled by “%s”', (question, paragraph) => expect(settles(question, paragraph)).toBe(true));

  test.each([
    ['has no number beside the same word', 'Are there 9 offices?', 'Offices are open for 8 hours.'],
    ['says no number', 'Are there 9 offices?', 'Offices are many.'],
    ['speaks of something else', 'Does the zoo have 9 offices?', 'There are 8 offices.'],
    ['is asked for the number', 'How many offices are in the 9 towns?', 'Offices are in 8 towns.'],
    ['is asked for none', 'Are there offices?', 'There are 8 offices.'],
  ])('is not settled if the sentence %s', (_, question, paragraph) =>
    expect(settles(question, paragraph)).toBe(false),
  );
});
