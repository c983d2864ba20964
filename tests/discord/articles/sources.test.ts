import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSourcesCard, SOURCES_A_PAGE } from '../../../src/discord/articles/sources.ts';
import type { NumberedSources } from '../../../src/requests/articles/sources.ts';
import type { Source } from '../../../src/serving/asking/sources.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakesCard, readTexts, textsOfCard } from '../card-checks.ts';
import { hostile, READ_AT } from '../made-up.ts';

const NO_PARTS = { sections: 0, lists: 0, tables: 0, codeBlocks: 0, questions: 0 };

function source(number: number, given: Partial<Source> = {}): Source {
  const untold = {
    published: null,
    captured: null,
    language: null,
    staleAfterDays: null,
    channels: null,
    roles: null,
  };
  return {
    path: `a${number}.md`,
    title: `Article ${number}`,
    url: null,
    publisher: null,
    ...untold,
    factCount: number,
    parts: NO_PARTS,
    ...given,
  };
}

/** A page of these articles. */
function pageOf(sources: readonly Source[], page = 0): NumberedSources {
  const from = page * SOURCES_A_PAGE;
  const lastPage = pageCount(sources) - 1;
  const told = { articleCount: sources.length, factCount: 1234, refreshedAt: READ_AT, isLearning: false };
  return { sources: sources.slice(from, from + SOURCES_A_PAGE), ...told, page, lastPage };
}

const pageCount = (sources: readonly Source[]): number => Math.ceil(sources.length / SOURCES_A_PAGE);
const many = (count: number): readonly Source[] => Array.from({ length: count }, (_, i) => source(i + 1));
const titleOf = (given: Partial<Source>): string | undefined =>
  textsOfCard(buildSourcesCard(pageOf([source(1, given)]), english))[1]?.split('\n')[0];

describe('the list of articles', () => {
  test('shows the title and the dates of each, set apart', () => {
    const dated = { published: '2008-09-05', captured: '2018-12-17' };
    expect(textsOfCard(buildSourcesCard(pageOf([source(1), source(2, dated)]), english))).toEqual([
      '### 2 articles',
      '**Article 1**\n\n**Article 2**\n-# published 5 September 2008, captured 17 December 2018',
      `-# articles read <t:${READ_AT.getTime() / 1000}:R>`,
    ]);
  });

  test('shows every article once, in order, over its pages', () => {
    const sources = many(23);
    const cards = [0, 1, 2].map((page) => buildSourcesCard(pageOf(sources, page), english));
    const titles = cards.flatMap((card) => textsOfCard(card)[1]?.match(/Article \d+/g) ?? []);
    expect(titles).toEqual(sources.map(({ title }) => title));
    expect(cards.map((card) => textsOfCard(card)[2])).toEqual(
      [1, 2, 3].map((page) => expect.stringContaining(`page ${page} of 3 · articles read`)),
    );
  });

  test('links a title with an address', () => {
    expect(titleOf({ url: 'https://example.org/a_b' })).toBe('**[Article 1](https://example.org/a_b)**');
  });

  test.each([
    ['an address with a bracket', { url: 'https://example.org/a_(b)' }],
    ['an address with a sign that formats', { url: 'https://example.org/a**b' }],
    ['an address that is too long', { url: `https://example.org/${'a'.repeat(200)}` }],
    ['a title with a bracket', { url: 'https://example.org/', title: 'Article [1' }],
    ['a title that is an address itself', { url: 'https://example.org/', title: 'See https://b.example/' }],
  ])('does not link %s, which would break the link', (_, given) => {
    expect(titleOf(given)).not.toContain('](');
  });
});

test('Discord takes a page on which everything is as long as it can be', () => {
  const url = `https://a.example/${'b'.repeat(82)}`;
  const dates = { published: '2008-09-30', captured: '2018-09-30' };
  const longest = source(1, {
    path: 'p'.repeat(4000),
    title: 'T'.repeat(300),
    url,
    factCount: 10_000_000,
    ...dates,
  });
  const card = buildSourcesCard(
    pageOf(
      Array.from({ length: 1000 }, () => longest),
      42,
    ),
    english,
  );
  expectDiscordTakesCard(card);
  expect(textsOfCard(card)[2]).toMatch(/^-# page 43 of 100/);
});

test('Discord takes every page, and nothing an author has written has an effect', () => {
  const hostileSource = fc.record({
    path: hostile(500),
    title: hostile(300),
    url: fc.option(hostile(200).map((rest) => `https://a.example/${rest}`)),
    publisher: fc.constant(null),
    language: fc.constant(null),
    staleAfterDays: fc.constant(null),
    channels: fc.constant(null),
    roles: fc.constant(null),
    published: fc.option(fc.constant('2008-09-30')),
    captured: fc.option(fc.constant('2018-09-30')),
    factCount: fc.nat(10_000_000),
    parts: fc.constant(NO_PARTS),
  });
  fc.assert(
    fc.property(fc.array(hostileSource, { minLength: 1, maxLength: 30 }), (sources) => {
      for (let page = 0; page < pageCount(sources); page++) {
        const card = buildSourcesCard(pageOf(sources, page), english);
        expectDiscordTakesCard(card);
        const ours = ['bold', 'masked link', 'heading', 'subtext'];
        expect(readTexts(card).formatting.filter((rule) => !ours.includes(rule))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
