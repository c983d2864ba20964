import { expect, test } from 'vitest';
import type { Article } from '../../../src/knowledge/article/article.ts';
import { createRandom } from '../../../src/measuring/kit/random.ts';
import { generateArticles } from '../../../src/measuring/made-up/generate-articles.ts';
import { Spellings } from '../../../src/search/words/spellings.ts';
import { plainArticle } from '../../articles.ts';

/** One pass over all facts for one word, which the table must agree with. */
function naively(word: string, { facts }: Article): string | null {
  const pattern = new RegExp(`(?<=[\\p{L}\\p{N},] ?)(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu');
  const written = facts.flatMap(({ text }) => text.match(pattern) ?? []);
  return written.some((each) => /^\p{Ll}/u.test(each)) ? null : (written[0] ?? null);
}

const article = plainArticle(
  'Ferries',
  'The ferry to Marrow leaves at ten, Éva steers it. Tallow is on the MacOS-coast, OSLO is not. Ferries rust.',
  'A Bill was paid, the bill of Bill. “Quint” is a (Small) man; Iron, tin and U.S. ships.',
  'Москва и Казань, straße Straße, Ýmir’s boat.',
);

test.each([
  ['marrow', 'Marrow'],
  ['éva', 'Éva'],
  ['eva', null],
  ['macos', 'MacOS'],
  ['coast', null],
  ['oslo', 'OSLO'],
  ['tallow', null],
  ['ferries', null],
  ['bill', null],
  ['quint', null],
  ['small', null],
  ['казань', 'Казань'],
  ['straße', null],
  ['ýmir', 'Ýmir'],
  ['unicorn', null],
  ['constructor', null],
])('“%s” is spelt %s', (word, spelling) => {
  expect(new Spellings().findSpelling(word, article)).toBe(spelling);
});

test('the table tells what a search of all sentences tells', () => {
  const spellings = new Spellings();
  for (const each of [article, ...generateArticles(120, createRandom(7))]) {
    const words = each.facts.slice(0, 20).flatMap(({ text }) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
    const lower = words.map((word) => word.toLowerCase()).filter((word) => /^\p{Ll}/u.test(word));
    expect(lower.map((word) => spellings.findSpelling(word, each))).toEqual(
      lower.map((word) => naively(word, each)),
    );
  }
});

test('each article has spellings of its own', () => {
  const other = plainArticle('Other', 'The marrow is a squash.');
  const spellings = new Spellings();
  expect(spellings.findSpelling('marrow', article)).toBe('Marrow');
  expect(spellings.findSpelling('marrow', other)).toBeNull();
});
