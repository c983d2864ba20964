import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAlike, groupQuestions, listDistinctWords } from '../../../src/serving/asking/question-groups.ts';
import { type AskedQuestion, choosePhrasing } from '../../../src/serving/base/asked-question.ts';

const PETS = 'May I bring my poodle along to the top?';
const KNOWN = listDistinctWords([PETS, 'When does the parrot open?', 'How many lifts are there?']);

/** Each as it was put, with how it was understood where it leant on another. */
type Texts = readonly (string | readonly [question: string, understoodAs: string])[];

/** Questions whose ids are their places. */
function asked(...questions: Texts): AskedQuestion[] {
  return questions.map((each, index) => {
    const [question, understoodAs] = typeof each === 'string' ? [each, null] : each;
    return { id: String(index), question, understoodAs };
  });
}

/** Each group as it is called, with its ids. */
function groups(...questions: Texts) {
  const all = asked(...questions);
  return groupQuestions({ asked: all, knownWords: KNOWN }).map(({ isFollowUp, ids }) => {
    const first = all[Number(ids[0])];
    return [isFollowUp ? first?.understoodAs : first?.question, ...ids];
  });
}

describe('questions that ask the same', () => {
  test('are one group, in the order in which each was first given, called by its first', () => {
    expect(groups('How many lifts are there?', PETS, 'how many lifts are there', PETS.toUpperCase())).toEqual(
      [
        ['How many lifts are there?', '0', '2'],
        [PETS, '1', '3'],
      ],
    );
  });

  test('may have typos and another order of words; a known word is no typo of another', () => {
    expect(
      groups(PETS, 'may i brng my poodl along to the top', 'To the top, may I bring my poodle along?'),
    ).toEqual([[PETS, '0', '2', '1']]);
    expect(groups(PETS, PETS.replace('poodle', 'parrot'))).toHaveLength(2);
  });

  test('that are like two which are not like each other join the first', () => {
    expect(groups('Is zorblaxen open?', 'Is zorblaxin open?', 'Is zorblaxim open?')).toEqual([
      ['Is zorblaxen open?', '0', '1'],
      ['Is zorblaxim open?', '2'],
    ]);
  });

  test('use the full question of a follow-up', () => {
    expect(groups('How many lifts are there?', ['how many?', 'How many lifts are there?'])).toEqual([
      ['How many lifts are there?', '0', '1'],
    ]);
    expect(groups(['how many?', 'How many lifts are there?'])).toEqual([['How many lifts are there?', '0']]);
    expect(choosePhrasing({ question: 'how many?', understoodAs: 'How many lifts?' })).toBe(
      'How many lifts?',
    );
    expect(choosePhrasing({ question: PETS, understoodAs: 'Is there a lift?' })).toBe(PETS);
    expect(choosePhrasing({ question: 'how many?', understoodAs: null })).toBe('how many?');
  });

  test('are found by a phrasing, those in its words first; nothing of nothing', () => {
    const all = asked('may i brng my poodl along to the top', 'How many lifts are there?', PETS);
    expect(findAlike({ asked: all, knownWords: KNOWN, phrasing: PETS })).toEqual(['2', '0']);
    expect(findAlike({ asked: [], knownWords: [], phrasing: PETS })).toEqual([]);
    expect(groupQuestions({ asked: [], knownWords: [] })).toEqual([]);
  });
});

test('whatever is asked, each question is in exactly one group', () => {
  const word = fc.constantFrom(
    'may',
    'poodle',
    'poodl',
    'the',
    'lift',
    'lifts',
    'many',
    '?',
    '',
    'top',
    '🙂',
  );
  const question = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(question, { maxLength: 30 }), (questions) => {
      const ids = groupQuestions({ asked: asked(...questions), knownWords: KNOWN }).flatMap(
        (each) => each.ids,
      );
      expect(ids.toSorted((a, b) => Number(a) - Number(b))).toEqual(
        questions.map((_, index) => String(index)),
      );
    }),
  );
});

test('the words of questions come folded, each once', () => {
  expect(listDistinctWords(['May I?', 'may WE?'])).toEqual(['may', 'i', 'we']);
});
