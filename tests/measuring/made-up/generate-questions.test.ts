import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/measuring/kit/random.ts';
import { generateArticles } from '../../../src/measuring/made-up/generate-articles.ts';
import { generateQuestions, type QuestionKind } from '../../../src/measuring/made-up/generate-questions.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { splitWords } from '../../../src/text/words/words.ts';

const articles = generateArticles(400, createRandom(1));
const base = FactBase.build(articles);
const questions = generateQuestions(articles, 80, createRandom(2));

function ofKind(kind: QuestionKind): readonly string[] {
  return questions.filter((question) => question.kind === kind).map(({ text }) => text);
}

/** The content words of a question that the facts do not hold. */
function foreignTo(text: string): number {
  return base.readTerms(splitWords(text)).filter(({ kind }) => kind !== 'known').length;
}

describe('made-up questions', () => {
  test('are the same for the same seed, and all of them questions', () => {
    expect(generateQuestions(articles, 80, createRandom(2))).toEqual(questions);
    expect(questions.filter(({ text }) => !/^\w.*\w\?$/.test(text))).toEqual([]);
  });

  test('take the kinds in turn, so that the first ones are mixed too', () => {
    expect(questions.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'plain',
      'misspelt',
      'long',
      'foreign',
      'plain',
    ]);
    expect(questions).toHaveLength(80);
  });

  test('of the plain kind hold words of the facts only', () => {
    expect(ofKind('plain').filter((text) => foreignTo(text) > 0)).toEqual([]);
  });

  test('of the misspelt kind hold a word that the facts do not', () => {
    const misspelt = ofKind('misspelt');
    // A slip may make another word of the base, or one of the same stem.
    expect(misspelt.filter((text) => foreignTo(text) > 0).length).toBeGreaterThan(misspelt.length / 2);
  });

  test('of the long kind have some fifty words, many of them common', () => {
    for (const text of ofKind('long')) {
      expect(splitWords(text).length).toBeGreaterThan(30);
      expect(text.match(/\b(?:the|of|and|to|in|a)\b/g)?.length).toBeGreaterThan(5);
    }
  });

  test('of the foreign kind hold no word of the facts', () => {
    const known = ofKind('foreign').flatMap((text) =>
      base.readTerms(splitWords(text)).filter(({ kind }) => kind === 'known'),
    );
    expect(known).toEqual([]);
  });
});
