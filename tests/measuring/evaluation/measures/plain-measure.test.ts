import { describe, expect, test } from 'vitest';
import type { Response } from '../../../../src/measuring/contenders/contender.ts';
import {
  type PlainQuestion,
  parsePlainSet,
  toArticle,
} from '../../../../src/measuring/evaluation/formats/plain-set.ts';
import { describePlainMiss } from '../../../../src/measuring/evaluation/measures/miss.ts';
import {
  measurePlain,
  type PlainMeasurement,
  scoreShortAnswer,
} from '../../../../src/measuring/evaluation/measures/plain-measure.ts';
import { summarisePlain } from '../../../../src/measuring/evaluation/measures/plain-summary.ts';
import { TINY } from '../tiny-set.ts';

const { articles, questions } = parsePlainSet(TINY);
const facts = articles.map(toArticle).flatMap((article) => article.facts);
const [built, , , bitcoin] = questions;
/** The right sentence first, then the rest; and the other way round. */
const RIGHT = facts;
const WRONG = facts.toReversed();

type Said = Partial<NonNullable<Response['verdict']>>;

function answer(
  question: PlainQuestion | undefined,
  found: Response['facts'],
  said: Said | null,
): PlainMeasurement {
  if (question === undefined) throw new RangeError('the tiny set has no such question');
  const verdict =
    said === null
      ? null
      : {
          outcome: 'answered' as const,
          passage: null,
          shortAnswer: null,
          guess: said.shortAnswer ?? null,
          ...said,
        };
  const response = { facts: found, confidence: 0.5, verdict };
  return measurePlain({ question, response, cleanResponse: null, tookMs: 1 });
}

describe('the highlight', () => {
  test.each<[string, Said, string]>([
    ['the accepted answer', { shortAnswer: '1900' }, 'right'],
    ['the accepted answer with a word around it', { shortAnswer: 'in 1900' }, 'right'],
    ['something else', { shortAnswer: 'tower' }, 'wrong'],
    ['no short answer', {}, 'none'],
    [
      'a short answer in what is only the closest passage',
      { outcome: 'unsure', shortAnswer: '1900' },
      'none',
    ],
  ])('of the right sentence with %s is %s', (_, said, highlight) => {
    expect(answer(built, RIGHT, said).highlight).toBe(highlight);
  });

  test('is not told where another sentence comes first, and of a peer', () => {
    expect(answer(built, WRONG, { shortAnswer: '1900' }).highlight).toBeNull();
    expect(answer(built, RIGHT, null).highlight).toBeNull();
  });

  test('is summed up over the right sentences only', () => {
    const said = ['1900', '1900', 'tower', null].map((shortAnswer) => answer(built, RIGHT, { shortAnswer }));
    const summary = summarisePlain([...said, answer(built, WRONG, { shortAnswer: 'long' })], null);
    expect(summary).toMatchObject({ shown: 3 / 4, rightWhenShown: 2 / 3, rightSentence: 4 / 5 });
  });
});

describe('a place', () => {
  test('counts for the first three up to the third', () => {
    const ranked = [0, 1, 2, 3].map((place) => {
      const others = facts.slice(1);
      return answer(built, [...others.slice(0, place), ...facts.slice(0, 1), ...others.slice(place)], {});
    });
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(summarisePlain(ranked, null)).toMatchObject({ rightSentence: 1 / 4, topThree: 3 / 4 });
  });
});

describe('a refusal', () => {
  test('is `unknown`; `unsure` is no answer either', () => {
    const all = (['unknown', 'unsure', 'answered', 'answered'] as const).map((outcome) =>
      answer(bitcoin, WRONG, { outcome }),
    );
    expect(summarisePlain(all, null)).toMatchObject({ refused: 1 / 4, notAnswered: 1 / 2 });
  });

  test('at equal keeping is a confidence below the threshold, and keeping one that is not', () => {
    const all = [answer(built, RIGHT, {}), answer(bitcoin, WRONG, {})];
    expect(summarisePlain(all, 0.5)).toMatchObject({ keptAtThreshold: 1, refusedAtThreshold: 0 });
    expect(summarisePlain(all, 0.51)).toMatchObject({ keptAtThreshold: 0, refusedAtThreshold: 1 });
    expect(summarisePlain(all, null)).toMatchObject({ keptAtThreshold: null, refusedAtThreshold: null });
  });
});

describe('a miss', () => {
  test('names a wrong highlight on the right sentence and what was wanted', () => {
    expect(describePlainMiss(answer(built, RIGHT, { shortAnswer: 'tower' }))).toBe(
      '✗ When was the tower built? (answered, right sentence, but “tower” stands out instead of “1900”)\n' +
        '    The tower was built in 1900.',
    );
  });

  test('is a wrong sentence, and an unanswerable question that is not refused', () => {
    expect(describePlainMiss(answer(built, WRONG, {}))).toContain('right one at place 5');
    expect(describePlainMiss(answer(bitcoin, WRONG, { outcome: 'unsure' }))).toContain('has no answer');
  });

  test.each<[string, PlainMeasurement]>([
    ['the right highlight', answer(built, RIGHT, { shortAnswer: '1900' })],
    ['no highlight on the right sentence', answer(built, RIGHT, {})],
    ['an unanswerable question that is refused', answer(bitcoin, WRONG, { outcome: 'unknown' })],
  ])('is not %s', (_, measurement) => {
    expect(describePlainMiss(measurement)).toBeNull();
  });
});

describe('a short answer', () => {
  test.each([
    ['1900', ['1900'], { f1: 1, isExact: true }],
    ['The Tower!', ['tower'], { f1: 1, isExact: true }],
    ['in 1900', ['1900'], { f1: 2 / 3, isExact: false }],
    ['8', ['9', '8 offices'], { f1: 2 / 3, isExact: false }],
    ['', ['1900'], { f1: 0, isExact: false }],
    ['the', ['a'], { f1: 1, isExact: true }],
    ['to to', ['to'], { f1: 2 / 3, isExact: false }],
  ])('of %j against %j scores %j', (given, accepted, score) => {
    expect(scoreShortAnswer(given, accepted)).toEqual(score);
  });
});
