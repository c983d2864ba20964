import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGES, type Page, pageAt, placeOf, readPage } from './markdown.ts';

/** Every relative link of a page that leads to no file, or to no heading of another page. */
function findDeadLinks(page: Page, pages: readonly Page[]): readonly string[] {
  return page.links.flatMap((link) => {
    if (/^(?:[a-z]+:|\/\/)/i.test(link.text)) return [];
    const [path = '', anchor] = link.text.split('#');
    const target = path === '' ? page.path : posix.join(posix.dirname(page.path), decodeURI(path));
    const isThere = target === page.path || (!target.startsWith('..') && existsSync(target));
    const isDead = !isThere || (anchor !== undefined && !hasAnchor(target, anchor, pages));
    return isDead ? [`${placeOf(page, link)}: ${link.text} leads nowhere`] : [];
  });
}

function hasAnchor(path: string, anchor: string, pages: readonly Page[]): boolean {
  const headings = pages.find((each) => each.path === path)?.headings ?? [];
  return anchorsOn(headings, gitHubAnchor).has(anchor) && anchorsOn(headings, siteAnchor).has(anchor);
}

/** The second heading of the same words gets `-1` behind its anchor. */
function anchorsOn(headings: readonly string[], anchorOf: (heading: string) => string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const anchor = anchorOf(heading);
    const candidates = [anchor, ...headings.map((_, index) => `${anchor}-${index + 1}`)];
    anchors.add(candidates.find((each) => !anchors.has(each)) ?? anchor);
  }
  return anchors;
}

function gitHubAnchor(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '');
  return kept.replaceAll(' ', '-');
}

/** As VitePress has it. */
function siteAnchor(heading: string): string {
  const plain = heading.normalize('NFKD').replace(/[\u0300-\u036f\p{Cc}]/gu, '');
  const joined = plain.replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-').replace(/^-|-$/g, '');
  return joined.replace(/^(\d)/, '_$1').toLowerCase();
}

describe.each(PAGES.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('has no dead link', () => {
    expect(findDeadLinks(page, PAGES)).toEqual([]);
  });
});

test('every page of docs/ is listed on docs/index.md', () => {
  const listed = pageAt('docs/index.md').links.map(({ text }) => `docs/${text}`);
  const pages = PAGES.map(({ path }) => path).filter((path) => /^docs\/(?!index)/.test(path));
  expect(pages.filter((path) => !listed.includes(path))).toEqual([]);
  expect(pages.length).toBeGreaterThan(8);
});

describe('the check of links', () => {
  const other = readPage('docs/design.md', '# Design\n\n## Goals\n\n## Goals\n');

  test.each([
    ['a file that is not there', '[gone](gone.md)'],
    ['a heading that is not there', '[Goals](design.md#gaols)'],
    ['a heading of the page itself that is not there', '[up](#nowhere)'],
    ['a third heading of the same words', '[Goals](design.md#goals-2)'],
    ['a picture that is not there', '![A reply](pictures/gone.png)'],
    ['a link of HTML', '<a href="gone.md">gone</a>'],
    ['a definition', '[gone]\n\n[gone]: gone.md'],
    ['a file outside the project', '[out](../../README.md)'],
  ])('finds %s', (_, text) => {
    const page = readPage('docs/made-up.md', `# Made up\n\n${text}\n`);
    expect(findDeadLinks(page, [page, other])).toHaveLength(1);
  });

  test('finds a heading whose anchor differs between GitHub and the site', () => {
    const page = readPage(
      'docs/design.md',
      '# `ask --json`\n\n[there](#ask-json) and [there](#ask---json)\n',
    );
    expect(findDeadLinks(page, [page])).toHaveLength(2);
  });

  test('names the line, and passes over what is right or leads elsewhere', () => {
    const text =
      '# Made up\n\n[a](design.md#goals-1), [b](#made-up) and <https://example.org>.\n\n[c](gone.md)\n';
    const page = readPage('docs/made-up.md', text);
    expect(findDeadLinks(page, [page, other])).toEqual(['docs/made-up.md:5: gone.md leads nowhere']);
  });
});
