import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { explainQuestion } from '../../src/answering/explain.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import { seedBase } from '../articles.ts';
import { meaningOf } from '../opened-encoders.ts';

const options = { limit: 3, vectors: await meaningOf(await seedBase()) };

describe('an explanation', () => {
  test('tells how each word was read, and what was asked for', async () => {
    const { asksFor, readAs, words } = await explainQuestion(
      readQuestion(await seedBase(), 'how meny ofices abroad in Narnia'),
      options,
    );
    expect(asksFor).toBe('number');
    expect(readAs).toBe('how many offices abroad in Narnia');
    expect(words).toMatchObject([
      { typed: 'ofices', kind: 'corrected', folded: 'offices' },
      { typed: 'abroad', kind: 'known', folded: 'abroad' },
      { typed: 'Narnia', kind: 'missing' },
    ]);
    expect(words.every(({ weight }) => weight > 0)).toBe(true);
  });

  test('covers the same matches as the answer, with the words they leave out', async () => {
    const base = await seedBase();
    const question = 'How many representative offices does Russian customs have in Narnia?';
    const { matches } = await explainQuestion(readQuestion(base, question), options);
    const answer = await answerQuestion(readQuestion(base, question), options);
    expect(matches.map(({ fact, score }) => [fact.id, score])).toEqual(
      answer.matches.map(({ fact, score }) => [fact.id, score]),
    );
    expect(matches[0]).toMatchObject({ score: 1, unsaid: expect.arrayContaining(['Narnia']) });
    expect(matches[0]?.index.score).toBeGreaterThan(0);
    expect(matches[0]?.reading).not.toBeNull();
  });

  test('of an empty question is empty', async () => {
    expect(await explainQuestion(readQuestion(await seedBase(), ''), options)).toMatchObject({
      words: [],
      matches: [],
      readAs: null,
    });
  });
});
