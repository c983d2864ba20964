import { describe, expect, test } from 'vitest';
import { HealthWatch, StoreProbe } from '../../src/monitoring/health.ts';
import type { ShardReading } from '../../src/monitoring/measures.ts';

const shard = (state: ShardReading['state'], id = 0): ShardReading => ({
  shard: id,
  shardCount: 4,
  state,
  serverCount: 1,
  pingMs: null,
});

interface World {
  now: number;
  shards: readonly ShardReading[];
  isStandingBy: boolean;
  storeProblem: string | null;
  identifyAllMs: number;
}

function scene() {
  const world: World = {
    now: 1000,
    shards: [shard('ready')],
    isStandingBy: false,
    storeProblem: null,
    identifyAllMs: 0,
  };
  const watch = new HealthWatch({
    nowMs: () => world.now,
    readShards: () => world.shards,
    isStandingBy: () => world.isStandingBy,
    identifyAllMs: () => world.identifyAllMs,
    readStoreProblem: () => world.storeProblem,
  });
  /** Lets seconds pass, with a look each. */
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second++) {
      world.now += 1000;
      watch.look();
    }
  };
  watch.look();
  return { world, watch, pass };
}

describe('a process is healthy', () => {
  test('while its connections are ready and its event loop is on time', () => {
    const { watch, pass } = scene();
    pass(300);
    expect(watch.read()).toEqual({
      isHealthy: true,
      checks: {
        eventLoop: { ok: true, seen: 'late by 0 ms at most' },
        gateway: { ok: true, seen: '1 of 1 shards ready' },
        store: { ok: true, seen: 'can be written' },
      },
    });
  });

  test('for 60 s before its connections are ready, and no longer', () => {
    const { world, watch, pass } = scene();
    world.shards = [shard('ready'), shard('connecting', 1)];
    // The first look sees it.
    pass(61);
    expect(watch.read().isHealthy).toBe(true);
    pass(1);
    expect(watch.read()).toMatchObject({
      isHealthy: false,
      checks: { gateway: { ok: false, seen: '1 of 2 shards ready, not all for 61 s' } },
    });
    world.shards = [shard('ready'), shard('ready', 1)];
    expect(watch.read().isHealthy).toBe(true);
  });

  test('while many connections start one after the other, each with its own time, and not if one never does', () => {
    const { world, watch, pass } = scene();
    for (let id = 1; id < 10; id++) {
      pass(30);
      world.shards = [
        ...world.shards.map((before) => ({ ...before, state: 'ready' as const })),
        shard('connecting', id),
      ];
      expect(watch.read().isHealthy).toBe(true);
    }
    // Other processes' connections take their turns too.
    world.identifyAllMs = 30_000;
    pass(90);
    expect(watch.read().isHealthy).toBe(true);
    pass(1);
    expect(watch.read()).toMatchObject({
      isHealthy: false,
      checks: { gateway: { ok: false, seen: '9 of 10 shards ready, not all for 91 s' } },
    });
  });

  test('while it stands by without a connection', () => {
    const { world, watch, pass } = scene();
    Object.assign(world, { shards: [], isStandingBy: true });
    pass(600);
    expect(watch.read()).toMatchObject({ isHealthy: true, checks: { gateway: { ok: true } } });
    world.isStandingBy = false;
    pass(61);
    expect(watch.read().isHealthy).toBe(false);
  });

  test('without its store, which is told', () => {
    const { world, watch } = scene();
    expect(watch.read().checks.store).toEqual({ ok: true, seen: 'can be written' });
    world.storeProblem = 'The disk is full. Make room.';
    expect(watch.read()).toMatchObject({
      isHealthy: true,
      checks: {
        store: { ok: false, seen: 'the bot answers, but saves nothing. The disk is full. Make room.' },
      },
    });
  });
});

test('a late event loop is told for 30 s, and at once while it hangs', () => {
  const { world, watch, pass } = scene();
  pass(10);
  world.now += 2_500;
  expect(watch.read().checks.eventLoop).toEqual({ ok: false, seen: 'late by 1500 ms at most' });
  watch.look();
  expect(watch.read().isHealthy).toBe(false);
  pass(30);
  expect(watch.read().isHealthy).toBe(false);
  pass(1);
  expect(watch.read().checks.eventLoop).toEqual({ ok: true, seen: 'late by 0 ms at most' });
});

/** Timers that run when the test says so. */
function timers() {
  const works: (() => void)[] = [];
  const startTimer = (work: () => void) => {
    works.push(work);
    return () => void works.splice(works.indexOf(work), 1);
  };
  return { works, startTimer };
}

describe('the look at the store', () => {
  test('finds a store that fails, and one that is back', async () => {
    const { works, startTimer } = timers();
    let isOut = true;
    const probe = new StoreProbe(async () => {
      if (isOut) throw new Error('The disk is full.');
    }, startTimer);
    expect(probe.problem).toBeNull();
    await probe.look();
    expect(probe.problem).toBe('The disk is full.');
    isOut = false;
    await probe.look();
    expect(probe.problem).toBeNull();
    expect(works).toEqual([]);
  });

  test('does not wait for one that says nothing, and asks it only once', async () => {
    const { works, startTimer } = timers();
    let writes = 0;
    const waiting: (() => void)[] = [];
    const probe = new StoreProbe(() => {
      writes++;
      return new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }, startTimer);
    const look = probe.look();
    await probe.look();
    expect([writes, works.length]).toEqual([1, 1]);
    works[0]?.();
    expect(probe.problem).toMatch(/did not answer within 2 s/);
    waiting[0]?.();
    await look;
    expect(probe.problem).toBeNull();
  });
});
