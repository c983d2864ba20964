import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { copyStore, digestStore } from '../../../src/store/copy/copy-store.ts';
import { describeWithPostgres, runSql } from '../../postgres/databases.ts';
import { expectAllKept, integrityOf, recordElsewhere } from '../recorder.ts';
import { asking, counting, opened, temporaryFolder } from '../scene.ts';
import { writeFilledStore } from './fill-store.ts';

const now = (): Date => new Date();
const copy = (from: string, to: string) => copyStore({ from, to, now, isResumable: true });

/** Ids that nothing in a filled store has. */
const laterIds = { ...counting(), newId: () => `later${Math.random()}` };

/** Copies in another process, which dies after so many batches. */
async function killedAfter(from: string, to: string, batches: number): Promise<unknown> {
  const script = fileURLToPath(new URL('copy-until.js', import.meta.url));
  const [, signal] = await once(spawn(process.execPath, [script, from, to, String(batches)]), 'close');
  return signal;
}

describeWithPostgres('copies between a file and PostgreSQL', ({ freshUrl }) => {
  test('equal each other there and back, row for row, and the bot opens both', async () => {
    const folder = await temporaryFolder();
    const [back, url] = [join(folder, 'back.db'), await freshUrl()];
    const file = await writeFilledStore(folder);
    const digests = await copy(file, url);
    expect(digests).toEqual(await digestStore(file, now));
    expect(await digestStore(url, now)).toEqual(digests);
    expect(await copy(url, back)).toEqual(digests);
    expect(await runSql(url, "select to_regclass('footnote_copying') as mark")).toEqual([{ mark: null }]);
    for (const place of [url, back]) {
      const store = await opened(place, laterIds);
      expect(await store.asked.record(asking('New?'))).toHaveProperty('id');
      expect(await store.serverValues.listNames('g', 'article')).toHaveLength(30);
    }
  }, 60_000);

  test('go on after a kill at any batch; no bot starts with half a copy, and no other copy enters it', async () => {
    const folder = await temporaryFolder();
    const url = await freshUrl();
    const file = await writeFilledStore(folder);
    for (const batches of [1, 2, 1, 3]) {
      expect(await killedAfter(file, url, batches)).toBe('SIGKILL');
      await expect(opened(url, counting())).rejects.toMatchObject({
        code: 'unusable-file',
        message: expect.stringContaining('a copy into it is not finished: run the same'),
      });
      await expect(digestStore(url, now)).rejects.toMatchObject({ code: 'unusable-file' });
    }
    const other = await writeFilledStore(folder, 'other.db');
    await expect(copy(other, url)).rejects.toMatchObject({
      code: 'not-copied',
      message: expect.stringContaining('unfinished copy of another database (SQLite: '),
    });
    // What was copied before the kill has changed.
    const store = await opened(file, laterIds);
    await store.asked.record(asking('Later?'));
    await store.forgetting.forgetServer('g');
    await store.close();
    expect(await copy(file, url)).toEqual(await digestStore(file, now));
  }, 60_000);

  test('leave a database with data as it is', async () => {
    const folder = await temporaryFolder();
    const url = await freshUrl();
    const file = await writeFilledStore(folder);
    const store = await opened(url);
    await store.asked.record(asking('Mine?'));
    await expect(copy(file, url)).rejects.toMatchObject({
      code: 'not-copied',
      message: expect.stringMatching(/data already .*“asked”.*empty place/),
    });
    await expect(copy(await freshUrl(), join(folder, 'c.db'))).rejects.toMatchObject({ code: 'no-store' });
    expect(await runSql(url, 'select count(*) from asked')).toEqual([{ count: '1' }]);
    expect(await store.asked.record(asking('More?'))).toHaveProperty('id');
  }, 60_000);

  test('keep bots out, and are refused while one runs, at the source or at the target', async () => {
    const folder = await temporaryFolder();
    const url = await freshUrl();
    const [file, moved] = [await writeFilledStore(folder), join(folder, 'moved.db')];
    const machine = { host: 'here', isRunning: () => true };
    const move = (from: string, to: string, onProgress = (): void => {}) =>
      copyStore({ from, to, now, isResumable: true, machine, onProgress });
    const { coordination } = await opened(url, laterIds);
    await coordination.join();
    const inUse = {
      code: 'in-use',
      message: expect.stringMatching(/^A bot is running on the database “.*” at .*Stop all its processes/),
    };
    await expect(move(file, url)).rejects.toMatchObject(inUse);
    await copy(file, url);
    await expect(move(url, moved)).rejects.toMatchObject(inUse);
    await copy(url, join(folder, 'backup.db'));
    await coordination.leave();
    const joining: Promise<unknown>[] = [];
    await move(url, moved, () => {
      if (joining.length === 0) joining.push(coordination.join().catch((error: unknown) => error));
    });
    expect(await joining[0]).toMatchObject({
      code: 'in-use',
      message: expect.stringMatching(/is being copied. The bot waits/),
    });
    await expect.poll(() => coordination.countProcesses().catch(() => null), { timeout: 10_000 }).toBe(1);
  }, 60_000);

  test('name the database that fails while it is read', async () => {
    const folder = await temporaryFolder();
    const url = await freshUrl();
    await copy(await writeFilledStore(folder), url);
    const killing = runSql(
      url,
      `begin; lock table digests; do $$ declare victim integer; begin for round in 1..2000 loop
        select pid into victim from pg_locks where not granted and relation = 'digests'::regclass limit 1;
        exit when victim is not null; perform pg_sleep(0.01); end loop; perform pg_terminate_backend(victim); end $$; commit`,
    );
    const isLocked = "select count(*) from pg_locks where granted and relation = to_regclass('digests')";
    await expect.poll(() => runSql(url, isLocked), { timeout: 10_000 }).not.toEqual([{ count: '0' }]);
    const copied = copy(url, join(folder, 'moved.db')).catch((error: unknown) => error);
    await killing;
    expect(await copied).toMatchObject({
      code: 'cannot-read',
      message: expect.stringMatching(/^The database “.*” at .* cannot be used: it cannot be reached/),
    });
  }, 60_000);

  test('of one moment hold all that was confirmed before, while another process goes on writing', async () => {
    const folder = await temporaryFolder();
    const [url, backup, second] = [await freshUrl(), join(folder, 'backup.db'), await freshUrl()];
    const work: { backup?: Promise<unknown> } = {};
    const { lines } = await recordElsewhere([url, 'w'], {
      onLine(count, child) {
        if (count === 120) work.backup = copy(url, backup).finally(() => child.kill('SIGKILL'));
      },
    });
    const digests = await work.backup;
    expect(lines.length).toBeGreaterThan(130);
    expect(integrityOf(backup)).toEqual([{ integrity_check: 'ok' }]);
    expect(await copy(backup, second)).toEqual(digests);
    expect(await expectAllKept(await opened(second), lines.slice(0, 119))).toBeGreaterThan(25);
  }, 60_000);
});
