import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question.ts';
import { NOVELTY_FEATURES } from '../../../src/answering/ranking/novelty-features.ts';
import { setScene } from '../../../src/answering/ranking/scene.ts';
import { baseOf } from '../../articles.ts';
import { models } from '../../models.ts';

/** The features of the one sentence of a base beside a question, by their names. */
function novelties(text: string, sentence: string): ReadonlyMap<string, number> {
  const base = baseOf(sentence);
  const question = readQuestion(base, text);
  const candidates = base.find(question.terms, 1);
  const read = NOVELTY_FEATURES.open(setScene(base, models.vectors, { question, candidates }));
  const [candidate] = candidates;
  if (candidate === undefined) throw new Error('nothing is found');
  const values = read(candidate, 0);
  return new Map(NOVELTY_FEATURES.names.map((name, place) => [name, values[place] ?? Number.NaN]));
}

describe('of what the question does not say', () => {
  test.each([
    ['numbers', ['How many offices opened?', 'Eight offices opened.'], 1],
    ['numbers', ['How many offices opened?', '8 offices opened.'], 1],
    ['numbers', ['Where did the 8 offices open?', 'The 8 offices opened.'], 0],
    ['times', ['When did offices open?', 'Offices opened in May.'], 1],
    ['times', ['When did offices open?', 'Offices opened in 1994.'], 1],
    ['times', ['When did offices open?', 'Offices opened there.'], 0],
    ['names', ['Who opened offices?', 'There Anna opened offices.'], 0.25],
    ['names', ['Who opened offices?', 'In Lisbon, Anna Smith and Bob Jones of Bonn opened offices.'], 1],
    ['names', ['Did Bob open offices?', 'Then Bob opened offices.'], 0],
    ['words', ['Who opened offices?', 'The baker opened offices.'], 0.04],
  ] as const)('the sentence holds %s, beside %j: %d', (what, [question, sentence], share) =>
    expect(novelties(question, sentence).get(`novel.${what}`)).toBeCloseTo(share),
  );

  test('it counts what is asked for apart', () => {
    const found = novelties('When did offices open?', 'Offices opened in 1994.');
    expect(found.get('novel.times for date')).toBe(1);
    expect(found.get('novel.times for number')).toBe(0);
  });
});
