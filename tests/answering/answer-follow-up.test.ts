import { describe, expect, test, vi } from 'vitest';
import { answerFollowUp, type FollowUpAnswer, tellsCause } from '../../src/answering/answer-follow-up.ts';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readFollowUp } from '../../src/answering/follow-up/follow-up.ts';
import { toClosest } from '../../src/answering/follow-up/weaken-answer.ts';
import type { Answer } from '../../src/answering/question/answer.ts';
import { type Question, readQuestion } from '../../src/answering/question/question.ts';
import { decideOutcome } from '../../src/answering/verdict/outcome.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { baseOf, plainArticle, seedBase } from '../articles.ts';
import { meaningOf } from '../opened-encoders.ts';

/** What is answered to `text` after `question`, which the base answers. */
async function asked(base: FactBase, question: string, text: string): Promise<FollowUpAnswer> {
  const read = readQuestion(base, question);
  const options = { limit: 1, vectors: await meaningOf(base) };
  return lean(read, await answerQuestion(read, options), text);
}

async function lean(
  { base, typed: question }: Question,
  { matches, guess }: Answer,
  text: string,
): Promise<FollowUpAnswer> {
  const fact = matches[0]?.fact;
  if (fact === undefined) throw new Error(`“${question}” is not answered`);
  const words = guess === null ? null : fact.text.slice(guess.start, guess.end);
  const last = { question, fact, words, isLatest: true };
  const followUp = readFollowUp(readQuestion(base, text), last);
  if (followUp === null) throw new Error(`“${text}” is not a follow-up`);
  return answerFollowUp(followUp, { last, limit: 5, vectors: await meaningOf(base) });
}

const ABROAD = 'How many representative offices does Russian customs have abroad?';
const NOTHING_SAID = {
  isOnlyIntroduction: false,
  surelyLacks: false,
  isNarrowed: false,
  isOpposite: false,
  saysLongForm: false,
};

const FERRY = baseOf(
  'The ferry to Marrow carries 40 cars and 200 passengers. Since 2011 Ada Quint has been its captain.',
  'The ferry to Tallow carries bicycles only. The lighthouse of Marrow was built in 1904. The lighthouse of Tallow is red.',
  'Admission to the lighthouse costs 4 euros on weekdays. The lighthouse is closed on Sundays.',
);
const CARS = 'How many cars does the ferry to Marrow carry?';

/** The articles searched, in their order; undefined for all. */
async function searched(
  base: FactBase,
  question: string,
  text: string,
): Promise<readonly (string | undefined)[]> {
  const read = readQuestion(base, question);
  const first = await answerQuestion(read, { limit: 1, vectors: await meaningOf(base) });
  const find = vi.spyOn(base, 'find');
  await lean(read, first, text);
  return find.mock.calls.map(([, , options]) => options?.within);
}

test('drops a short answer that already answered the last question', async () => {
  const base = await seedBase();
  const { answer } = await asked(base, ABROAD, 'and in Germany?');
  expect(answer).toMatchObject({ outcome: 'answered', shortAnswer: null });
  expect(answer.matches[0]?.fact.text).toContain('Germany');
});

describe('an answer that is weakened', () => {
  test('to unknown names the words that no article holds, and brings the nearest passages', async () => {
    const { answer } = await asked(await seedBase(), ABROAD, 'and in France?');
    expect(answer).toMatchObject({
      outcome: 'unknown',
      reason: { kind: 'not-mentioned', words: ['France'] },
      shortAnswer: null,
      rivals: [],
    });
    expect(answer.nearest.map(({ article }) => article.path)).toEqual(['russian-fcs-meeting.md']);
    expect(decideOutcome(answer.confidence, NOTHING_SAID, 'balanced')).toBe('unknown');
  });

  test('to unknown names the words that only other passages hold', async () => {
    const { answer } = await asked(FERRY, CARS, 'and bicycles?');
    expect(answer).toMatchObject({
      outcome: 'unknown',
      reason: { kind: 'partly-said', words: ['bicycles'] },
    });
  });

  test('to unknown after a bare “why?” brings the nearest passages as well', async () => {
    const { answer } = await asked(await seedBase(), ABROAD, 'why?');
    expect(answer).toMatchObject({ outcome: 'unknown', reason: { kind: 'nothing-close' } });
    expect(answer.nearest).toHaveLength(1);
  });

  test('to the closest passage has the reason of that passage, and a confidence of `unsure`', async () => {
    const text = 'How many cars does the ferry to Tallow carry?';
    const question = readQuestion(FERRY, text);
    const full = await answerQuestion(question, { limit: 5, vectors: await meaningOf(FERRY) });
    const match = full.matches.find(({ fact }) => fact.text.startsWith('The ferry to Tallow'));
    if (match === undefined) throw new Error('nothing is said of Tallow');
    const answer = toClosest(question, full, { match, strictness: 'balanced' });
    expect(answer.matches[0]?.fact.text).toBe('The ferry to Tallow carries bicycles only.');
    expect(answer).toMatchObject({
      outcome: 'unsure',
      reason: { kind: 'no-such-detail', asksFor: 'number' },
      shortAnswer: null,
      guess: null,
      rivals: [],
      nearest: [],
    });
    expect(decideOutcome(answer.confidence, NOTHING_SAID, 'balanced')).toBe('unsure');
  });
});

describe('how often the facts are searched', () => {
  const marrow = plainArticle('Marrow', 'The ferry to Marrow carries 40 cars. Its captain is Ada Quint.');
  const tallow = plainArticle('Tallow', 'The pier of Tallow is painted red. It was built in 1904.');

  test('is once if the article that answered does so again', async () => {
    const base = FactBase.build([marrow, tallow]);
    expect(await searched(base, CARS, 'and how many cars does the ferry carry?')).toEqual([undefined]);
  });

  test('is once for the only article, and once more for the nearest passages of an unknown answer', async () => {
    expect(await searched(FactBase.build([marrow]), CARS, 'and in 1904?')).toEqual([undefined, undefined]);
  });

  test('is twice if another article answers', async () => {
    const base = FactBase.build([marrow, tallow]);
    const [all, near] = await searched(base, CARS, 'and when was the pier of Tallow built?');
    expect([all, near]).toEqual([undefined, 'marrow.txt']);
  });
});

test.each([
  'The store was removed because hardly anyone used it.',
  'Because of the flood the cellar is closed.',
  'The store was removed since hardly anyone used it.',
  'Since hardly anyone used it, the store was removed.',
  'The delay was due to ice.',
  'It closed owing to rain.',
  'Thanks to its members it stays open.',
  'It sank as a result.',
  'It was moved in order to save rent.',
  'It is locked so that nobody falls.',
  'It is therefore closed.',
  'THE REASON IS NOT KNOWN.',
])('“%s” tells a cause', (sentence) => {
  expect(tellsCause(sentence)).toBe(true);
});

test.each([
  '',
  'Larkspur is developed in Tallinn.',
  'She has been the captain since 2011.',
  'She has been the captain since May.',
  'It has been closed since the war.',
  'It has been closed since then, it seems.',
  'It has been closed since.',
  'It has been closed ever since, with one exception.',
  'It has been closed since last summer.',
  'It has been closed since early spring.',
  'Since its foundation in 1952 it has grown.',
  'It has been closed since half past nine.',
  'It has been closed since yesterday.',
  'A sincere word.',
  'It sold so many that it closed.',
])('“%s” tells none', (sentence) => {
  expect(tellsCause(sentence)).toBe(false);
});
