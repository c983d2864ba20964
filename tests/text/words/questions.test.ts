import { expect, it } from 'vitest';
import { isQuestion } from '../../../src/text/words/questions.ts';

it.each(['Who?', '“Who came?”', 'Q: (Who came?) ', 'كيف؟', '本当？'])('tells that %j asks', (sentence) => {
  expect(isQuestion(sentence)).toBe(true);
});

it.each(['', 'Kim came.', 'Who? Kim.', 'Write to a?b'])('tells that %j does not ask', (sentence) => {
  expect(isQuestion(sentence)).toBe(false);
});
