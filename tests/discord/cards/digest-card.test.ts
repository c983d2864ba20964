import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDigestCard } from '../../../src/discord/cards/digest-card.ts';
import { DAY_MS } from '../../../src/kit/time.ts';
import type { Digest } from '../../../src/requests/digest/weekly-digest.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakesCard, readTexts, textsOfCard } from '../card-checks.ts';

const MONDAY = Date.parse('2026-11-30T00:00:00Z');
const NOTHING = { named: [], otherCount: 0 };
const WEEK: Digest = {
  period: { fromMs: MONDAY - 7 * DAY_MS, toMs: MONDAY },
  totals: { answered: 3, unsure: 0, unknown: 1 },
  before: { answered: 1, unsure: 0, unknown: 1 },
  helpful: 2,
  notHelpful: 1,
  unanswered: { named: [{ question: 'Where is **it**?', times: 2 }], otherCount: 0 },
  votedDown: NOTHING,
  openCount: 1,
  staleCount: 0,
};

const show = (changes: Partial<Digest>): string =>
  textsOfCard(buildDigestCard({ ...WEEK, ...changes }, { texts: english, link: (text) => text })).join('\n');

test('shows the week beside the one before, what was not answered, and what to do next', () => {
  expect(show({})).toMatch(/\*\*4\*\* questions, 2 before\n\*\*75%\*\* answered, 50% before\n👍 2 · 👎 1/);
  expect(show({})).toContain('**Not answered**\n- 2 × Where is \\*\\*it\\*\\*?');
  expect(show({})).not.toMatch(/unhelpful|outdated/);
  expect(show({ openCount: 0, unanswered: NOTHING, staleCount: 2 })).toMatch(
    /No question is waiting.*\n.*2 articles of this server are outdated → `\/knowledge list`/,
  );
  expect(show({ votedDown: { named: [], otherCount: 3 } })).toMatch(
    /\*\*Found unhelpful\*\*\n3 questions, listed/,
  );
});

test.each(Object.entries(LANGUAGES))('Discord takes every digest in “%s”, whatever was asked', (_, texts) => {
  const question = fc.record({ question: fc.string({ unit: 'binary', maxLength: 400 }), times: fc.nat() });
  const questions = fc.record({ named: fc.array(question, { maxLength: 3 }), otherCount: fc.nat() });
  const digests = fc.record({
    unanswered: questions,
    votedDown: questions,
    openCount: fc.nat(),
    staleCount: fc.nat(),
  });
  fc.assert(
    fc.property(digests, (changes) => {
      const card = buildDigestCard({ ...WEEK, ...changes }, { texts, link: (text) => text });
      expectDiscordTakesCard(card);
      expect(readTexts(card).links).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
