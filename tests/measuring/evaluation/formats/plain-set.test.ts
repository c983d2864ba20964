import { describe, expect, test } from 'vitest';
import { parsePlainSet } from '../../../../src/measuring/evaluation/formats/plain-set.ts';

const question = {
  id: 'q',
  question: 'When?',
  articleId: 'a',
  paragraph: 0,
  answers: [{ text: '1900', start: 4 }],
};
const set = {
  name: 'tiny',
  articles: [{ id: 'a', title: 'A', paragraphs: ['In 1900.'] }],
  questions: [question],
};

describe('a question set', () => {
  test('tells where the right sentences stand, by the answers or by themselves', () => {
    const sentences = [{ paragraph: 2, start: 7 }];
    const parsed = parsePlainSet({ ...set, questions: [question, { ...question, sentences }] });
    expect(parsed.questions.map(({ gold }) => gold)).toEqual([[{ paragraph: 0, start: 4 }], sentences]);
  });

  test('has no certain sentence where the place was guessed, or no place is told', () => {
    const guessed = { ...question, startGuessed: true };
    const unanswerable = {
      question: 'Why?',
      articleId: 'a',
      paragraph: null,
      answers: [],
      answerable: false,
    };
    const { questions } = parsePlainSet({ ...set, questions: [guessed, unanswerable] });
    expect(questions.map(({ gold }) => gold)).toEqual([[], []]);
    expect(questions.map(({ isAnswerable }) => isAnswerable)).toEqual([true, false]);
  });

  test('may tell a question without its typos', () => {
    const typed = { ...question, question: 'Wen?', cleanQuestion: 'When?' };
    const { questions } = parsePlainSet({ ...set, questions: [typed, question] });
    expect(questions.map(({ cleanQuestion }) => cleanQuestion)).toEqual(['When?', null]);
  });

  test.each([
    [null, 'the file: Invalid input: expected object, received null'],
    [{ ...set, name: 1 }, 'name: Invalid input: expected string, received number'],
    [{ ...set, questions: {} }, 'questions: Invalid input: expected array, received object'],
    [
      { ...set, questions: [{ ...question, answers: [{ text: 'x', start: 0.5 }] }] },
      'questions[0].answers[0].start: Invalid input: expected int',
    ],
    [{ ...set, questions: [{ ...question, answers: [{ text: 'x' }] }] }, 'an answer of “When?” has no start'],
    [
      { ...set, questions: [{ ...question, cleanQuestion: 1 }] },
      'questions[0].cleanQuestion: Invalid input: expected string',
    ],
  ])('is refused with the field that is not as it must be: %#', (value, message) => {
    expect(() => parsePlainSet(value)).toThrow(message);
  });
});
