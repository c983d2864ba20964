import { expect, test } from 'vitest';
import { type ArticleFile, readFiles } from '../../src/knowledge/read-files.ts';
import { GuildKnowledge } from '../../src/requests/guild-knowledge.ts';
import { listOwnArticles } from '../../src/requests/own-articles.ts';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { Turns } from '../../src/requests/turns.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';
import { emptyStore } from './kept-answers.ts';
import { member, moderator } from './requesters.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PLAIN = 'Opening hours\n\nThe library opens at nine.\n';
const CAPTURED = '---\ntitle: Prices\ncaptured: 1970-06-01\n---\n\nA card costs five pounds.\n';
const SHORT_LIVED = '---\ntitle: News\nstale_after_days: 7\n---\n\nThe hall is closed.\n';

const read = async (files: readonly ArticleFile[]) => readFiles(files);
const onNotKept = () => undefined;

/** A server with three articles of its own, added at the beginning of 1970. */
async function scene() {
  const folder = await temporaryFolder({ 'a.txt': 'A\n\nThe tower has 300 steps.\n' });
  const shared = await ServedKnowledge.open({ folder, models, now: () => new Date(0) });
  const store = await emptyStore();
  await store.guildValues.change('guild', 'mod', [
    { kind: 'article', name: 'server/captured.md', value: CAPTURED },
    { kind: 'article', name: 'server/plain.txt', value: PLAIN },
    { kind: 'article', name: 'server/short-lived.md', value: SHORT_LIVED },
  ]);
  const knowledge = new GuildKnowledge({ shared, store, read, now: () => new Date(0), onNotKept });
  const staleOn = async (day: number, requester = moderator) => {
    const now = () => day * DAY_MS;
    const moderating = { store, knowledge, readFiles: read, now, turns: new Turns(), onNotKept };
    const { articles } = await listOwnArticles(moderating, { requester, guildId: 'guild' });
    return articles.map(({ staleAfterDays }) => staleAfterDays);
  };
  return { store, staleOn };
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

test('the server may set another number, which does not count where the article says one', async () => {
  const { store, staleOn } = await scene();
  await store.guildSettings.change('guild', 'mod', { staleAfterDays: 5 });
  expect(await staleOn(6)).toEqual([null, 5, null]);
  await store.guildSettings.change('guild', 'mod', { staleAfterDays: 1000 });
  expect(await staleOn(500)).toEqual([null, null, 7]);
});

test('is for moderators alone', async () => {
  const { staleOn } = await scene();
  await expect(staleOn(1, member)).rejects.toMatchObject({ code: 'not-a-moderator' });
});
