import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectAllKept, integrityOf, recordElsewhere } from './recorder.ts';
import { opened, temporaryFolder } from './scene.ts';

/** Two at once, each with a file of its own. */
const LANES = 2;
const ROUNDS = 13;

test('nothing that was acknowledged is lost when the process is killed at any moment', async () => {
  // Seeded. Lines reach us while the process goes on, so it dies in the midst of a later write.
  const moments = fc.sample(fc.integer({ min: 1, max: 120 }), LANES * ROUNDS);
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    killedAgainAndAgain(moments.slice(lane * ROUNDS, (lane + 1) * ROUNDS)),
  );
  for (const { path, acknowledged } of await Promise.all(lanes)) {
    const store = await opened(path);
    expect(await expectAllKept(store, acknowledged)).toBeGreaterThan(ROUNDS);
    expect(integrityOf(path)).toEqual([{ integrity_check: 'ok' }]);
  }
}, 120_000);

/** The file, and all that the processes which were killed at these moments had acknowledged. */
async function killedAgainAndAgain(moments: readonly number[]) {
  const path = join(await temporaryFolder(), 'footnote.db');
  const acknowledged: string[] = [];
  for (const [round, moment] of moments.entries()) {
    const { lines, status, stderr } = await recordElsewhere([path, `round${round}`], {
      onLine: (count, child) => {
        if (count === moment) child.kill('SIGKILL');
      },
    });
    expect([status, stderr]).toEqual([null, '']);
    acknowledged.push(...lines);
  }
  return { path, acknowledged };
}

test('processes that open a new file at once, and write to it at once, lose nothing', async () => {
  const path = join(await temporaryFolder(), 'footnote.db');
  const writers = ['a', 'b', 'c', 'd'].map((prefix) => recordElsewhere([path, prefix, '25']));
  const recorded = await Promise.all(writers);
  for (const { lines, status, stderr } of recorded) {
    expect([status, stderr, lines.at(-1)]).toEqual([0, '', expect.stringMatching(/^changed /)]);
  }
  const store = await opened(path);
  expect(
    await expectAllKept(
      store,
      recorded.flatMap(({ lines }) => lines),
    ),
  ).toBe(100);
  // The trail has every change of each, and no number twice.
  const trail = await store.serverValues.listChanges('guild-1', 1000);
  expect(new Set(trail.map(({ number }) => number)).size).toBe(100);
  expect(integrityOf(path)).toEqual([{ integrity_check: 'ok' }]);
}, 60_000);
