import { expect, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { readAllSources, readSourcesPage } from '../../../src/requests/articles/sources.ts';
import type { Source } from '../../../src/serving/asking/sources.ts';
import type { KnowledgeService } from '../../../src/serving/knowledge-service.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { serviceOver } from '../../serving/serving-scene.ts';

/** Articles whose titles are their numbers, in the order of their paths. */
function numbered(count: number): Promise<KnowledgeService> {
  const numbers = Array.from({ length: count }, (_, number) => String(number).padStart(4, '0'));
  return serviceOver(Object.fromEntries(numbers.map((each) => [`${each}.md`, markdown(`N${each}`)])));
}

test.each([
  [1, 0],
  [10, 0],
  [11, 1],
  [30, 2],
])('of %i articles page %i is the last, ten on each; every article is on one page', async (count, last) => {
  const service = await numbered(count);
  const found: Source[] = [];
  for (let page = 0; page <= last; page++) {
    const { sources, ...told } = await readSourcesPage(service, null, {
      page,
      perPage: 10,
      readers: NO_ACCESS,
    });
    expect(told).toMatchObject({ page, lastPage: last, articleCount: count });
    found.push(...sources);
  }
  expect(found.map(({ title }) => Number(title.slice(1)))).toEqual(
    Array.from({ length: count }, (_, number) => number),
  );
});

test('where there are no longer as many pages the last one comes', async () => {
  const service = await numbered(11);
  const page = await readSourcesPage(service, null, { page: 7, perPage: 10, readers: NO_ACCESS });
  expect(page).toMatchObject({ page: 1, lastPage: 1, sources: [{ path: '0010.md' }] });
});

test('all articles come once, however many there are', async () => {
  const service = await numbered(1_001);
  const paths: string[] = [];
  for await (const { path } of readAllSources(service)) paths.push(path);
  expect(paths).toHaveLength(1_001);
  expect(new Set(paths).size).toBe(1_001);
});
