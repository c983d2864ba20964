import { describe, expect, test } from 'vitest';
import { NOVELTY_FEATURES } from '../../../src/answering/ranking/novelty-features.ts';
import { baseOf } from '../../articles.ts';
import { featureReader } from './feature-values.ts';

/** Reads what is new in the one sentence of a base beside a question, by name. */
function noveltyOf(asked: string, sentence: string): (name: string) => number {
  const read = featureReader(NOVELTY_FEATURES, baseOf(sentence), asked);
  return (name) => read(name, sentence);
}

describe('of what the question does not say', () => {
  test.each([
    ['numbers', ['How many offices opened?', 'Eight offices opened.'], 1],
    ['numbers', ['How many offices opened?', '8 offices opened.'], 1],
    ['numbers', ['Where did the 8 offices open?', 'The 8 offices opened.'], 0],
    ['times', ['When did offices open?', 'Offices opened in May.'], 1],
    ['times', ['When did offices open?', 'Offices opened in 1994.'], 1],
    ['times', ['When did offices open?', 'Offices opened in 2008.'], 1],
    ['times', ['When did offices open?', 'Offices opened there.'], 0],
    ['names', ['Who opened offices?', 'Bremen opened offices.'], 0.25],
    ['names', ['Who opened offices?', 'Belyaninov opened offices.'], 0.25],
    ['names', ['Who opened offices?', 'Workers opened offices.'], 0],
    ['names', ['Who opened offices?', 'There Anna opened offices.'], 0.25],
    ['names', ['Who opened offices?', 'In Lisbon, Anna Smith and Bob Jones of Bonn opened offices.'], 1],
    ['names', ['Did Bob open offices?', 'Then Bob opened offices.'], 0],
    ['words', ['Who opened offices?', 'The baker opened offices.'], 0.04],
  ] as const)('the sentence holds %s, beside %j: %d', (what, [question, sentence], share) =>
    expect(noveltyOf(question, sentence)(`novel.${what}`)).toBeCloseTo(share),
  );

  test('it counts what is asked for apart', () => {
    const found = noveltyOf('When did offices open?', 'Offices opened in 1994.');
    expect(found('novel.times for date')).toBe(1);
    expect(found('novel.times for number')).toBe(0);
  });
});
