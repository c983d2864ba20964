import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStore as openForBot } from '../../../src/requests/starting/open-store.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { describeWithPostgres, runSql } from '../../postgres/databases.ts';
import { type PostgresServer, startPostgres } from '../../postgres/postgres-server.ts';
import { asking, counting, opened } from '../scene.ts';

/** Waits until a store saves again. */
async function untilSaved({ asked }: Store): Promise<void> {
  await expect
    .poll(
      () =>
        asked.record(asking('Are you there?')).then(
          () => 'saved',
          (error: Error) => error.message,
        ),
      { timeout: 10_000 },
    )
    .toBe('saved');
}

describeWithPostgres('a PostgreSQL server that comes and goes', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    const started = await startPostgres({ isDurable: true });
    if (started === null) throw new Error('TEST_DATABASE_URL names a server, but none can be started here');
    server = started;
    return () => server.remove();
  });

  /** The address of a schema of its own. */
  async function freshUrl(name: string): Promise<string> {
    await runSql(server.url, `create schema ${name}`);
    return `${server.url}?options=-c%20search_path%3D${name}&pool_size=2`;
  }

  test('may be away at the start: the store keeps nothing, says so once, and keeps everything once it is there', async () => {
    const url = await freshUrl('late');
    await server.stop();
    await expect(openStore({ url, ...counting() })).rejects.toMatchObject({ code: 'cannot-write' });
    const { store, problem } = await openForBot({ url, ...counting() });
    onTestFinished(() => store.close());
    const told: string[] = [];
    store.reports.subscribe(({ level, message }) => told.push(`${level}: ${message}`));
    expect(problem).toBeNull();
    for (let round = 0; round < 3; round++)
      await expect(store.asked.record(asking('Why?'))).rejects.toMatchObject({
        code: 'cannot-write',
        message: expect.stringMatching(/cannot be reached. Check that PostgreSQL runs there/),
      });
    await expect(store.coordination.tryLock('a')).rejects.toMatchObject({ code: 'cannot-write' });
    expect(told).toEqual([
      expect.stringMatching(
        /^error: Nothing is saved while the database is away\..* Footnote tries again by itself\.$/,
      ),
    ]);
    await server.start();
    await untilSaved(store);
    await expect
      .poll(() => store.coordination.tryLock('a').catch(() => null), { timeout: 10_000 })
      .not.toBeNull();
    expect(told.slice(1)).toEqual(['info: The database is there again. Footnote saves everything again.']);
  });

  test('may crash and come back: what was confirmed is there, locks are lost, and subscribers look again', async () => {
    const store = await opened(await freshUrl('crashed'));
    const heard: unknown[] = [];
    store.coordination.subscribe((change) => heard.push(change));
    await expect.poll(() => heard).toEqual([null]);
    const lock = await store.coordination.tryLock('shard');
    const records = await Promise.all(
      Array.from({ length: 50 }, (_, n) => store.asked.record(asking(`${n}?`))),
    );
    await server.stop('immediate');
    await lock?.lost;
    await expect(store.votes.count('id1')).rejects.toMatchObject({ code: 'cannot-write' });
    await server.start();
    await untilSaved(store);
    for (const record of records) expect(await store.asked.find(record.id)).toEqual(record);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(2);
    await expect
      .poll(() => store.coordination.tryLock('shard').catch(() => null), { timeout: 10_000 })
      .not.toBeNull();
  });

  test('may take a connection and say nothing: whoever asks first waits for two seconds, and others not at all', async () => {
    const url = await freshUrl('silent');
    server.pause();
    onTestFinished(() => server.goOn());
    const { store } = await openForBot({ url, ...counting() });
    onTestFinished(() => store.close());
    const startedAt = performance.now();
    for (let count = 0; count < 10; count++)
      await expect(store.votes.count('id1')).rejects.toMatchObject({ code: 'cannot-write' });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    server.goOn();
    await untilSaved(store);
  });

  test('may be away or take no changes: a look at the store tells which, and when it is over', async () => {
    const url = await freshUrl('looked_at');
    const store = await opened(url);
    await Promise.all([1, 2, 3].map(() => store.checkWritable()));
    const setReadOnly = async (value: 'on' | 'off'): Promise<void> => {
      await runSql(server.url, `alter system set default_transaction_read_only = ${value}`);
      await runSql(server.url, 'select pg_reload_conf()');
    };
    const look = () => store.checkWritable().catch((error: Error) => error.message);
    await setReadOnly('on');
    await expect.poll(look, { timeout: 10_000 }).toMatch(/it is read-only, such as a standby/);
    await server.stop('immediate');
    expect(await look()).toMatch(/it cannot be reached/);
    await server.start();
    await setReadOnly('off');
    await expect.poll(look, { timeout: 10_000 }).toBeUndefined();
  });

  test('may fall silent: whoever holds a lock learns it before the server gives it to another', async () => {
    const url = await freshUrl('mute');
    const store = await opened(url);
    const lock = await store.coordination.tryLock('shard');
    const [row] = await runSql(
      url,
      `select pid from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and application_name = 'footnote'
        and query like '%pg_try_advisory_lock%'`,
    );
    const backend = Number(row?.['pid']);
    process.kill(backend, 'SIGSTOP');
    onTestFinished(() => void process.kill(backend, 'SIGCONT'));
    const startedAt = performance.now();
    await lock?.lost;
    expect(performance.now() - startedAt).toBeLessThan(7_000);
  });

  const cut = () =>
    runSql(
      server.url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'footnote' and pid != pg_backend_pid()",
    );

  describe('may end connections at any time:', () => {
    test('those that are idle are replaced, and a transaction that loses its own leaves nothing behind', async () => {
      const url = await freshUrl('cut');
      const store = await opened(url);
      for (let round = 0; round < 5; round++) {
        await Promise.all([1, 2].map((n) => store.asked.record(asking(`${round} ${n}?`))));
        await cut();
        await untilSaved(store);
      }
      const changing = Array.from({ length: 20 }, (_, n) =>
        store.serverValues
          .change(
            'guild',
            'mod',
            ['a', 'b'].map((name) => ({ kind: 'synonym', name: `${name}${n}`, value: 'x' })),
          )
          .catch(() => null),
      );
      await cut();
      await Promise.all(changing);
      await untilSaved(store);
      const names = (await store.serverValues.list('guild', 'synonym')).map(({ name }) => name);
      for (const name of names)
        expect(names).toContain(`${name.startsWith('a') ? 'b' : 'a'}${name.slice(1)}`);
    });
  });
});
