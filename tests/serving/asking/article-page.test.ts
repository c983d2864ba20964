import { expect, test } from 'vitest';
import { FactBase } from '../../../src/search/fact-base.ts';
import { readArticlePage } from '../../../src/serving/asking/article-page.ts';
import { plainArticle } from '../../articles.ts';

const long = plainArticle(
  'Long',
  ...Array.from({ length: 1_000 }, (_, index) => `Paragraph number ${index}.`),
);
const base = FactBase.build([
  plainArticle('Short', 'One is here. Two as well.'),
  long,
  plainArticle('Wide', 'word '.repeat(20_000), 'Behind.'),
]);
const read = (path: string, from = 0, aroundFactId: string | null = null) =>
  readArticlePage(base, { path, aroundFactId, from });

test('an article is read with its facts', () => {
  expect(read('short.txt')).toMatchObject({
    article: { title: 'Short' },
    factCount: 2,
    from: 0,
    paragraphCount: 1,
    paragraphs: [
      {
        text: 'One is here. Two as well.',
        facts: [
          { start: 0, end: 12 },
          { start: 13, end: 25 },
        ],
      },
    ],
  });
});

test('only paths of articles lead to one', () => {
  for (const path of ['', '..', '/etc/passwd', '../short.txt', './short.txt', 'short.txt\0', 'SHORT.TXT'])
    expect(read(path)).toBeNull();
});

test('a long one is read in parts', () => {
  const first = read('long.txt');
  expect(first).toMatchObject({ from: 0, paragraphCount: 1_000 });
  expect(first?.paragraphs).toHaveLength(400);
  expect(read('long.txt', 900)?.paragraphs.map(({ text }) => text)).toHaveLength(100);
  expect(read('long.txt', 5_000)?.paragraphs.map(({ text }) => text)).toEqual(['Paragraph number 999.']);
});

test('the part around a fact has it, with text above it', () => {
  const fact = long.facts[700];
  const page = read('long.txt', 0, fact?.id ?? '');
  expect(page?.from).toBeGreaterThan(400);
  const index = page?.paragraphs.findIndex(({ facts }) => facts.some(({ id }) => id === fact?.id)) ?? -1;
  expect(index).toBeGreaterThan(100);
  expect(read('long.txt', 3, 'no such id')?.from).toBe(3);
});

test('a very long paragraph is cut, and no fact reaches beyond the cut', () => {
  const [wide] = read('wide.txt')?.paragraphs ?? [];
  expect(wide?.text.length).toBeLessThanOrEqual(20_000);
  for (const { end } of wide?.facts ?? []) expect(end).toBeLessThanOrEqual(wide?.text.length ?? 0);
});
