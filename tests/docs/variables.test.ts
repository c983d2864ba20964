import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGES, type Page, pageAt, placeOf, readPage } from './markdown.ts';
import { VARIABLES } from './program.ts';

/** What operators read: the pages for developers name variables of tests and of the training too. */
const FOR_OPERATORS = PAGES.filter(({ path }) =>
  /^(?:docs\/.*|README\.md|SECURITY\.md|CHANGELOG\.md)$/.test(path),
);

const DOCUMENTED = [...readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(
  ([, name = '']) => name,
);

/** The names of variables in code spans, such as `ENCODERS=off`; names of files are none. */
function variablesOn(page: Page): readonly (readonly [name: string, place: string])[] {
  return page.codeSpans.flatMap((span) => {
    const name = /^([A-Z][A-Z_]{4,})(?:=\S*)?$/.exec(span.text)?.[1] ?? '';
    return name === '' || existsSync(name) ? [] : [[name, placeOf(page, span)] as const];
  });
}

function findUnknown(page: Page): readonly string[] {
  return variablesOn(page).flatMap(([name, place]) =>
    VARIABLES.has(name) ? [] : [`${place}: nobody reads ${name}`],
  );
}

describe.each(FOR_OPERATORS.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('names no environment variable that the bot does not read', () => {
    expect(findUnknown(page)).toEqual([]);
  });
});

test('docs/configuration.md describes every variable that the bot reads', () => {
  const described = new Set(variablesOn(pageAt('docs/configuration.md')).map(([name]) => name));
  expect([...VARIABLES].filter((name) => !described.has(name))).toEqual([]);
});

test('.env.example lists the same variables as the bot reads', () => {
  expect(DOCUMENTED.toSorted()).toEqual([...VARIABLES].toSorted());
  expect(VARIABLES.size).toBeGreaterThan(10);
});

test('the check of variables finds one that is made up, and passes over files', () => {
  const text = 'Set `ENCODERS=off`, `MADE_UP=1` and `LOG_LEVELS`; see `LICENSE` and `SET`.';
  expect(findUnknown(readPage('made-up.md', text))).toEqual([
    'made-up.md:1: nobody reads MADE_UP',
    'made-up.md:1: nobody reads LOG_LEVELS',
  ]);
});
