import { beforeAll, expect, test } from 'vitest';
import { describeWithPostgres, runSql } from '../../../postgres/databases.ts';
import { type PostgresServer, startPostgres } from '../../../postgres/postgres-server.ts';
import { opened } from '../../scene.ts';
import type { Journal } from './journal.ts';
import { runStress } from './stress.ts';

/** A short run for each change; `STRESS_MINUTES=20 npx vitest run tests/store/postgres/stress` for a long one. */
const MINUTES = Number(process.env['STRESS_MINUTES'] ?? 0.1);

/** The same numbers in each run. */
function createRandom(): () => number {
  let state = 20_261_130;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const expectOnce = (confirmed: readonly string[]): void => {
  expect(new Set(confirmed).size).toBe(confirmed.length);
};

const expectAll = (confirmed: readonly string[], there: readonly string[]): void => {
  const known = new Set(there);
  expect(confirmed.filter((each) => !known.has(each))).toEqual([]);
};

describeWithPostgres('40 writers whose connections are cut, on a server that restarts,', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    const started = await startPostgres({ isDurable: true });
    if (started === null) throw new Error('TEST_DATABASE_URL names a server, but none can be started here');
    server = started;
    return () => server.remove();
  });

  const read = async (sql: string): Promise<readonly string[]> =>
    (await runSql(server.url, sql)).map(({ found }) => String(found));

  /** A waiting asker is with one taker, or waits, or somebody asked for it and was not answered. */
  const expectTakenOrWaiting = async ({ waiting, taken, perhapsTaken }: Journal): Promise<void> => {
    expectOnce(taken);
    const still = new Set(await read('select id as found from asked where waits = 1'));
    expect(taken.filter((id) => still.has(id))).toEqual([]);
    const gone = new Set(taken);
    expect(waiting.filter((id) => !still.has(id) && !gone.has(id) && !perhapsTaken.has(id))).toEqual([]);
  };

  test(
    'find everything that was confirmed there, once',
    async () => {
      const durationMs = MINUTES * 60_000;
      const { journal, cuts, restarts } = await runStress({
        server,
        durationMs,
        processes: 8,
        writersEach: 5,
        restartEveryMs: Math.min(20_000, durationMs / 3),
        random: createRandom(),
      });
      console.info(
        `${journal.confirmed} confirmed (${journal.recorded.length} questions, ${journal.changed.length} changes of servers, ${journal.voted.length} votes, ${journal.taken.length} waiting askers, ${journal.claimed.length} claims, ${journal.snapshots.length} snapshots, ${journal.forgotten.length} members forgotten), ${journal.failures} failed; ${cuts} connections cut, ${restarts} restarts`,
      );
      expectAll(journal.recorded, await read('select id as found from asked'));
      expect(await read('select question as found from asked group by question having count(*) > 1')).toEqual(
        [],
      );
      expectAll(journal.voted, await read("select asked_id || ' ' || voter_id as found from votes"));
      expectAll(
        journal.changed,
        await read("select guild_id || ' ' || name || ' ' || value as found from guild_values"),
      );
      expectOnce(journal.numbered);
      expect(
        await read(
          'select guild_id as found from guild_changes group by guild_id having max(number) - min(number) + 1 != count(*)',
        ),
      ).toEqual([]);
      await expectTakenOrWaiting(journal);
      expectOnce(journal.claimed);
      expectAll(journal.claimed, await read('select week as found from digests'));
      expectOnce(journal.snapshots.map(String));
      const { snapshots } = await opened(server.url);
      for (const { number } of await snapshots.list())
        expect(await snapshots.readTexts(number)).toHaveLength(20);
      const members = new Set(
        await read('select asker_id as found from asked union select voter_id from votes'),
      );
      expect(journal.forgotten.filter((member) => members.has(member))).toEqual([]);
      expect([cuts, restarts, journal.confirmed].every((count) => count > 0)).toBe(true);
    },
    MINUTES * 60_000 + 120_000,
  );
});
