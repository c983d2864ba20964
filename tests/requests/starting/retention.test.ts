import { expect, test } from 'vitest';
import { forgetLeftServers, forgetOld, noteServers } from '../../../src/requests/starting/retention.ts';
import { askedThere, emptyStore } from '../kept-answers.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const isOurs = (guildId: string) => guildId === 'ours';

test('a server that the bot has left is forgotten after its time, unless the bot is there again', async () => {
  const store = await emptyStore();
  for (const guildId of ['left', 'back', 'there']) await store.asked.record(askedThere({ guildId }));
  await noteServers(store, new Set(['there']));
  await noteServers(store, new Set(['there', 'back']));
  const retention = { keepQuestionsDays: null, keepLeftServersDays: 30 };
  expect(await forgetLeftServers(store, retention, 30 * DAY_MS)).toEqual([]);
  expect(await forgetLeftServers(store, retention, 30 * DAY_MS + 1)).toEqual(['left']);
  expect([...(await store.forgetting.listKnownServers())].toSorted()).toEqual(['back', 'there']);
});

test('a server that was left while nothing was kept of it, and is there again after a restart, is not forgotten', async () => {
  const store = await emptyStore();
  await store.forgetting.markLeft('back');
  await noteServers(store, new Set(['back']));
  await store.asked.record(askedThere({ guildId: 'back' }));
  const retention = { keepQuestionsDays: null, keepLeftServersDays: 30 };
  expect(await forgetLeftServers(store, retention, 900 * DAY_MS)).toEqual([]);
});

test('servers that another process serves are neither marked as left nor forgotten', async () => {
  const store = await emptyStore();
  for (const guildId of ['ours', 'others']) await store.asked.record(askedThere({ guildId }));
  await noteServers({ ...store, isOurs }, new Set());
  const retention = { keepQuestionsDays: null, keepLeftServersDays: 30 };
  expect(await store.forgetting.listLeftBefore(900 * DAY_MS)).toEqual(['ours']);
  // Their own process has marked them.
  await store.forgetting.markLeft('others');
  expect(await forgetLeftServers({ ...store, isOurs }, retention, 900 * DAY_MS)).toEqual(['ours']);
  expect(await store.forgetting.listKnownServers()).toEqual(['others']);
});

test('the words of questions go after their time, and stay where none is set', async () => {
  const store = await emptyStore();
  const { id } = await store.asked.record(askedThere());
  const keep = { keepLeftServersDays: 30 };
  expect(await forgetOld(store, { ...keep, keepQuestionsDays: null }, 900 * DAY_MS)).toBe(0);
  expect(await forgetOld(store, { ...keep, keepQuestionsDays: 7 }, 7 * DAY_MS)).toBe(0);
  expect(await forgetOld(store, { ...keep, keepQuestionsDays: 7 }, 7 * DAY_MS + 1)).toBe(1);
  expect(await store.asked.find(id)).toMatchObject({ question: '', factId: null });
});
