import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReportCard } from '../../../src/discord/cards/notice-card.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakesCard, readTexts, textsOfCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

const report = (words: string): string => textsOfCard(buildReportCard(words, english)).join('\n');

test('keeps the lines of a notice, without the effect of what an author has written', () => {
  expect(report('There is no readable article:\n*a*.md: There is no title.')).toBe(
    'There is no readable article:\n\\*a\\*.md: There is no title.',
  );
});

test('counts the lines that do not fit', () => {
  const words = Array.from({ length: 100 }, (_, i) => `a${i}.md: broken`).join('\n');
  expect(report(words)).toMatch(/^a0\.md: broken\n[\s\S]*a19\.md: broken\n… and 80 more lines$/);
});

test('is whole, and such that Discord takes it, for every message that has a word in it', () => {
  const message = fc
    .array(hostile(2000), { minLength: 1, maxLength: 40, size: 'max' })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(message, (words) => {
      const card = buildReportCard(words, english);
      expectDiscordTakesCard(card);
      expect(readTexts(card).formatting).toEqual([]);
      expect(textsOfCard(card).join('\n')).not.toMatch(/(?<!\\)(?:\\\\)*\\$/);
    }),
    { numRuns: 100 },
  );
});
