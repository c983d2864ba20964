import { pino } from 'pino';
import { expect, test } from 'vitest';
import { forgetDaily } from '../../../src/discord/connection/forget-daily.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { askedThere, emptyStore } from '../../requests/kept-answers.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

async function dailyScene() {
  const store = await emptyStore();
  const { id } = await store.asked.record(askedThere());
  const world = { hours: 0, isAway: false, runs: 0 };
  const looks: (() => void)[] = [];
  const forgetTexts = async (beforeMs: number): Promise<number> => {
    world.runs++;
    if (world.isAway) throw new StoreError('cannot-write', 'away');
    return store.forgetting.forgetTexts(beforeMs);
  };
  const stop = forgetDaily(
    { keepQuestionsDays: 7, keepLeftServersDays: 30 },
    {
      store: { ...store, forgetting: { ...store.forgetting, forgetTexts } },
      onStoreError: () => {},
      log: pino({ level: 'silent' }),
      now: () => 8 * DAY_MS + world.hours * HOUR_MS,
      nowMs: () => world.hours * HOUR_MS,
      repeat(work, everyMs) {
        expect(everyMs).toBe(HOUR_MS);
        looks.push(work);
        return () => void looks.splice(0);
      },
    },
  );
  /** Resolves when a run that has begun is over: the store does one thing after the other. */
  const settled = async (): Promise<void> => {
    for (let step = 0; step < 5; step++) await store.forgetting.sweep();
  };
  /** Lets hours pass, with a look each. */
  const pass = async (hours: number): Promise<void> => {
    for (let hour = 0; hour < hours; hour++) {
      world.hours += 1;
      for (const look of looks) look();
      await settled();
    }
  };
  return { store, settled, id, world, looks, pass, stop };
}

test('what is old is forgotten at the start and once a day, whatever the number of shards', async () => {
  const { store, id, world, looks, pass, settled, stop } = await dailyScene();
  await expect.poll(async () => (await store.asked.find(id))?.question).toBe('');
  await settled();
  await pass(23);
  expect(world.runs).toBe(1);
  await pass(1);
  expect(world.runs).toBe(2);
  await stop();
  expect(looks).toEqual([]);
});

test('where the database is away, it is tried again an hour later', async () => {
  const { world, pass, settled, stop } = await dailyScene();
  await settled();
  await pass(23);
  world.isAway = true;
  await pass(1);
  expect(world.runs).toBe(2);
  world.isAway = false;
  await settled();
  await pass(1);
  expect(world.runs).toBe(3);
  await stop();
});
