import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { createExplanationBonus, rankFacts } from '../../../src/answering/ranking/rank.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { baseOf, markdownArticle, plainArticle } from '../../articles.ts';

const WORDS = [
  'Anna',
  'bakery',
  'opened',
  'shop',
  'in',
  'Lisbon',
  '1994',
  'She',
  'three',
  'Ukraine',
  'ships',
  '?',
];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);
const paragraphs = fc.array(fc.oneof(sentence, fc.string({ unit: 'grapheme' })), {
  minLength: 1,
  maxLength: 5,
});
const asked = fc
  .array(fc.constantFrom(...WORDS, 'who', 'when', 'how many', 'vessels'), { minLength: 1 })
  .map((words) => words.join(' '));

describe('the ranked facts', () => {
  test('come best first, each once, the same ones first whatever the limit', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, asked, fc.integer({ min: 1, max: 60 }), async (texts, text, limit) => {
        const base = baseOf(...texts.map((each) => `Shop ${each}`));
        const question = readQuestion(base, text);
        const ranked = await rankFacts(question, { limit, vectors: null });
        const scores = ranked.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(new Set(ranked.map(({ candidate }) => candidate.index)).size).toBe(ranked.length);
        const again = await rankFacts(question, { limit: 1, vectors: null });
        expect(ranked.slice(0, again.length).map(({ candidate }) => candidate.index)).toEqual(
          again.map(({ candidate }) => candidate.index),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('lead with the sentence that answers, not with one that says the same words', async () => {
    const base = FactBase.build([
      plainArticle(
        'The tower',
        'The tower of the town was built by masons. The tower of the town was built in 1900 by an engineer.',
      ),
    ]);
    const [best] = await rankFacts(readQuestion(base, 'When was the tower of the town built?'), {
      limit: 1,
      vectors: null,
    });
    expect(best?.candidate.fact.text).toContain('1900');
  });
});

const TEXTS = [
  'The dull server council (DSC) meets.',
  'The dull server council meets.',
  'The DSC meets.',
  'It meets.',
];
const base = FactBase.build([
  markdownArticle(
    'a.md',
    `---\ntitle: A\naliases:\n  DSC: dull server council\n---\n\n${TEXTS.join('\n\n')}\n`,
  ),
]);
const bonusesFor = (question: string): readonly number[] => {
  const bonus = createExplanationBonus(readQuestion(base, question));
  return base.facts.map((fact, index) => bonus({ fact, index }));
};

describe('the bonus of an explanation', () => {
  test('is highest if the short form is spelt out, lower if its long form is named', () => {
    const [spelt = 0, named = 0, ...none] = bonusesFor('What is the DSC?');
    expect(spelt).toBeGreaterThan(named);
    expect(named).toBeGreaterThan(0);
    expect(none).toEqual([0, 0]);
  });

  test('is 0 if something else is asked', () => {
    expect(bonusesFor('When does the DSC meet?')).toEqual([0, 0, 0, 0]);
  });
});
