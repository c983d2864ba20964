import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answering/answer-question.ts';
import type { Answer } from '../../../src/answering/question/answer.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { plainArticle } from '../../articles.ts';

const LIBRARY = plainArticle(
  'The town library',
  'The reading room opens at nine in the morning. It is warm inside.',
);
const ARCHIVE = plainArticle(
  'The town archive',
  'The reading room opens at ten in the morning. It is cold inside.',
);
const OPENS = 'When does the reading room open?';

function ask(question: string, ...articles: readonly ReturnType<typeof plainArticle>[]): Promise<Answer> {
  return answerQuestion(readQuestion(FactBase.build(articles), question), { limit: 5 });
}

describe('the rivals of an answer', () => {
  test('are the passages that answer about as well and say something else', async () => {
    const { matches, rivals } = await ask(OPENS, LIBRARY, ARCHIVE);
    const offered = [...matches.slice(0, 1), ...rivals].map(({ fact }) => fact.text);
    expect(offered.toSorted()).toEqual([
      'The reading room opens at nine in the morning.',
      'The reading room opens at ten in the morning.',
    ]);
    expect(rivals.every(({ score }) => score >= 0.5 && score <= 1)).toBe(true);
  });

  test('are none if one passage answers clearly better', async () => {
    const { rivals } = await ask('When does the reading room of the archive open?', LIBRARY, ARCHIVE);
    expect(rivals).toEqual([]);
  });

  test('do not repeat the answer in the same words', async () => {
    const twin = plainArticle('Notes', 'The reading room opens at nine in the morning!');
    expect((await ask(OPENS, LIBRARY, twin)).rivals).toEqual([]);
  });

  test('are none if nothing is known', async () => {
    expect(await ask('How do I mine bitcoin?', LIBRARY)).toMatchObject({ outcome: 'unknown', rivals: [] });
  });
});
