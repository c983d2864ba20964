import { expect, test } from 'vitest';
import type { Change } from '../../../src/store/kit/coordination.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { describeWithPostgres, runSql } from '../../postgres/databases.ts';
import { opened } from '../scene.ts';

describeWithPostgres('processes that share a PostgreSQL database', ({ freshUrl }) => {
  const openTwo = async (): Promise<{ readonly url: string; readonly one: Store; readonly two: Store }> => {
    const url = await freshUrl();
    return { url, one: await opened(url), two: await opened(url) };
  };

  test('hold a lock one at a time, and get it once it is released or its process is closed', async () => {
    const { one, two } = await openTwo();
    const lock = await one.coordination.tryLock('shard 0');
    expect(await two.coordination.tryLock('shard 0')).toBeNull();
    expect(await two.coordination.tryLock('shard 1')).not.toBeNull();
    await lock?.release();
    const taken = await two.coordination.tryLock('shard 0');
    expect(taken).not.toBeNull();
    expect(await one.coordination.tryLock('shard 1')).toBeNull();
    await two.close();
    expect(await one.coordination.tryLock('shard 0')).not.toBeNull();
    expect(await one.coordination.tryLock('shard 1')).not.toBeNull();
  });

  test('learn that a lock is lost with its connection, and may take it again', async () => {
    const { url, one, two } = await openTwo();
    const lock = await one.coordination.tryLock('leader');
    await runSql(
      url,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid != pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`,
    );
    await lock?.lost;
    await expect.poll(() => two.coordination.tryLock('leader')).not.toBeNull();
    await expect.poll(() => one.coordination.tryLock('other').catch(() => null)).not.toBeNull();
    expect(await one.coordination.tryLock('leader')).toBeNull();
    await lock?.release();
    expect(await one.coordination.tryLock('leader')).toBeNull();
  });

  test('count each other, also after connections were cut, and one that is closed no longer', async () => {
    const { url, one, two } = await openTwo();
    expect(await two.coordination.countProcesses()).toBe(0);
    await one.coordination.join();
    await two.coordination.join();
    expect(await one.coordination.countProcesses()).toBe(2);
    await runSql(
      url,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid != pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`,
    );
    const count = () => one.coordination.countProcesses().catch(() => null);
    await expect.poll(() => two.coordination.countProcesses().catch(() => null)).not.toBeNull();
    await expect.poll(count).toBe(2);
    await two.close();
    await expect.poll(count).toBe(1);
    const elsewhere = await opened(await freshUrl());
    expect(await elsewhere.coordination.countProcesses()).toBe(0);
    await one.coordination.leave();
    expect(await one.coordination.countProcesses()).toBe(0);
  });

  test('hear what others announce, and null where they may have missed something', async () => {
    const { url, one, two } = await openTwo();
    const heard: (Change | null)[] = [];
    const end = two.coordination.subscribe((change) => heard.push(change));
    await expect.poll(() => heard).toEqual([null]);
    const changes: readonly Change[] = [
      { kind: 'snapshot' },
      { kind: 'server', guildId: '123' },
      { kind: 'member', memberId: '456' },
    ];
    await two.coordination.announce({ kind: 'snapshot' });
    for (const change of changes) await one.coordination.announce(change);
    await expect.poll(() => heard).toEqual([null, ...changes]);
    await runSql(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' or (query = 'select 1' and datname = current_database() and pid != pg_backend_pid())`,
    );
    await expect.poll(() => heard).toEqual([null, ...changes, null]);
    await one.coordination.announce({ kind: 'snapshot' });
    await expect.poll(() => heard.at(-1)).toEqual({ kind: 'snapshot' });
    end();
  });

  test('hear of a change exactly if it is committed, whoever made it', async () => {
    const { url, one, two } = await openTwo();
    const heard: (Change | null)[] = [];
    two.coordination.subscribe((change) => heard.push(change));
    await expect.poll(() => heard).toEqual([null]);
    const set = (guildId: string, value: string) =>
      one.serverValues.change(guildId, 'by', [{ kind: 'setting', name: 'language', value }]);
    const [made] = await set('1', 'de');
    // Changes nothing.
    await set('1', 'de');
    await one.serverValues.undo('1', 'by', [made?.number ?? 0]);
    await runSql(url, `alter table guild_changes add constraint refused check (guild_id != '2')`);
    await expect(set('2', 'de')).rejects.toThrow(/refused/);
    await one.forgetting.forgetServer('1');
    await one.forgetting.forgetMember('456');
    const told = { cause: 'start', byId: null, guildId: null, added: 0, removed: 0, changed: 0 } as const;
    await one.snapshots.save({ ...told, factCount: 1, texts: [{ path: 'a.md', text: 'A.' }] });
    const server = { kind: 'server', guildId: '1' };
    await expect
      .poll(() => heard.slice(1))
      .toEqual([server, server, server, { kind: 'member', memberId: '456' }, { kind: 'snapshot' }]);
  });

  test('see which locks are free, whoever holds the others', async () => {
    const { one, two } = await openTwo();
    await one.coordination.tryLock('a');
    await two.coordination.tryLock('b');
    for (const { coordination } of [one, two])
      expect(await coordination.listFree(['c', 'b', 'a'])).toEqual(['c']);
  });

  test('pass over what no Footnote has announced, and what one in another schema has', async () => {
    const { url, one, two } = await openTwo();
    const heard: unknown[] = [];
    two.coordination.subscribe((change) => heard.push(change));
    await expect.poll(() => heard).toEqual([null]);
    const other = await opened(await freshUrl());
    await other.coordination.announce({ kind: 'snapshot' });
    for (const payload of [
      '',
      'nonsense',
      '{"from":"x","change":{"kind":"mood"}}',
      '[]',
      '{"change":{"kind":"snapshot"}}',
    ])
      await runSql(url, `select pg_notify('footnote_' || md5(current_schema()), '${payload}')`);
    await one.coordination.announce({ kind: 'server', guildId: '1' });
    await expect.poll(() => heard).toEqual([null, { kind: 'server', guildId: '1' }]);
  });
});
