import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answering/question.ts';
import { ownQuestionBonus, sameness } from '../../../src/answering/ranking/own-question.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

const base = new FactBase([
  markdownArticle(
    'faq.md',
    '---\ntitle: FAQ\n---\n\n## Can I bring my dog?\n\nOnly on Fridays.\n\n## Hours\n\nWho opens? Kim does. Lou closes.\n',
  ),
]);

function indexOf(text: string): number {
  return base.facts.findIndex((fact) => fact.text === text);
}

describe('the sameness of the article’s own question', () => {
  it('is 1 for the same question, and for its words in another order', () => {
    const index = indexOf('Only on Fridays.');
    expect(sameness(base, readQuestion(base, 'Can I bring my dog?'), { index })).toBe(1);
    expect(sameness(base, readQuestion(base, 'dog, can we bring it'), { index })).toBe(1);
  });

  it('falls with what only one of the two asks', () => {
    const index = indexOf('Only on Fridays.');
    const part = sameness(base, readQuestion(base, 'Can I bring my llama?'), { index });
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(0.5);
  });

  it('is 0 where the article asks nothing there', () => {
    const question = readQuestion(base, 'Who opens?');
    expect(sameness(base, question, { index: indexOf('Kim does.') })).toBe(1);
    expect(sameness(base, question, { index: indexOf('Lou closes.') })).toBe(0);
    expect(sameness(base, question, { index: 999 })).toBe(0);
  });

  it('moves the answer up and the question down', () => {
    const question = readQuestion(base, 'Who opens?');
    const [asking, answer, other] = ['Who opens?', 'Kim does.', 'Lou closes.'].map((text) => {
      const candidate = base.find(question.terms, 9).find(({ fact }) => fact.text === text);
      return candidate === undefined ? null : ownQuestionBonus(base, question, candidate);
    });
    expect(asking).toBeLessThan(0);
    expect(answer).toBeGreaterThan(0);
    expect(other).toBe(0);
  });
});
