import { expect, test } from 'vitest';
import { NO_METADATA } from '../../../src/knowledge/article/article.ts';
import { findOutdatedDay, getStatedOutdatedDay } from '../../../src/requests/kit/outdated.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { emptyStore } from '../kept-answers.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-29T00:00:00Z');
const dayBefore = (days: number): string => new Date(NOW - days * DAY_MS).toISOString().slice(0, 10);
const article = { ...NO_METADATA, path: 'a.md', title: 'A' };

async function outdating() {
  const store = await emptyStore();
  return { store, now: () => NOW, onStoreError: () => {}, settings: DEFAULT_SETTINGS };
}

test.each([
  ['captured', { captured: dayBefore(181) }, dayBefore(181)],
  ['captured lately', { captured: dayBefore(180) }, null],
  ['published', { published: dayBefore(400) }, dayBefore(400)],
  ['captured lately, though published long ago', { captured: dayBefore(3), published: dayBefore(999) }, null],
  ['dated in the future', { captured: dayBefore(-400) }, null],
  ['without a day', {}, null],
  ['one that says itself how long it holds', { captured: dayBefore(300), staleAfterDays: 365 }, null],
  ['one that says so and does not any more', { captured: dayBefore(9), staleAfterDays: 7 }, dayBefore(9)],
])('an article that is %s', async (...[, told, expected]) => {
  const context = await outdating();
  expect(await findOutdatedDay(context, 'guild', { ...article, ...told })).toBe(expected);
  expect(await findOutdatedDay(context, null, { ...article, ...told })).toBe(expected);
});

test('the server’s limit counts, and for its own articles the day on which they were added', async () => {
  const context = await outdating();
  const strict = { ...context, settings: { ...DEFAULT_SETTINGS, staleAfterDays: 5 } };
  expect(await findOutdatedDay(strict, 'guild', { ...article, captured: dayBefore(6) })).toBe(dayBefore(6));
  expect(await findOutdatedDay(context, 'other', { ...article, captured: dayBefore(6) })).toBeNull();
  const own = { ...article, path: 'server/a.md' };
  expect(await findOutdatedDay(strict, 'guild', own)).toBeNull();
  await context.store.serverValues.change('guild', 'theo', [{ kind: 'article', name: own.path, value: 'A' }]);
  const daysLater = (days: number) => ({ ...strict, now: () => days * DAY_MS });
  expect(await findOutdatedDay(daysLater(5), 'guild', own)).toBeNull();
  expect(await findOutdatedDay(daysLater(6), 'guild', own)).toBe('1970-01-01');
});

test('by itself only an article is outdated that says how long it holds', () => {
  expect(getStatedOutdatedDay({ ...article, captured: dayBefore(999) }, NOW)).toBeNull();
  expect(getStatedOutdatedDay({ ...article, captured: dayBefore(9), staleAfterDays: 7 }, NOW)).toBe(
    dayBefore(9),
  );
});
