import { expect, test } from 'vitest';
import { KeyedLock } from '../../../src/kit/serial-work.ts';
import { listOwnArticles } from '../../../src/requests/articles/own-articles.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { JobThreadError } from '../../../src/threads/job.ts';
import { servingScene, threadsWith } from '../../serving/serving-scene.ts';
import { uploads } from '../moderating-scene.ts';
import { member, moderator } from '../requesters.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PLAIN = 'Opening hours\n\nThe library opens at nine.\n';
const CAPTURED = '---\ntitle: Prices\ncaptured: 1970-06-01\n---\n\nA card costs five pounds.\n';
const SHORT_LIVED = '---\ntitle: News\nstale_after_days: 7\n---\n\nThe hall is closed.\n';

const onStoreError = () => undefined;

/** An article that says these dates of itself. */
const dated = (dates: string): string => `---\ntitle: Dated\n${dates}\n---\n\nA card costs five pounds.\n`;
const THREE = {
  'server/captured.md': CAPTURED,
  'server/plain.txt': PLAIN,
  'server/short-lived.md': SHORT_LIVED,
};

/** A server with three articles of its own unless told otherwise, added at the beginning of 1970. */
async function scene(own: Readonly<Record<string, string>> = THREE) {
  const { store, service: knowledge } = await servingScene({ 'a.txt': 'A\n\nThe tower has 300 steps.\n' });
  const wishes = Object.entries(own).map(([name, value]) => ({ kind: 'article', name, value }) as const);
  await store.serverValues.change('guild', 'mod', wishes);
  const staleOn = async (day: number, requester = moderator, settings = DEFAULT_SETTINGS) => {
    const now = () => day * DAY_MS;
    const moderating = { store, knowledge, uploads, now, locks: new KeyedLock(), settings, onStoreError };
    const { articles } = await listOwnArticles(moderating, { requester, guildId: 'guild' });
    return articles.map(({ staleAfterDays }) => staleAfterDays);
  };
  return { staleOn };
}

test('an article that nobody has looked after is stale after half a year, or as many days as it says', async () => {
  const { staleOn } = await scene();
  expect(await staleOn(7)).toEqual([null, null, null]);
  expect(await staleOn(8)).toEqual([null, null, 7]);
  expect(await staleOn(180)).toEqual([null, null, 7]);
  expect(await staleOn(181)).toEqual([null, 180, 7]);
  // The one that was captured in June counts from there.
  expect(await staleOn(151 + 180)).toEqual([null, 180, 7]);
  expect(await staleOn(151 + 181)).toEqual([180, 180, 7]);
});

test.each([
  ['captured long before it was added', 'captured: 1955-01-01', [180, 180]],
  ['published long before it was added', 'published: 1955-01-01', [180, 180]],
  ['published long ago, but captured lately', 'published: 1955-01-01\ncaptured: 1969-12-31', [null, 180]],
  ['captured the day before it was added', 'captured: 1969-12-31', [null, 180]],
  ['captured in the future, which does not count yet', 'captured: 2199-01-01', [null, null, 180]],
  [
    'captured in the future, whenever published',
    'captured: 2199-01-01\npublished: 1955-01-01',
    [null, null, 180],
  ],
])('an article %s is stale in time', async (_, dates, fromDay179) => {
  const { staleOn } = await scene({ 'server/dated.md': dated(dates) });
  const found = await Promise.all(fromDay179.map(async (_each, n) => (await staleOn(179 + n))[0]));
  expect(found).toEqual(fromDay179);
});

test('the server may set another number, which does not count where the article says one', async () => {
  const { staleOn } = await scene();
  expect(await staleOn(151 + 9, moderator, { ...DEFAULT_SETTINGS, staleAfterDays: 15 })).toEqual([
    null,
    15,
    7,
  ]);
  expect(await staleOn(500, moderator, { ...DEFAULT_SETTINGS, staleAfterDays: 1000 })).toEqual([
    null,
    null,
    7,
  ]);
});

test('articles that were set aside are named as such, and as none that answer', async () => {
  const threads = threadsWith(() => ({
    loadOverlay: () => {
      throw new JobThreadError('memory', 'too large');
    },
  }));
  const {
    store,
    service: knowledge,
    keep,
  } = await servingScene({ 'a.txt': 'A\n\nIt is old.\n' }, { threads });
  await keep('guild', ['article', 'server/plain.txt', PLAIN]);
  const locks = new KeyedLock();
  const moderating = {
    store,
    knowledge,
    uploads,
    now: () => 0,
    locks,
    settings: DEFAULT_SETTINGS,
    onStoreError,
  };
  const list = () => listOwnArticles(moderating, { requester: moderator, guildId: 'guild' });
  await expect(list()).rejects.toThrow('too large');
  await expect(knowledge.run('guild', 'ask', { question: 'a?' })).rejects.toThrow('too large');
  expect(await list()).toEqual({ areSetAside: true, articles: [], unreadable: ['server/plain.txt'] });
});

test('is for moderators alone', async () => {
  const { staleOn } = await scene();
  await expect(staleOn(1, member)).rejects.toMatchObject({ code: 'not-a-moderator' });
});
