import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answering/question.ts';
import { explanationBonus } from '../../../src/answering/ranking/explanation-bonus.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

const base = new FactBase([
  markdownArticle('a.md', '---\ntitle: A\naliases:\n  DSC: dull server council\n---\n\nThe DSC meets.\n'),
]);

describe('what an explanation adds', () => {
  it('is most where the short form is spelt out, some where its long form is named', () => {
    const bonus = explanationBonus(readQuestion(base, 'What is the DSC?'));
    const [spelt = 0, named = 0, none] = [
      'The dull server council (DSC) meets.',
      'The dull server council meets.',
      'The DSC meets.',
    ].map(bonus);
    expect(spelt).toBeGreaterThan(named);
    expect(named).toBeGreaterThan(0);
    expect(none).toBe(0);
  });

  it('is nothing where something else is asked', () => {
    const bonus = explanationBonus(readQuestion(base, 'When does the DSC meet?'));
    expect(bonus('The dull server council (DSC) meets.')).toBe(0);
  });
});
