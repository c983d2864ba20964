import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/measuring/kit/random.ts';
import {
  computeVocabularySize,
  generateArticles,
  makeVocabulary,
} from '../../../src/measuring/made-up/generate-articles.ts';
import { splitWords } from '../../../src/text/words/words.ts';

const articles = generateArticles(3000, createRandom(1));
const facts = articles.flatMap((article) => article.facts);
const paragraphs = articles.flatMap((article) => article.paragraphs);

function average(count: number, among: number): number {
  return count / among;
}

/** How often each word occurs, highest first. */
function frequencies(): readonly number[] {
  const counts = new Map<string, number>();
  for (const { folded } of facts.flatMap(({ text }) => splitWords(text)))
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => b - a);
}

/** The slope of the straight line that fits the points best. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const rise = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return rise / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

describe('made-up articles', () => {
  test.each([100, 101, 999, 3000])('hold exactly %d facts', (count) => {
    const made = generateArticles(count, createRandom(2));
    expect(made.flatMap((article) => article.facts)).toHaveLength(count);
  });

  test('have as many facts each as are asked for, the last one what is left', () => {
    const made = generateArticles(50, createRandom(2), { mostEach: 20 });
    expect(made.map((article) => article.facts.length)).toEqual([20, 20, 10]);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(generateArticles(200, createRandom(7))).toEqual(generateArticles(200, createRandom(7)));
    expect(generateArticles(200, createRandom(7))).not.toEqual(generateArticles(200, createRandom(8)));
  });

  test('have about five sentences a paragraph, twenty paragraphs an article and sixteen words a sentence', () => {
    const words = facts.flatMap(({ text }) => splitWords(text));
    expect(Math.round(average(facts.length, paragraphs.length))).toBe(5);
    expect(Math.abs(average(paragraphs.length, articles.length) - 20)).toBeLessThan(2);
    expect(Math.abs(average(words.length, facts.length) - 16.5)).toBeLessThan(1);
  });

  test('have names, numbers and dates, and paths of their own', () => {
    const text = paragraphs.map((paragraph) => paragraph.text).join(' ');
    expect(text).toMatch(/[a-z] [A-Z][a-z]{3,}/);
    expect(text).toMatch(/ \d{1,2},\d{3}[ ,]/);
    expect(text).toMatch(/ on \d{1,2} [A-Z][a-z]+ (?:1[89]|20)\d\d/);
    expect(new Set(articles.map(({ path }) => path)).size).toBe(articles.length);
  });

  test('use their words by Zipf’s law', () => {
    const points = frequencies()
      .slice(0, 500)
      .map((count, index) => [Math.log(index + 1), Math.log(count)] as const);
    expect(slope(points)).toBeGreaterThan(-1.15);
    expect(slope(points)).toBeLessThan(-0.85);
  });
});

describe('the vocabulary', () => {
  test('is as large as that of real articles, and grows more slowly than they do', () => {
    expect(computeVocabularySize(100_000)).toBe(40_000);
    expect(computeVocabularySize(10_000)).toBeGreaterThan(4000);
    expect(computeVocabularySize(1)).toBeGreaterThan(100);
  });

  test('has distinct words, the English ones first', () => {
    const words = makeVocabulary(5000, createRandom(3));
    expect(new Set(words).size).toBe(5000);
    expect(words.slice(0, 3)).toEqual(['the', 'of', 'and']);
  });
});
