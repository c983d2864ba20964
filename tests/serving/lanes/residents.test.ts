import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OVERLAY_WEIGHT } from '../../../src/serving/base/overlay.ts';
import { serialiseTaughtAnswer } from '../../../src/serving/base/taught-answer.ts';
import { type AnsweringJobs, createAnsweringJobs } from '../../../src/serving/jobs/answering-jobs.ts';
import { fileJobs } from '../../../src/serving/jobs/file-jobs.ts';
import { createProgressMemory } from '../../../src/serving/jobs/reading-progress.ts';
import { type Resident, Residents } from '../../../src/serving/lanes/residents.ts';
import { ArticleSender } from '../../../src/serving/reading/article-channel.ts';
import { toPhrasingKey } from '../../../src/text/words/questions.ts';
import { FakeThread } from '../../threads/fake-thread.ts';

const MAX_WEIGHT = 100_000;

/** Residents of a thread, with what it was told to load and to let go of, and what it then holds. */
function scene() {
  const thread = new FakeThread<AnsweringJobs>(() => undefined);
  const residents = new Residents();
  const told: string[] = [];
  const holds = new Map<string, number>();
  const need = async (key: string, weight = 1, version = 1): Promise<void> => {
    const resident: Resident = {
      key,
      version,
      isOwn: false,
      load: async () => {
        told.push(`load ${key} ${version}`);
        holds.set(key, weight);
        return weight;
      },
      drop: async () => {
        told.push(`drop ${key}`);
        holds.delete(key);
      },
    };
    await residents.load(resident, thread);
  };
  return { residents, told, holds, need };
}

test('what is held is not loaded again, unless it is of another version', async () => {
  const { told, need } = scene();
  for (const version of [1, 1, 2, 2, 1]) await need('a', 1, version);
  expect(told).toEqual(['load a 1', 'load a 2', 'load a 1']);
});

test('what was needed longest ago is let go of where all weighs too much', async () => {
  const { told, need } = scene();
  await need('a', MAX_WEIGHT / 2);
  await need('b', MAX_WEIGHT / 2);
  await need('a', MAX_WEIGHT / 2);
  await need('c', 1);
  expect(told).toEqual(['load a 1', 'load b 1', 'load c 1', 'drop b']);
  await need('b', MAX_WEIGHT / 2);
  expect(told.slice(4)).toEqual(['load b 1', 'drop a']);
});

test('what is needed stays, however much it weighs by itself', async () => {
  const { told, need } = scene();
  await need('small');
  await need('huge', 3 * MAX_WEIGHT);
  await need('huge', 3 * MAX_WEIGHT);
  expect(told).toEqual(['load small 1', 'load huge 1', 'drop small']);
  await need('small');
  expect(told.slice(3)).toEqual(['load small 1', 'drop huge']);
});

test('what an ended thread held, or what failed to load, is loaded when it is needed next', async () => {
  const { residents, told, need } = scene();
  await need('a');
  await need('b');
  residents.clear();
  await need('a');
  await need('b');
  expect(told).toEqual(['load a 1', 'load b 1', 'load a 1', 'load b 1']);
  const thread = new FakeThread<AnsweringJobs>(() => undefined);
  const failing: Resident = {
    key: 'b',
    version: 2,
    isOwn: false,
    load: () => Promise.reject(new Error('too large')),
    drop: async () => {},
  };
  await expect(residents.load(failing, thread)).rejects.toThrow('too large');
  await need('b');
  expect(told.slice(4)).toEqual(['load b 1']);
});

test('whatever is needed in whatever order, the thread holds it then, and no more than it may beside it', async () => {
  const needs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 3 })), {
    maxLength: 30,
  });
  const weights = { a: 90_000, b: 120_000, c: 250_000, d: 1 } as const;
  await fc.assert(
    fc.asyncProperty(needs, async (all) => {
      const { need, holds } = scene();
      for (const [key, version] of all) {
        await need(key, weights[key], version);
        expect(holds.has(key)).toBe(true);
        const total = [...holds.values()].reduce((sum, weight) => sum + weight, 0);
        expect(total <= MAX_WEIGHT || holds.size === 1).toBe(true);
      }
    }),
  );
});

test('an overlay weighs its own facts and what was taught; one without articles what was taught alone', async () => {
  const jobs = createAnsweringJobs({ encoders: null, now: () => new Date(0), random: () => 0 });
  const value = serialiseTaughtAnswer({ phrasing: 'Is there a lift?', factId: 'x' });
  const taught = [kept(toPhrasingKey('Is there a lift?'), value)];
  await holdTower(jobs);
  const load = (articles: ReturnType<typeof kept>[]) =>
    jobs.loadOverlay({
      serverId: 'here',
      content: { strictness: 'balanced', articles, taught, synonyms: [] },
    }).weight;
  expect(load([])).toBe(1);
  expect(load([kept('server/b.txt', 'B\n\nThe bridge is old. It is red.\n')])).toBe(OVERLAY_WEIGHT + 2 + 1);
});

function kept(name: string, value: string) {
  return { name, value, changedBy: 'mod', changedAt: 0 };
}

/** One shared fact. */
async function holdTower(jobs: AnsweringJobs): Promise<void> {
  const channel = 'residents of one fact';
  jobs.listen(channel);
  const files = [{ path: 'a.txt', bytes: Buffer.from('A\n\nThe tower is old.\n') }];
  const progress = createProgressMemory();
  await fileJobs.readSource({ source: { files }, channel, progress, skip: 0, before: null });
  const sender = new ArticleSender(channel);
  sender.end();
  sender.close();
  const first = { before: null, beforeKey: null };
  await jobs.gather({ ...first, channel });
  await jobs.build({ ...first, key: null, refreshedAt: new Date(0) });
}
