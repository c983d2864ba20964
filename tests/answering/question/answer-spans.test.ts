import { describe, expect, test } from 'vitest';
import { findAnswerSpans } from '../../../src/answering/question/answer-spans.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { baseOf } from '../../articles.ts';

const FACT = 'In 1994 Andrei Belyaninov opened 8 offices in Finland for 5 million dollars.';
const base = baseOf(FACT);

function candidates(question: string, fact = FACT): string[] | null {
  const spans = findAnswerSpans(readQuestion(base, question), fact);
  return spans?.map(({ start, end }) => fact.slice(start, end)) ?? null;
}

describe('an answer span in a fact', () => {
  test.each([
    ['a date', 'When did it open?', ['1994']],
    ['a number', 'How many offices are there?', ['8', '5 million']],
    ['an amount with its unit', 'How much did it cost?', ['5 million dollars']],
    ['a person’s name', 'Who opened it?', ['Andrei Belyaninov', 'Finland']],
    ['a place’s name', 'Where is it?', ['Andrei Belyaninov', 'Finland']],
  ])('is %s', (_, question, found) => expect(candidates(question)).toEqual(found));

  test('holds more than the question itself says', () => {
    expect(candidates('Who is Andrei Belyaninov?')).toEqual(['Finland']);
    expect(candidates('When in 1994 did it open?')).toEqual([]);
    expect(candidates('How many of the 8 offices opened?')).toEqual(['5 million']);
  });

  test('is a bare number for an amount only if no other is new', () => {
    expect(candidates('How much did it cost?', 'It cost 30.')).toEqual(['30']);
    expect(candidates('How long are 3 years?', 'In 3 years 40 passed.')).toEqual(['40']);
  });

  test('may add words to those of the question', () => {
    expect(candidates('Who is Belyaninov?')).toEqual(['Andrei Belyaninov', 'Finland']);
  });

  test('is missing if the fact holds nothing of the kind', () => {
    expect(candidates('When did it open?', 'It opened once.')).toEqual([]);
  });

  test.each([
    'What is it?',
    'Why did it open?',
    'How does it work?',
    'Is it open?',
    'What does CCD stand for?',
    'offices',
  ])('cannot be told for “%s”', (question) => expect(candidates(question)).toBeNull());
});
