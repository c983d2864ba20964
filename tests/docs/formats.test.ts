import { expect, test } from 'vitest';
import { ARTICLE_ENDINGS } from '../../src/knowledge/formats/formats.ts';
import { pageAt } from './markdown.ts';

test('docs/articles.md lists every ending of article files, each once and no other', () => {
  const { text } = pageAt('docs/articles.md');
  const [, table = ''] = /^\| Ending \| Format \|\n((?:\|.*\n)+)/m.exec(text) ?? [];
  const listed = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`\.(\w+)`/g)].map(([, ending]) => ending),
  );
  expect(new Set(listed)).toEqual(new Set(ARTICLE_ENDINGS));
  expect(listed).toHaveLength(ARTICLE_ENDINGS.length);
});
