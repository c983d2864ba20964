import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ReadingTooLongError } from '../../src/knowledge/read-aside.ts';
import { type ArticleFile, readFiles } from '../../src/knowledge/read-knowledge.ts';
import { ask } from '../../src/requests/ask.ts';
import { GuildKnowledge, type GuildKnowledgeOptions } from '../../src/requests/guild-knowledge.ts';
import { type Served, ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { taughtValue } from '../../src/requests/taught.ts';
import { phrasingKey } from '../../src/store/phrasing-key.ts';
import type { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';
import { emptyStore, FULL } from './kept-answers.ts';

const TOWER = 'The tower\n\nThe tower was built in 1900. It has 300 steps.\n';
const BRIDGE = 'The bridge\n\nThe bridge was built in 1850. It has nine arches.\n';
const WHEN_BRIDGE = 'When was the bridge built?';

async function scene(options: Partial<GuildKnowledgeOptions> = {}) {
  const folder = await temporaryFolder({ 'tower.txt': TOWER });
  const shared = await ServedKnowledge.open({ folder, models, now: () => new Date(0) });
  const store = await emptyStore();
  const readings: string[] = [];
  const problems: StoreError[] = [];
  const knowledge = new GuildKnowledge({
    shared,
    store,
    read: async (files: readonly ArticleFile[]) => {
      readings.push(files.map(({ path }) => path).join());
      return readFiles(files);
    },
    now: () => new Date(5),
    onNotKept: (error) => problems.push(error),
    ...options,
  });
  const add = (guildId: string, name: string, value: string | null) =>
    store.guildValues.change(guildId, 'mod', [{ kind: 'article', name, value }]);
  const answerIn = async (guildId: string | null, question: string) => {
    const { outcome, matches } = ask(await knowledge.in(guildId), { question });
    return outcome === 'answered' ? matches[0]?.fact.text : outcome;
  };
  return { folder, shared, store, knowledge, readings, problems, add, answerIn };
}

test('a server is answered from the shared articles and its own; nobody else from those', async () => {
  const { add, answerIn, knowledge, shared } = await scene();
  await add('here', 'server/bridge.txt', BRIDGE);
  expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
  expect(await answerIn('here', 'When was the tower built?')).toBe('The tower was built in 1900.');
  for (const elsewhere of ['there', null]) {
    expect(await answerIn(elsewhere, WHEN_BRIDGE)).not.toContain('bridge');
    expect(await knowledge.in(elsewhere)).toBe(shared.current);
  }
});

test('each server is as strict as it has set, with and without own articles', async () => {
  const { add, store, knowledge, shared } = await scene();
  await add('with', 'server/bridge.txt', BRIDGE);
  for (const guildId of ['with', 'without']) {
    const before = await knowledge.in(guildId);
    expect(before.strictness).toBe('balanced');
    ask(before, { question: WHEN_BRIDGE });
    await store.guildSettings.change(guildId, 'mod', { strictness: 'strict' });
    knowledge.forget(guildId);
    const now = await knowledge.in(guildId);
    expect(now.strictness).toBe('strict');
    // What was answered less strictly is not given again.
    expect(now.recent).not.toBe(before.recent);
  }
  expect(shared.current.strictness).toBe('balanced');
});

test('own articles are read once, though many ask at once, and anew when they have changed', async () => {
  const { add, answerIn, knowledge, readings } = await scene();
  await add('here', 'server/bridge.txt', BRIDGE);
  await Promise.all([answerIn('here', WHEN_BRIDGE), answerIn('here', WHEN_BRIDGE)]);
  expect(readings).toEqual(['server/bridge.txt']);
  await add('here', 'server/bridge.txt', null);
  knowledge.forget('here');
  expect(await answerIn('here', WHEN_BRIDGE)).not.toContain('bridge');
});

test('a refresh of the shared articles counts in every server, whose own are not read again', async () => {
  const { folder, shared, add, answerIn, readings } = await scene();
  await add('here', 'server/bridge.txt', BRIDGE);
  await answerIn('here', WHEN_BRIDGE);
  await writeFile(join(folder, 'tower.txt'), TOWER.replace('1900', '1901'));
  await shared.refresh();
  expect(await answerIn('here', 'When was the tower built?')).toBe('The tower was built in 1901.');
  expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
  expect(readings).toHaveLength(1);
});

test('bases that were asked for longest ago are given up where there are too many facts', async () => {
  const { add, answerIn, readings } = await scene({ maxFacts: 8 });
  for (const guild of ['a', 'b', 'c']) {
    await add(guild, 'server/bridge.txt', BRIDGE);
    await answerIn(guild, WHEN_BRIDGE);
  }
  await answerIn('c', WHEN_BRIDGE);
  await answerIn('b', WHEN_BRIDGE);
  expect(readings).toHaveLength(3);
  await answerIn('a', WHEN_BRIDGE);
  expect(readings).toHaveLength(4);
});

test('what was taught counts where bases are given up, also where there are no own articles', async () => {
  const { store, knowledge, shared } = await scene({ maxFacts: 4 });
  const factId = shared.current.base.facts[0]?.id ?? '';
  const servedIn: Served[] = [];
  for (const guild of ['a', 'b', 'c']) {
    const wishes = ['Is there a lift?', 'Is there a stair?'].map(
      (phrasing) =>
        ({ kind: 'taught', name: phrasingKey(phrasing), value: taughtValue({ phrasing, factId }) }) as const,
    );
    await store.guildValues.change(guild, 'mod', wishes);
    servedIn.push(await knowledge.in(guild));
  }
  expect(await knowledge.in('c')).toBe(servedIn[2]);
  expect(await knowledge.in('b')).toBe(servedIn[1]);
  expect(await knowledge.in('a')).not.toBe(servedIn[0]);
});

test('where own articles take too long to read the shared ones answer, and they are not read again before they have changed', async () => {
  const tooLong = new ReadingTooLongError('for ever');
  const readings: string[] = [];
  const told: unknown[] = [];
  const { add, answerIn, knowledge, folder, shared, store } = await scene({
    read: async (files) => {
      readings.push(files.map(({ path }) => path).join());
      if (files.length > 1) throw tooLong;
      return readFiles(files);
    },
    onReadingTooLong: (...problem) => told.push(problem),
  });
  await add('here', 'server/bridge.txt', BRIDGE);
  await add('here', 'server/slow.txt', BRIDGE);
  await store.guildSettings.change('here', 'mod', { strictness: 'strict' });
  for (let times = 0; times < 3; times++) {
    expect(await answerIn('here', 'When was the tower built?')).toBe('The tower was built in 1900.');
    expect(await answerIn('here', WHEN_BRIDGE)).not.toContain('bridge');
  }
  expect((await knowledge.in('here')).strictness).toBe('strict');
  await writeFile(join(folder, 'tower.txt'), TOWER.replace('1900', '1901'));
  await shared.refresh();
  expect(await answerIn('here', 'When was the tower built?')).toBe('The tower was built in 1901.');
  expect(readings).toEqual(['server/bridge.txt,server/slow.txt']);
  expect(told).toEqual([[tooLong, 'here']]);
  await add('here', 'server/slow.txt', null);
  knowledge.forget('here');
  expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
});

test('where the store is out of order the shared articles answer, and the own ones as soon as it works', async () => {
  const { shared } = await scene();
  const store = await emptyStore();
  await store.guildValues.change('here', 'mod', [
    { kind: 'article', name: 'server/bridge.txt', value: BRIDGE },
  ]);
  let isBroken = true;
  const guildValues = {
    ...store.guildValues,
    all: (...of: Parameters<typeof store.guildValues.all>) =>
      isBroken ? Promise.reject(FULL) : store.guildValues.all(...of),
  };
  const problems: StoreError[] = [];
  const knowledge = new GuildKnowledge({
    shared,
    store: { ...store, guildValues },
    read: async (files) => readFiles(files),
    now: () => new Date(5),
    onNotKept: (error) => problems.push(error),
  });
  expect(await knowledge.in('here')).toBe(shared.current);
  expect(problems).toEqual([FULL]);
  isBroken = false;
  expect(ask(await knowledge.in('here'), { question: WHEN_BRIDGE }).outcome).toBe('answered');
});
