import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildListCard } from '../../../src/discord/articles/list-articles.ts';
import { NO_METADATA } from '../../../src/knowledge/article/article.ts';
import type { OwnArticle } from '../../../src/requests/articles/own-articles.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakesCard, foreignFormatting, textsOfCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

const MEMBER = '123456789012345678';

function own(title: string, differing: Partial<OwnArticle> = {}): OwnArticle {
  return {
    article: { path: `server/${title}.md`, title, ...NO_METADATA, factCount: 1 },
    addedBy: MEMBER,
    addedAt: new Date('2026-11-30'),
    staleAfterDays: null,
    saidIn: [],
    ...differing,
  };
}

const linesOf = (...given: Parameters<typeof buildListCard>): string =>
  textsOfCard(buildListCard(...given)).join('\n');

test('the last page ends with the files that are not used', () => {
  const articles = Array.from({ length: 11 }, (_, n) => own(`A${n + 1}`));
  const list = { areSetAside: true, articles, unreadable: ['server/old.md'] };
  expect(linesOf(list, 0, english)).toMatch(
    /own: 11 articles\n⚠️ Please shorten[\s\S]*A7\.md.*\n-# page 1 of 2$/,
  );
  expect(linesOf(list, 9, english)).toMatch(/\*\*A11\*\*\n.*\n⚠️ old\.md is not used[\s\S]*page 2 of 2$/);
});

test('Discord takes every page, and nothing an author has written has an effect', () => {
  const limit = fc.option(fc.array(hostile(100), { maxLength: 5 }));
  const article = fc
    .tuple(hostile(300), fc.array(hostile(200), { maxLength: 3 }), fc.option(fc.nat(999)), limit, limit)
    .map(([title, saidIn, staleAfterDays, channels, roles]) => {
      const { article: plain, ...rest } = own(title, { saidIn, staleAfterDays });
      return { ...rest, article: { ...plain, channels, roles } };
    });
  const list = fc.record({
    areSetAside: fc.boolean(),
    articles: fc.uniqueArray(article, {
      selector: (each) => each.article.path,
      maxLength: 12,
      size: 'max',
    }),
    unreadable: fc.array(hostile(150), { maxLength: 12, size: 'max' }),
  });
  fc.assert(
    fc.property(list, fc.nat(2), (given, page) => {
      const card = buildListCard(given, page, english);
      expectDiscordTakesCard(card);
      // Our texts name commands.
      const isNaming = given.areSetAside || given.articles.length + given.unreadable.length === 0;
      const ours = ['bold', 'subtext', 'heading', ...(isNaming ? ['code'] : [])];
      expect(foreignFormatting(card, ours, MEMBER)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
