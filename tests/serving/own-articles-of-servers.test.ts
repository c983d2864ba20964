import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OverlayContent } from '../../src/serving/base/overlay.ts';
import { serialiseTaughtAnswer } from '../../src/serving/base/taught-answer.ts';
import type { AnsweringScope } from '../../src/serving/base/thread-state.ts';
import type { JobOverrun } from '../../src/serving/guard.ts';
import type { AnsweringJobs } from '../../src/serving/jobs/answering-jobs.ts';
import type { KnowledgeService } from '../../src/serving/knowledge-service.ts';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import type { StoreError } from '../../src/store/kit/store-error.ts';
import { toPhrasingKey } from '../../src/text/words/questions.ts';
import { JobThreadError } from '../../src/threads/job.ts';
import { emptyStore, FULL } from '../requests/kept-answers.ts';
import { factIdIn, servingScene, threadsWith } from './serving-scene.ts';

const TOWER = 'The tower\n\nThe tower was built in 1900. It has 300 steps.\n';
const BRIDGE = 'The bridge\n\nThe bridge was built in 1850. It has nine arches.\n';
const WHEN_BRIDGE = 'When was the bridge built?';
const WHEN_TOWER = 'When was the tower built?';
const FILES = { 'tower.txt': TOWER };
const PATH = 'server/bridge.txt';

/** A scene that tells what its threads loaded for servers, and where they answered. */
async function watchedScene() {
  const loads: { readonly serverId: string; readonly content: OverlayContent }[] = [];
  const places: AnsweringScope[] = [];
  const threads = threadsWith((jobs) => ({
    loadOverlay: (input) => {
      loads.push(input);
      return jobs.loadOverlay(input);
    },
    ask: (input) => {
      places.push(input.scope);
      return jobs.ask(input);
    },
  }));
  return { ...(await servingScene(FILES, { threads })), loads, places };
}

async function refresh(service: KnowledgeService): Promise<void> {
  const prepared = await service.prepare();
  if (prepared.kind === 'prepared') service.swapIn(prepared);
}

describe('a server', () => {
  test('is answered from the shared articles and its own; nobody else from those', async () => {
    const { keep, answerIn, places } = await watchedScene();
    await keep('here', ['article', PATH, BRIDGE]);
    expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
    expect(await answerIn('here', WHEN_TOWER)).toBe('The tower was built in 1900.');
    for (const elsewhere of ['there', null])
      expect(await answerIn(elsewhere, WHEN_BRIDGE)).not.toContain('bridge');
    expect(places.map(({ serverId }) => serverId)).toEqual(['here', 'here', null, null]);
  });

  test('is as strict as it has set, with and without own articles; the others are not', async () => {
    const { keep, store, answerIn, loads, places } = await watchedScene();
    await keep('with', ['article', PATH, BRIDGE]);
    for (const guildId of ['with', 'without', 'other']) await answerIn(guildId, WHEN_BRIDGE);
    for (const guildId of ['with', 'without']) {
      await store.serverSettings.change(guildId, 'mod', { strictness: 'strict' });
    }
    for (const guildId of ['with', 'without', 'other', null]) await answerIn(guildId, WHEN_BRIDGE);
    expect(loads.map(({ content }) => content.strictness)).toEqual(['balanced', 'strict']);
    expect(places.map(({ strictness }) => strictness)).toEqual([
      'balanced',
      'balanced',
      'balanced',
      'strict',
      'strict',
      'balanced',
      'balanced',
    ]);
  });

  test('has its own articles read once, though many ask at once, and anew when they have changed', async () => {
    const { keep, answerIn, loads } = await watchedScene();
    await keep('here', ['article', PATH, BRIDGE]);
    await Promise.all([answerIn('here', WHEN_BRIDGE), answerIn('here', WHEN_BRIDGE)]);
    await answerIn('here', WHEN_TOWER);
    expect(loads).toHaveLength(1);
    await keep('here', ['article', PATH, BRIDGE.replace('1850', '1851')]);
    expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1851.');
    expect(loads).toHaveLength(2);
    await keep('here', ['article', PATH, null]);
    expect(await answerIn('here', WHEN_BRIDGE)).not.toContain('bridge');
    expect(loads).toHaveLength(2);
  });

  test('sees a refresh of the shared articles, and keeps its own', async () => {
    const { folder, service, keep, answerIn } = await watchedScene();
    await keep('here', ['article', PATH, BRIDGE]);
    await answerIn('here', WHEN_BRIDGE);
    await writeFile(join(folder, 'tower.txt'), TOWER.replace('1900', '1901'));
    await refresh(service);
    expect(await answerIn('here', WHEN_TOWER)).toBe('The tower was built in 1901.');
    expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
  });

  test('that was taught something is answered from the shared base, where it has no articles', async () => {
    const { keep, service, places } = await watchedScene();
    const value = serialiseTaughtAnswer({
      phrasing: 'Is there a lift?',
      factId: factIdIn(FILES, 'It has 300 steps.'),
    });
    await keep('here', ['taught', toPhrasingKey('Is there a lift?'), value]);
    const { reason, refreshedAt } = await service.run('here', 'ask', { question: 'Is there a lift?' });
    expect(reason.kind).toBe('taught');
    expect(refreshedAt).toEqual(service.current.refreshedAt);
    expect(places).toMatchObject([{ serverId: 'here', strictness: 'balanced' }]);
  });

  test('gets what its own articles tell of themselves, and of which others say the same', async () => {
    const { keep, service } = await watchedScene();
    expect(await service.run('here', 'describeOwn', {})).toEqual([]);
    await keep('here', ['article', PATH, `${BRIDGE}\nThe tower was built in the year 1900.\n`]);
    await keep('here', ['article', 'server/arches.txt', 'Arches\n\nNine arches are red.\n']);
    expect(await service.run('here', 'describeOwn', {})).toMatchObject([
      { article: { path: 'server/arches.txt' }, factCount: 1 },
      { article: { path: PATH, title: 'The bridge' }, factCount: 3 },
    ]);
  });
});

test('where the store is out of order the shared articles answer, and the own ones as soon as it works', async () => {
  const store = await emptyStore();
  await store.serverValues.change('here', 'mod', [{ kind: 'article', name: PATH, value: BRIDGE }]);
  let isBroken = true;
  const serverValues = {
    ...store.serverValues,
    list: (...of: Parameters<typeof store.serverValues.list>) =>
      isBroken ? Promise.reject(FULL) : store.serverValues.list(...of),
  };
  const problems: StoreError[] = [];
  const { answerIn } = await servingScene(FILES, {
    overlays: new OverlayContents({ ...store, serverValues }),
    onStoreError: (error) => problems.push(error),
  });
  expect(await answerIn('here', WHEN_BRIDGE)).not.toContain('bridge');
  expect(problems).toEqual([FULL]);
  isBroken = false;
  expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
});

/** Answering takes too much wherever this says so. */
async function stuckScene(isStuck: (input: Parameters<AnsweringJobs['ask']>[0]) => boolean) {
  const tried: string[] = [];
  const told: JobOverrun[] = [];
  const aside: string[] = [];
  const threads = threadsWith((jobs) => ({
    ask: (input) => {
      tried.push(input.question);
      if (isStuck(input)) throw new JobThreadError('deadline', 'stuck');
      return jobs.ask(input);
    },
  }));
  const scene = await servingScene(FILES, {
    threads,
    onOverrun: (tooMuch) => {
      told.push(tooMuch);
      return new Error(`too much: ${tooMuch.jobId}`);
    },
    onSetAside: (serverId) => aside.push(serverId),
  });
  return { ...scene, tried, told, aside };
}

describe('what takes too much', () => {
  test('fails with the error that it was told for, and the next question is answered', async () => {
    const { answerIn, told } = await stuckScene(({ question }) => question === 'stuck?');
    await expect(answerIn('here', 'stuck?')).rejects.toThrow('too much: job0');
    expect(told).toMatchObject([
      { serverId: 'here', job: 'ask', jobId: 'job0', cause: { reason: 'deadline' } },
    ]);
    expect(await answerIn('here', WHEN_TOWER)).toBe('The tower was built in 1900.');
  });

  test('is not tried a third time, in that place, until something else answers there', async () => {
    const { answerIn, service, tried, told } = await stuckScene(({ question }) => question === 'stuck?');
    for (let times = 0; times < 4; times++)
      await expect(answerIn('here', 'stuck?')).rejects.toThrow('too much');
    expect(tried).toEqual(['stuck?', 'stuck?']);
    expect(told.map(({ cause }) => cause === null)).toEqual([false, false, true, true]);
    await expect(answerIn('there', 'stuck?')).rejects.toThrow('too much');
    expect(tried).toHaveLength(3);
    await answerIn('here', WHEN_TOWER);
    await refresh(service);
  });

  test('twice in own articles sets these aside, once: the shared ones answer', async () => {
    const { keep, answerIn, service, aside } = await stuckScene(({ scope }) => scope.serverId === 'here');
    await keep('here', ['article', PATH, BRIDGE]);
    expect(await service.isSetAside('here')).toBe(false);
    for (const question of [WHEN_TOWER, WHEN_BRIDGE])
      await expect(answerIn('here', question)).rejects.toThrow('too much');
    expect(aside).toEqual(['here']);
    expect(await service.isSetAside('here')).toBe(true);
    expect(await answerIn('here', 'Was the tower built in 1900?')).toBe('The tower was built in 1900.');
    expect(await answerIn('here', WHEN_BRIDGE)).not.toContain('bridge');
    expect(aside).toEqual(['here']);
  });

  test('sets nothing aside elsewhere, nor where the shared articles answer', async () => {
    const { keep, answerIn, service, aside } = await stuckScene(({ scope }) => scope.serverId !== 'there');
    await keep('there', ['article', PATH, BRIDGE]);
    for (const question of ['a?', 'b?', 'c?'])
      await expect(answerIn('here', question)).rejects.toThrow('too much');
    expect(await answerIn('there', WHEN_BRIDGE)).toBe('The bridge was built in 1850.');
    expect([aside, await service.isSetAside('here'), await service.isSetAside('there')]).toEqual([
      [],
      false,
      false,
    ]);
  });

  test('is tried again once the own articles have changed', async () => {
    let isStuck = true;
    const { keep, answerIn, service } = await stuckScene(({ scope }) => isStuck && scope.serverId === 'here');
    await keep('here', ['article', PATH, BRIDGE]);
    for (const question of [WHEN_TOWER, WHEN_BRIDGE])
      await expect(answerIn('here', question)).rejects.toThrow('too much');
    isStuck = false;
    await keep('here', ['article', PATH, BRIDGE.replace('1850', '1851')]);
    expect(await service.isSetAside('here')).toBe(false);
    expect(await answerIn('here', WHEN_BRIDGE)).toBe('The bridge was built in 1851.');
  });

  test('is what loading own articles takes, too', async () => {
    const threads = threadsWith(() => ({
      loadOverlay: () => {
        throw new JobThreadError('memory', 'too large');
      },
    }));
    const aside: string[] = [];
    const { keep, answerIn } = await servingScene(FILES, {
      threads,
      onSetAside: (serverId) => aside.push(serverId),
    });
    await keep('here', ['article', PATH, BRIDGE]);
    for (const question of [WHEN_TOWER, WHEN_BRIDGE])
      await expect(answerIn('here', question)).rejects.toThrow('too large');
    expect(aside).toEqual(['here']);
    expect(await answerIn('here', WHEN_TOWER)).toBe('The tower was built in 1900.');
  });

  test('is none of what fails for another reason', async () => {
    const threads = threadsWith(() => ({
      ask: () => {
        throw new TypeError('a fault');
      },
    }));
    const told: JobOverrun[] = [];
    const { answerIn } = await servingScene(FILES, {
      threads,
      onOverrun: (tooMuch) => {
        told.push(tooMuch);
        return new Error('too much');
      },
    });
    for (let times = 0; times < 3; times++)
      await expect(answerIn('here', WHEN_TOWER)).rejects.toThrow('a fault');
    expect(told).toEqual([]);
  });
});

test('where the thread of the shared articles ends, another one answers from the same articles', async () => {
  let isStuck = true;
  const threads = threadsWith((jobs) => ({
    ask: (input) => {
      if (isStuck) throw new JobThreadError('memory', 'stuck');
      return jobs.ask(input);
    },
  }));
  const { folder, answerIn, service } = await servingScene(FILES, { threads });
  await writeFile(join(folder, 'tower.txt'), TOWER.replace('1900', '1901'));
  await expect(answerIn(null, WHEN_TOWER)).rejects.toThrow('stuck');
  isStuck = false;
  const before = service.current;
  expect(await answerIn(null, WHEN_TOWER)).toBe('The tower was built in 1900.');
  expect(service.current).toBe(before);
});
