import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openStore, type Store } from '../../../../src/store/open-store.ts';
import type { PostgresServer } from '../../../postgres/postgres-server.ts';
import { Journal } from './journal.ts';
import { Writer } from './writer.ts';

export interface StressOptions {
  /** Connections of this server are cut, and it is restarted, so it must be for nobody else. */
  readonly server: PostgresServer;
  readonly durationMs: number;
  /** Each has a store of its own, as if in a process of its own. */
  readonly processes: number;
  readonly writersEach: number;
  /** How long the server runs between two restarts. */
  readonly restartEveryMs: number;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
}

export interface StressFigures {
  readonly journal: Journal;
  readonly cuts: number;
  readonly restarts: number;
}

/** Writes with many writers at once while connections are cut at random and the server is restarted, now orderly and now by a crash. */
export async function runStress(options: StressOptions): Promise<StressFigures> {
  const { server, durationMs, processes, writersEach, random } = options;
  const journal = new Journal();
  const stores = await Promise.all(
    Array.from({ length: processes }, (_, index) => openNamed(server.url, index)),
  );
  const endsAt = performance.now() + durationMs;
  const isOver = (): boolean => performance.now() >= endsAt;
  const writers = stores.flatMap((store, index) =>
    Array.from({ length: writersEach }, (_, number) =>
      new Writer({ store, name: `w${index}.${number}`, journal, random }).writeUntil(isOver),
    ),
  );
  const [faults] = await Promise.all([disturb(options, isOver), ...writers]);
  await Promise.all(stores.map((store) => store.close()));
  return { journal, ...faults };
}

function openNamed(url: string, index: number): Promise<Store> {
  let ids = 0;
  return openStore({ url, now: () => new Date(), newId: () => `p${index}-${++ids}` });
}

async function disturb(
  { server, restartEveryMs, random }: StressOptions,
  isOver: () => boolean,
): Promise<Omit<StressFigures, 'journal'>> {
  let cuts = 0;
  let restarts = 0;
  let restartAt = performance.now() + restartEveryMs;
  while (!isOver()) {
    await delay(30 + 300 * random());
    if (performance.now() > restartAt) {
      await server.stop(random() < 0.5 ? 'fast' : 'immediate');
      await delay(500 * random());
      await server.start();
      restarts++;
      restartAt = performance.now() + restartEveryMs;
    }
    cuts += await cutSome(server.url, 1 + Math.floor(5 * random()));
  }
  return { cuts, restarts };
}

/** Ends some connections of the stores. Returns how many. */
async function cutSome(url: string, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'cutter' });
  await client.connect();
  try {
    const { rows } = await client.query<{ done: boolean }>(
      `select pg_terminate_backend(pid) as done from (
        select pid from pg_stat_activity where application_name = 'footnote' order by random() limit $1
      ) as chosen`,
      [count],
    );
    return rows.filter(({ done }) => done).length;
  } finally {
    await client.end();
  }
}
