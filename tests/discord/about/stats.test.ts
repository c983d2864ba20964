import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildStatsCard } from '../../../src/discord/about/stats.ts';
import { CommandLinks } from '../../../src/discord/kit/command-links.ts';
import type { Stats } from '../../../src/requests/unanswered/stats.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakesCard, textsOfCard } from '../card-checks.ts';

const commandLinks = new CommandLinks();
commandLinks.remember([
  { id: '21', name: 'unanswered' },
  { id: '22', name: 'ask' },
]);

const NOTHING: Stats = {
  days: 7,
  totals: { answered: 0, unsure: 0, unknown: 0 },
  before: { answered: 0, unsure: 0, unknown: 0 },
  posts: { answered: 0, solved: 0 },
  openCount: 0,
  helpful: 0,
  notHelpful: 0,
  questions: [],
  topArticles: [],
  neverQuoted: ['Rules'],
};
const WEEK: Stats = {
  ...NOTHING,
  totals: { answered: 32, unsure: 4, unknown: 5 },
  before: { answered: 23, unsure: 0, unknown: 10 },
  openCount: 5,
  helpful: 12,
  notHelpful: 3,
  questions: [{ question: 'What is the *IP*?', times: 4 }],
  topArticles: [{ title: 'Joining', times: 9 }],
};

function show(stats: Stats): string {
  return textsOfCard(buildStatsCard(stats, { texts: LANGUAGES.en, commandLinks })).join('\n');
}

test('tells how much was answered, how that was before, and what to do next', () => {
  expect(show(WEEK).split('\n')).toEqual([
    '### The last 7 days',
    '**41** questions, 33 before',
    '**78%** answered, 70% before',
    '🟩🟩🟩🟩🟩🟩🟩🟩🟧⬜',
    '🟩 32 answered · 🟧 4 only the closest passage · ⬜ 5 not answered',
    '👍 12 · 👎 3',
    '5 questions have no answer yet → </unanswered:21>',
    '**Most asked**',
    '- 4 × What is the \\*IP\\*?',
    '**Most quoted**',
    '- 9 × Joining',
    '**Never quoted**',
    '- Rules',
  ]);
});

test('compares with nothing where nobody asked before', () => {
  expect(show({ ...WEEK, before: NOTHING.before })).toContain(
    '**41** questions, 0 before\n**78%** answered\n',
  );
});

test('says where nobody asked how members ask, without figures', () => {
  expect(show(NOTHING)).toBe(
    '### The last 7 days\nNobody has asked me anything in these days. Members ask with </ask:22>, or by mentioning me.\nNo question is waiting for an answer.',
  );
});

test.each(Object.entries(LANGUAGES))('Discord takes the figures in “%s”, however long', (_, texts) => {
  const counts = fc.record({ answered: fc.integer({ min: 1 }), unsure: fc.nat(), unknown: fc.nat() });
  const long = fc.string({ unit: 'binary', minLength: 100, maxLength: 400 });
  const stats = fc.record({
    days: fc.constantFrom(7, 30),
    totals: counts,
    before: counts,
    openCount: fc.nat(10_000),
    helpful: fc.nat(),
    notHelpful: fc.nat(),
    posts: fc.record({ answered: fc.nat(), solved: fc.nat() }),
    questions: fc.array(fc.record({ question: long, times: fc.nat() }), { maxLength: 5 }),
    topArticles: fc.array(fc.record({ title: long, times: fc.nat() }), { maxLength: 5 }),
    neverQuoted: fc.array(long, { maxLength: 20 }),
  });
  fc.assert(
    fc.property(stats, (each) => {
      const card = buildStatsCard(each, { texts, commandLinks });
      expectDiscordTakesCard(card);
      expect(textsOfCard(card).join('\n')).toMatch(/^(?:🟩|🟧|⬜){10}$/mu);
    }),
    { numRuns: 60 },
  );
});
