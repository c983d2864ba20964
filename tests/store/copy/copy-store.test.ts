import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { copyStore, digestStore } from '../../../src/store/copy/copy-store.ts';
import { COPIED_TABLES, LOCAL_TABLES } from '../../../src/store/copy/table-rows.ts';
import { disk, mayMount } from '../disk.ts';
import { expectAllKept, integrityOf, recordElsewhere } from '../recorder.ts';
import { asking, opened, temporaryFolder } from '../scene.ts';
import { writeFilledStore } from './fill-store.ts';

const now = (): Date => new Date();

function copy(from: string, to: string, isResumable = false) {
  return copyStore({ from, to, now, isResumable });
}

/** Rows that a statement gives, read by SQLite itself. */
function query(path: string, statement: string): readonly unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare(statement).all();
  } finally {
    database.close();
  }
}

test('a copy holds every table, with its own key; what belongs to one place is left out', async () => {
  const path = await writeFilledStore(await temporaryFolder());
  const tables = query(path, "select name from sqlite_master where type = 'table' order by name");
  const names = [...COPIED_TABLES.map(({ name }) => name), ...LOCAL_TABLES];
  expect(tables).toEqual(names.toSorted().map((name) => ({ name })));
  for (const { name, key } of COPIED_TABLES) {
    const columns = query(path, `select name from pragma_table_info('${name}') where pk > 0 order by pk`);
    expect([name, columns]).toEqual([name, key.map((column) => ({ name: column }))]);
  }
});

test.each([true, false])(
  'of two copies to one place, one is made, and the other is refused (resumable: %s)',
  async (isResumable) => {
    const folder = await temporaryFolder();
    const path = await writeFilledStore(folder);
    const place = join(folder, 'copy.db');
    const ends = await Promise.allSettled([copy(path, place, isResumable), copy(path, place, isResumable)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        code: 'not-copied',
        message: expect.stringMatching(/^Another command writes .*Wait for its end/),
      },
    });
    expect(await digestStore(place, now)).toEqual(await digestStore(path, now));
    expect(await readdir(folder)).not.toContain('copy.db.partial.copying');
    // As after a kill: no process has this number.
    const other = join(folder, 'other.db');
    await writeFile(`${other}.partial.copying`, `99999999 on ${hostname()}`);
    await copy(path, other, isResumable);
    expect(await digestStore(other, now)).toEqual(await digestStore(path, now));
  },
);

test('a copy is one file that equals what was copied, row for row, and the bot opens it', async () => {
  const folder = await temporaryFolder();
  const path = await writeFilledStore(folder);
  const away = join(folder, 'away');
  const digests = await copy(path, join(away, 'copy.db'));
  expect(await readdir(away)).toEqual(['copy.db']);
  expect(digests).toEqual(await digestStore(path, now));
  expect(digests.every(({ rows }) => rows > 0)).toBe(true);
  for (const { name, key } of COPIED_TABLES) {
    const all = `select * from ${name} order by ${key.join(', ')}`;
    expect(query(join(away, 'copy.db'), all)).toEqual(query(path, all));
  }
  await copy(join(away, 'copy.db'), join(folder, 'back.db'));
  expect(await digestStore(join(folder, 'back.db'), now)).toEqual(digests);
  const store = await opened(join(folder, 'back.db'));
  expect(await store.serverValues.listNames('g', 'article')).toHaveLength(30);
});

test('a backup holds all that was confirmed before it, while another process goes on writing', async () => {
  const folder = await temporaryFolder();
  const [path, backup] = [join(folder, 'footnote.db'), join(folder, 'backup.db')];
  const before: string[] = [];
  const work: { backup?: Promise<number> } = {};
  const lines: string[] = [];
  const writer = recordElsewhere([path, 'w'], {
    onLine(count, child) {
      if (count !== 120) return;
      work.backup = copy(path, backup).then(() => {
        child.kill('SIGKILL');
        return lines.length;
      });
    },
  });
  const recorded = await writer;
  lines.push(...recorded.lines);
  before.push(...recorded.lines.slice(0, 119));
  await work.backup;
  // The writer has gone on meanwhile.
  expect(recorded.lines.length).toBeGreaterThan(130);
  expect(integrityOf(backup)).toEqual([{ integrity_check: 'ok' }]);
  expect(query(backup, 'pragma foreign_key_check')).toEqual([]);
  const [numbers] = query(
    backup,
    'select count(*) as n, min(number) as low, max(number) as high from guild_changes',
  );
  expect(numbers).toEqual({ n: Object(numbers).n, low: 1, high: Object(numbers).n });
  await copy(backup, join(folder, 'restored.db'));
  expect(await digestStore(join(folder, 'restored.db'), now)).toEqual(await digestStore(backup, now));
  expect(await expectAllKept(await opened(join(folder, 'restored.db')), before)).toBeGreaterThan(25);
}, 60_000);

describe('a migration', () => {
  const script = fileURLToPath(new URL('copy-until.js', import.meta.url));
  const killedAfter = async (from: string, to: string, batches: number): Promise<unknown> => {
    const [, signal] = await once(spawn(process.execPath, [script, from, to, String(batches)]), 'close');
    return signal;
  };

  test('that was killed at any batch goes on, and equals what was copied', async () => {
    const folder = await temporaryFolder();
    const from = await writeFilledStore(folder);
    const to = join(folder, 'moved.db');
    for (const batches of [1, 2, 3, 1, 1, 4]) {
      expect(await killedAfter(from, to, batches)).toBe('SIGKILL');
      expect(existsSync(to)).toBe(false);
    }
    expect(await copy(from, to, true)).toEqual(await digestStore(from, now));
    expect((await readdir(folder)).toSorted()).not.toContain('moved.db.partial');
  }, 60_000);

  test('copies anew what has changed since it was killed', async () => {
    const folder = await temporaryFolder();
    const from = await writeFilledStore(folder);
    const to = join(folder, 'moved.db');
    expect(await killedAfter(from, to, 2)).toBe('SIGKILL');
    const store = await opened(from);
    await store.forgetting.forgetMember('asker-1');
    await store.asked.record(asking('Later?'));
    await store.close();
    expect(await copy(from, to, true)).toEqual(await digestStore(from, now));
  }, 60_000);

  test('does not go on with that of another database', async () => {
    const folder = await temporaryFolder();
    const from = await writeFilledStore(folder);
    const to = join(folder, 'moved.db');
    await killedAfter(from, to, 1);
    const other = join(folder, 'other.db');
    await copy(from, other);
    await expect(copy(other, to, true)).rejects.toMatchObject({
      code: 'not-copied',
      message: expect.stringContaining('unfinished copy of another database'),
    });
    expect(existsSync(to)).toBe(false);
  }, 60_000);
});

describe('nothing is copied, and nothing is lost,', () => {
  test('over anything that is there: a file, its “-wal”, a link, a pipe, a device', async () => {
    const from = await writeFilledStore(await temporaryFolder());
    const folder = await temporaryFolder();
    const at = (name: string): string => join(folder, name);
    await writeFile(at('note.txt'), 'mine');
    await writeFile(at('lost.db-wal'), 'mine');
    await writeFile(at('empty.db'), '');
    await symlink(at('empty.db'), at('link.db'));
    await symlink(at('nowhere.db'), at('dangling.db'));
    await symlink('/dev/full', at('device.db'));
    execFileSync('mkfifo', [at('pipe.db')]);
    const before = await readdir(folder);
    for (const name of ['note.txt', 'lost.db', 'empty.db', 'link.db', 'dangling.db', 'device.db', 'pipe.db'])
      for (const isResumable of [false, true])
        await expect(copy(from, at(name), isResumable)).rejects.toMatchObject({
          code: 'not-copied',
          message: expect.stringMatching(/is there already.*move it away/),
        });
    expect(await readdir(folder)).toEqual(before);
    expect(await readFile(at('note.txt'), 'utf8')).toBe('mine');
    expect(lstatSync(at('pipe.db')).isFIFO()).toBe(true);
  });

  test('where the place cannot be looked at, or its “.partial” is a folder', async () => {
    const from = await writeFilledStore(await temporaryFolder());
    const folder = await temporaryFolder();
    await symlink('loop', join(folder, 'loop'));
    await mkdir(join(folder, 'copy.db.partial'));
    for (const [name, code] of [
      ['loop/copy.db', 'ELOOP'],
      [`${'x'.repeat(300)}.db`, 'ENAMETOOLONG'],
      ['copy.db', '.*EISDIR'],
    ] as const)
      await expect(copy(from, join(folder, name))).rejects.toMatchObject({
        code: 'cannot-write',
        message: expect.stringMatching(`cannot be written: ${code}.*may write to the folder`),
      });
    expect(await readdir(folder)).toEqual(['copy.db.partial', 'loop']);
  });

  test('over a file that appears while it is copied', async () => {
    const folder = await temporaryFolder();
    const [from, to] = [await writeFilledStore(folder), join(folder, 'copy.db')];
    const onProgress = (): void => writeFileSync(to, '');
    await expect(copyStore({ from, to, now, isResumable: false, onProgress })).rejects.toMatchObject({
      code: 'not-copied',
      message: expect.stringMatching(/is there already.*move it away/),
    });
    expect(await readFile(to, 'utf8')).toBe('');
  });

  test.each([
    ['gone.db', 'no-store', /no database at/],
    ['empty.db', 'no-store', /no database at/],
    ['text.db', 'unusable-file', /no database of Footnote.*another file/],
    ['foreign.db', 'unusable-file', /no database of Footnote/],
    ['newer.db', 'newer-version', /newer Footnote. Copy it with that version/],
    ['older.db', 'older-version', /Start the bot with it once/],
  ])('from %s', async (name, code, words) => {
    const folder = await temporaryFolder();
    const path = await writeFilledStore(folder);
    await writeFile(join(folder, 'empty.db'), '');
    await writeFile(join(folder, 'text.db'), 'A text that is no database at all, however long it may be.');
    new DatabaseSync(join(folder, 'foreign.db')).exec('create table theirs (a); pragma application_id = 7');
    for (const [file, by] of [
      ['newer.db', 1],
      ['older.db', -1],
    ] as const) {
      await copy(path, join(folder, file));
      const database = new DatabaseSync(join(folder, file));
      const [{ user_version: version }] = Object(database.prepare('pragma user_version').all());
      database.exec(`pragma user_version = ${Number(version) + by}`);
      database.close();
    }
    const before = existsSync(join(folder, name)) ? await readFile(join(folder, name)) : null;
    const failed = copy(join(folder, name), join(folder, 'copy.db'));
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(words) });
    expect((await readdir(folder)).filter((each) => each.startsWith('copy'))).toEqual([]);
    expect(existsSync(join(folder, name)) ? await readFile(join(folder, name)) : null).toEqual(before);
  });

  test.skipIf(!mayMount)('onto a full disk, which is told', async () => {
    const from = await writeFilledStore(await temporaryFolder());
    const small = await disk('size=300k');
    await expect(copy(from, join(small, 'copy.db'))).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/cannot be written: .*full.*disk has room.*same command again/),
    });
    expect(await readdir(small)).toEqual([]);
    expect(integrityOf(from)).toEqual([{ integrity_check: 'ok' }]);
  });
});
