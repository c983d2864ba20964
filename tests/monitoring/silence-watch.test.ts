import { describe, expect, test } from 'vitest';
import { computeLeastUptimeMs, SILENCE_MS, SilenceWatch } from '../../src/monitoring/silence-watch.ts';

function scene() {
  const clock = { now: 0 };
  return { clock, watch: new SilenceWatch(() => clock.now) };
}

describe('a connection is silent', () => {
  test('when nothing was heard for four minutes at two looks in a row', () => {
    const { clock, watch } = scene();
    watch.hear(2);
    clock.now = SILENCE_MS - 1;
    expect([watch.findSilent(), watch.findSilent()]).toEqual([null, null]);
    clock.now = SILENCE_MS;
    expect(watch.findSilent()).toBeNull();
    clock.now += 1000;
    expect(watch.findSilent()).toEqual({ shard: 2, silentMs: SILENCE_MS + 1000 });
  });

  test('unless what came while the process stood still is heard between the two looks', () => {
    const { clock, watch } = scene();
    watch.hear(0);
    clock.now = 10 * SILENCE_MS;
    expect(watch.findSilent()).toBeNull();
    watch.hearAgain(0);
    expect([watch.findSilent(), watch.findSilent()]).toEqual([null, null]);
  });

  test('only once it has been ready: a start waits for its turn', () => {
    const { clock, watch } = scene();
    watch.hearAgain(0);
    clock.now = 10 * SILENCE_MS;
    expect([watch.findSilent(), watch.findSilent()]).toEqual([null, null]);
  });

  test('by itself, whatever others hear', () => {
    const { clock, watch } = scene();
    watch.hear(0);
    watch.hear(1);
    clock.now = SILENCE_MS;
    watch.hearAgain(0);
    watch.findSilent();
    expect(watch.findSilent()).toMatchObject({ shard: 1 });
  });
});

test('ends because of silence start 500 sessions a day at most', () => {
  for (const shards of [1, 4, 16, 100]) {
    const endsADay = 86_400_000 / computeLeastUptimeMs(shards);
    expect(endsADay * shards).toBeCloseTo(500);
  }
});
