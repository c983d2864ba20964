import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Page, pageAt, placeOf, readPage } from './markdown.ts';

/** Pages that lead newcomers through the code. */
const TOURS = ['docs/how-it-works.md', 'CONTRIBUTING.md'].map(pageAt);
const SOURCE = sourceIn('src') + sourceIn('tests');

function sourceIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !/^docs[\\/]/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
}

/** Paths below the root or `src/` that do not exist, and names in camel case that no code uses. */
function findUnknown(page: Page): readonly string[] {
  return page.codeSpans.flatMap((span) =>
    isUnknownPath(span.text) || isUnknownName(span.text) ? [`${placeOf(page, span)}: ${span.text}`] : [],
  );
}

function isUnknownPath(text: string): boolean {
  const isPath = /^\.?\w[\w.-]*(?:\/[\w.-]+)*\/?$/.test(text) && text.includes('/');
  return isPath && !existsSync(text) && !existsSync(`src/${text}`);
}

function isUnknownName(text: string): boolean {
  const isName = /^[A-Za-z]\w*[a-z][A-Z]\w*$/.test(text);
  return isName && !new RegExp(`\\b${text}\\b`).test(SOURCE);
}

describe.each(TOURS.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('names no file and no function that is not there', () => {
    expect(findUnknown(page)).toEqual([]);
  });
});

test('the check of names finds a file and a function that are made up', () => {
  const text =
    '`src/`, `text/`, `.ci/run`, `FactBase`; `made-up/`, `src/made-up.ts`, `madeUpName`; `npm run ask`.';
  expect(findUnknown(readPage('made-up.md', text))).toEqual([
    'made-up.md:1: made-up/',
    'made-up.md:1: src/made-up.ts',
    'made-up.md:1: madeUpName',
  ]);
});
