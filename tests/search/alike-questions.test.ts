import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AlikeQuestions } from '../../src/search/alike-questions.ts';
import { models } from '../models.ts';

const isWord = (folded: string): boolean => models.vectors.has(folded);
const same = (asked: string, known: string): boolean =>
  new AlikeQuestions([known], isWord).find(asked).length === 1;

describe('a question is recognised', () => {
  test.each([
    ['where was the SUmmer Theatre locaed ?', 'Where was the Summer Theatre located?'],
    ['When does the library opne', 'When does the library open?'],
    ['Wha is the warranty period for phones', 'What is the warranty period for phones?'],
    ['Are there refunds for tickets?', 'Are there refunds for the tickets?'],
    ['the library, when does it open', 'When does it open, the library?'],
    ['refund ticket how', 'How refund tickets'],
    ['Когда открывется библиотека?', 'Когда открывается библиотека?'],
    ['lunch', 'Lunch?'],
  ])('%j as %j', (asked, known) => {
    expect(same(asked, known)).toBe(true);
  });
});

describe('a question is not taken', () => {
  test.each([
    ['How many were sold in 2017?', 'How many were sold in 2018?'],
    ['Is the east gate open?', 'Is the west gate open?'],
    ['When was the office founded?', 'Who founded the office?'],
    ['When is the house open?', 'When is the mouse open?'],
    ['Can I enter before nine?', 'Can I enter after nine?'],
    ['How do I turn it on?', 'How do I turn it off?'],
    ['Is it open?', 'Is it not open?'],
    ['Окно открыто?', 'Окно закрыто?'],
    ['Who is Anne?', 'Who is Anna?'],
    ['', ''],
    ['?!', '?'],
    ['a'.repeat(301), 'a'.repeat(301)],
  ])('%j for %j', (asked, known) => {
    expect(same(asked, known)).toBe(false);
  });
});

test('the likest comes first', () => {
  const questions = ['the museum', 'a library', 'the library'].map(
    (place) => `When does ${place} open on Sundays?`,
  );
  expect(new AlikeQuestions(questions, isWord).find('when does the libary open on sundays')).toEqual([2, 1]);
});

test('what is found among many is what comparing with each by itself finds', () => {
  const words = fc.constantFrom(
    'when',
    'does',
    'the',
    'libary',
    'library',
    'open',
    'opens',
    '2017',
    'on',
    'a',
  );
  const question = fc.array(words, { maxLength: 8 }).map((each) => each.join(' '));
  fc.assert(
    fc.property(question, fc.array(question), (asked, known) => {
      const each = known.flatMap((one, number) => (same(asked, one) ? number : []));
      expect(new AlikeQuestions(known, isWord).find(asked).toSorted((a, b) => a - b)).toEqual(each);
    }),
  );
});
