import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { createExplanationBonus } from '../../../src/answering/ranking/explanation-bonus.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

const TEXTS = [
  'The dull server council (DSC) meets.',
  'The dull server council meets.',
  'The DSC meets.',
  'It meets.',
];
const base = new FactBase([
  markdownArticle(
    'a.md',
    `---\ntitle: A\naliases:\n  DSC: dull server council\n---\n\n${TEXTS.join('\n\n')}\n`,
  ),
]);
const bonusesFor = (question: string): readonly number[] => {
  const bonus = createExplanationBonus(readQuestion(base, question));
  return base.facts.map((fact, index) => bonus({ fact, index }));
};

describe('what an explanation adds', () => {
  it('is most where the short form is spelt out, some where its long form is named', () => {
    const [spelt = 0, named = 0, ...none] = bonusesFor('What is the DSC?');
    expect(spelt).toBeGreaterThan(named);
    expect(named).toBeGreaterThan(0);
    expect(none).toEqual([0, 0]);
  });

  it('is nothing where something else is asked', () => {
    expect(bonusesFor('When does the DSC meet?')).toEqual([0, 0, 0, 0]);
  });
});
