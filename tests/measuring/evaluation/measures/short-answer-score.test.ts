import { expect, it } from 'vitest';
import { scoreShortAnswer } from '../../../../src/measuring/evaluation/measures/short-answer-score.ts';

it.each([
  ['1900', ['1900'], { f1: 1, isExact: true }],
  ['The Tower!', ['tower'], { f1: 1, isExact: true }],
  ['in 1900', ['1900'], { f1: 2 / 3, isExact: false }],
  ['8', ['9', '8 offices'], { f1: 2 / 3, isExact: false }],
  ['', ['1900'], { f1: 0, isExact: false }],
  ['the', ['a'], { f1: 1, isExact: true }],
  ['to to', ['to'], { f1: 2 / 3, isExact: false }],
])('scores %j against %j with %j', (given, accepted, score) => {
  expect(scoreShortAnswer(given, accepted)).toEqual(score);
});
