import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/answering/answer.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { suggest } from '../../src/answering/suggest.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { baseOf, markdownArticle, seedBase } from '../articles.ts';
import { models } from '../models.ts';

const PAY = 'May I pay with a credit card?';
const DOG = 'May I bring my dog?';
const OPEN = 'When does the library open?';
const LEND = 'How long may I keep a novel?';
const base = new FactBase([
  markdownArticle(
    'faq.md',
    `---\ntitle: The library\npinned:\n  - ${OPEN}\n---\n\n## ${PAY}\n\nNo.\n\n## ${DOG}\n\nNo.\n\n## ${LEND}\n\nTwo weeks.\n`,
  ),
]);

function suggested(asked: string, outcome: Outcome = 'unknown', of = base): readonly string[] {
  return suggest(of, readQuestion(of, asked, models.vectors), { outcome, models });
}

describe('what can be asked instead', () => {
  test('shares words with what was asked, though others are in no article', () => {
    expect(suggested('Is a zebra or a dog allowed?')[0]).toBe(DOG);
  });

  test('means the most alike where no article holds the words', () => {
    expect(suggested('cats, kittens')[0]).toBe(DOG);
    expect(suggested('cash, money')[0]).toBe(PAY);
    expect(suggested('poems, fiction')[0]).toBe(LEND);
    expect(suggested('museum')[0]).toBe(OPEN);
  });

  test('is three questions, also where nothing is like them, the pinned ones first', () => {
    expect(suggested('qwrtz asdfg')).toEqual([OPEN, PAY, DOG]);
  });

  test('is only what is close where a passage is shown', () => {
    expect(suggested('cats, kittens', 'unsure')).toEqual([]);
    expect(suggested('Is a zebra or a dog allowed?', 'unsure')).toEqual([DOG]);
  });

  test('is not what was asked', () => {
    expect(suggested('may I bring my DOG')).not.toContain(DOG);
    expect(suggested('may I bring my DOG')).toHaveLength(3);
  });

  test('is nothing where it is answered, where nothing is asked, and where the articles have no questions', () => {
    expect(suggested('dog', 'answered')).toEqual([]);
    expect(suggested('what?')).toEqual([]);
    expect(suggested('thank you so much')).toEqual([]);
    expect(suggested('dogs', 'unknown', baseOf('Text of the library.'))).toEqual([]);
  });

  test('of the seed article is the three questions that its author pinned', async () => {
    const seed = await seedBase();
    const questions = suggested('What does the minister think of bitcoin?', 'unknown', seed);
    expect(questions.toSorted()).toEqual(seed.articles.flatMap(({ pinned }) => pinned).toSorted());
  });
});
