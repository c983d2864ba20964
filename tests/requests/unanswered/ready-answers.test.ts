import { expect, test } from 'vitest';
import { createRefusal } from '../../../src/requests/kit/user-facing-error.ts';
import { takeReadyAnswers } from '../../../src/requests/unanswered/ready-answers.ts';
import type { StoreError } from '../../../src/store/kit/store-error.ts';
import { FULL, outOfOrder } from '../kept-answers.ts';
import { GUILD, queueScene } from '../queue.ts';
import { anybody } from '../requesters.ts';

const FERRY = 'The ferry\n\nThe Kellmar ferry was built in 1850. The Kellmar ferry had nine decks.\n';
const WHEN = 'When was the Kellmar ferry built?';
const HOW_MANY = 'How many decks did the Kellmar ferry have?';

const onStoreError = (error: StoreError): never => {
  throw error;
};

const full = (): Promise<never> => Promise.reject(FULL);

/** Two members wait for what the ferry's article will answer, one of them for two things, one of which they asked twice; another for what it will not. */
async function waitingScene() {
  const scene = await queueScene();
  const { store, unknown } = scene;
  const before = await unknown(WHEN, { askerId: 'mia' });
  const twice = await unknown(WHEN.toLowerCase(), { askerId: 'mia' });
  const again = await unknown(HOW_MANY, { askerId: 'mia', isAnsweredPrivately: true });
  const other = await unknown(WHEN, { askerId: 'theo' });
  const unanswerable = await unknown('May I bring my poodle?', { askerId: 'olga' });
  const there = await unknown(WHEN, { askerId: 'ravi', guildId: 'elsewhere' });
  for (const { id } of [before, twice, again, other, unanswerable, there]) await store.asked.markWaiting(id);
  const add = async (guildId: string) => {
    await store.serverValues.change(guildId, 'mod', [
      { kind: 'article', name: 'server/ferry.txt', value: FERRY },
    ]);
  };
  const take = async (guildId = GUILD) => {
    const taken = [];
    for await (const { asked, reply } of takeReadyAnswers({ ...scene, onStoreError }, guildId))
      taken.push({ id: asked.id, text: reply.matches[0]?.fact.text });
    return taken;
  };
  return { ...scene, add, take, twice, again, other, unanswerable, there };
}

test('yields nothing while nothing answers', async () => {
  const { take } = await waitingScene();
  expect(await take()).toEqual([]);
});

test('once an article answers, each thing that somebody waits for is given once, as they asked it last, with the answer', async () => {
  const { store, add, take, twice, again, other, unanswerable } = await waitingScene();
  await add(GUILD);
  expect(await take()).toEqual([
    { id: twice.id, text: 'The Kellmar ferry was built in 1850.' },
    { id: again.id, text: 'The Kellmar ferry had nine decks.' },
    { id: other.id, text: 'The Kellmar ferry was built in 1850.' },
  ]);
  expect(await take()).toEqual([]);
  const here = { guildId: GUILD, limit: 10 };
  expect(await store.asked.listUnanswered(here)).toMatchObject([{ id: unanswerable.id }]);
  expect(await store.asked.listWaiting(here)).toMatchObject([{ id: unanswerable.id }]);
});

test('two who take at once are never given the same', async () => {
  const { add, take } = await waitingScene();
  await add(GUILD);
  expect((await Promise.all([take(), take()])).flat()).toHaveLength(3);
});

test('who stops, by a signal or by asking for no more, has taken no more than was given', async () => {
  const { knowledge, store, add, take, twice, again, other } = await waitingScene();
  await add(GUILD);
  const stopping = new AbortController();
  const taking = takeReadyAnswers(
    { knowledge, store, askerAccess: anybody, onStoreError, signal: stopping.signal },
    GUILD,
  );
  expect((await taking.next()).value).toMatchObject({ asked: { id: twice.id } });
  stopping.abort();
  expect(await taking.next()).toEqual({ done: true, value: undefined });
  expect((await take()).map(({ id }) => id)).toEqual([again.id, other.id]);
});

test('keeps an asker waiting whose question takes too long, and yields the others', async () => {
  const { knowledge, store, add, take, twice, again, other } = await waitingScene();
  await add(GUILD);
  const slow: typeof knowledge.run = (serverId, name, input, readers) =>
    'question' in input && input.question === HOW_MANY
      ? Promise.reject(createRefusal({ kind: 'took-too-long', id: 'x' }))
      : knowledge.run(serverId, name, input, readers);
  const mayReadLimited = knowledge.mayReadLimited.bind(knowledge);
  const deps = { knowledge: { run: slow, mayReadLimited }, store, askerAccess: anybody, onStoreError };
  const taken: string[] = [];
  for await (const { asked } of takeReadyAnswers(deps, GUILD)) taken.push(asked.id);
  expect(taken).toEqual([twice.id, other.id]);
  expect((await take()).map(({ id }) => id)).toEqual([again.id]);
});

test('an older question that is left is answered only from what may be read where it was asked', async () => {
  const { store, unknown, knowledge } = await queueScene();
  const older = await unknown(WHEN, { askerId: 'mia', channelId: 'lobby' });
  const last = await unknown(WHEN, { askerId: 'mia', channelId: 'help' });
  for (const { id } of [older, last]) await store.asked.markWaiting(id);
  await store.serverValues.change(GUILD, 'mod', [
    { kind: 'article', name: 'server/ferry.md', value: `---\nchannels: [help]\n---\n# ${FERRY}` },
  ]);
  const askerAccess = {
    ...anybody,
    readChannelAccess: ({ channelId }: { readonly channelId: string }) => ({
      channels: [channelId],
      roles: [],
    }),
  };
  const taken: string[] = [];
  const take = async (asked: typeof store.asked): Promise<void> => {
    const deps = { knowledge, store: { ...store, asked }, askerAccess, onStoreError };
    for await (const ready of takeReadyAnswers(deps, GUILD)) taken.push(ready.asked.id);
  };
  // Somebody else takes the last question while it is answered here.
  await take({
    ...store.asked,
    takeWaiting: async (ids) => {
      await store.asked.takeWaiting([last.id]);
      return store.asked.takeWaiting(ids);
    },
  });
  expect(taken).toEqual([]);
  expect(await store.asked.listWaiting({ guildId: GUILD, limit: 9 })).toMatchObject([{ id: older.id }]);
  await store.asked.markWaiting(last.id);
  await take(store.asked);
  expect(taken).toEqual([last.id]);
});

test('an article of another server tells nobody here', async () => {
  const { add, take, there } = await waitingScene();
  await add('elsewhere');
  expect(await take()).toEqual([]);
  expect(await take('elsewhere')).toMatchObject([{ id: there.id }]);
});

test('yields nothing where the store is out of order, and reports it to the operator', async () => {
  const { knowledge } = await queueScene();
  const told: StoreError[] = [];
  const store = { ...outOfOrder, asked: { ...outOfOrder.asked, listWaiting: full } };
  const known = takeReadyAnswers(
    { knowledge, store, askerAccess: anybody, onStoreError: (error) => told.push(error) },
    GUILD,
  );
  expect(await known.next()).toEqual({ done: true, value: undefined });
  expect(told).toEqual([FULL]);
});
