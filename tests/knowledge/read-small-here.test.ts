import { describe, expect, test } from 'vitest';
import { type ArticleFile, readFiles } from '../../src/knowledge/read-knowledge.ts';
import { readSmallHere } from '../../src/knowledge/read-small-here.ts';
import { turnsOfOthers } from '../turns-of-others.ts';

const file = (path: string, text: string): ArticleFile => ({
  path,
  bytes: Buffer.from(`---\ntitle: The tower\n---\n\n${text}\n`),
});
const SENTENCE = 'The tower, which was built in 1900, has “300” steps – все это знают. ';

/** How many articles came, and how often they were read aside. */
async function reading(files: readonly ArticleFile[]): Promise<readonly [articles: number, aside: number]> {
  let count = 0;
  const { articles } = await readSmallHere(files, async (some) => {
    count++;
    return readFiles(some);
  });
  expect(articles).toEqual(readFiles(files).articles);
  return [articles.length, count];
}

test('small articles are read here, sorted by path; what is none is left out', async () => {
  const files = [file('b.md', SENTENCE), file('a.md', SENTENCE), { path: 'c.md', bytes: Buffer.from('') }];
  expect(await reading(files)).toEqual([2, 0]);
  expect(await reading([])).toEqual([0, 0]);
  expect(await reading([file('a.md', SENTENCE.repeat(200))])).toEqual([1, 0]);
});

describe('articles are read aside', () => {
  test.each([
    ['that are long', [file('a.md', SENTENCE.repeat(600))]],
    ['that are full of marks', [file('a.md', '- a\n'.repeat(300))]],
    ['that are many', Array.from({ length: 200 }, (_, number) => file(`${number}.md`, SENTENCE.repeat(30)))],
  ])('%s', async (_, files) => {
    expect(await reading(files)).toEqual([files.length, 1]);
  });
});

test('others get their turn after each article', async () => {
  const files = Array.from({ length: 5 }, (_, number) => file(`${number}.md`, SENTENCE));
  const others = turnsOfOthers();
  await reading(files);
  others.stop();
  expect(others.count()).toBeGreaterThanOrEqual(5);
});
