import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk, mayMount } from './disk.ts';
import { expectAllKept, integrityOf, recordElsewhere } from './recorder.ts';
import { opened, temporaryFolder } from './scene.ts';

/** The store as it lies on a full disk, brought to where it can be opened. */
async function broughtAway(folder: string): Promise<string> {
  const away = await temporaryFolder();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('-shm')) await copyFile(join(folder, name), join(away, name));
  }
  return join(away, 'footnote.db');
}

test.skipIf(!mayMount)('a disk that runs full is told, and loses nothing that was acknowledged', async () => {
  const folder = await disk('size=400k');
  const { lines, status, stderr } = await recordElsewhere([join(folder, 'footnote.db'), 'full']);
  expect([status, stderr, lines.at(-1)]).toEqual([3, '', 'failed cannot-write']);
  const path = await broughtAway(folder);
  expect(await expectAllKept(await opened(path), lines)).toBeGreaterThan(3);
  expect(integrityOf(path)).toEqual([{ integrity_check: 'ok' }]);
});

test.skipIf(!mayMount).each(['4k', '16k', '48k', '80k'])(
  'a disk of %s is refused at the start',
  async (size) => {
    const folder = await disk(`size=${size}`);
    await expect(opened(join(folder, 'footnote.db'))).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/footnote\.db” cannot be written: .*the disk has room/),
    });
  },
);

test.skipIf(process.platform === 'win32')(
  'a file that may not grow is told, and loses nothing that was acknowledged',
  async () => {
    const folder = await temporaryFolder();
    const before = "trap '' XFSZ; ulimit -f 400";
    const { lines, status, stderr } = await recordElsewhere([join(folder, 'footnote.db'), 'small'], {
      before,
    });
    expect([status, stderr, lines.at(-1)]).toEqual([3, '', 'failed cannot-write']);
    const path = await broughtAway(folder);
    expect(await expectAllKept(await opened(path), lines)).toBeGreaterThan(1);
    expect(integrityOf(path)).toEqual([{ integrity_check: 'ok' }]);
  },
);

test.skipIf(!mayMount)(
  'a look at the store finds a disk that runs full and a lost “-wal” file, and that both are well again',
  async () => {
    const folder = await disk('size=1m');
    const store = await opened(join(folder, 'footnote.db'));
    const look = () => store.checkWritable().catch((error: Error) => error.message);
    const filling = join(folder, 'filling');
    await writeFile(filling, Buffer.alloc(1_000_000)).catch(() => {});
    // The “-wal” file may have a page left of what was written before.
    await expect.poll(look).toMatch(/cannot be written: .*the disk has room/);
    await rm(filling);
    expect(await look()).toBeUndefined();
    await rename(join(folder, 'footnote.db-wal'), join(folder, 'aside'));
    expect(await look()).toMatch(/“-wal” file\) was deleted/);
    await rename(join(folder, 'aside'), join(folder, 'footnote.db-wal'));
    expect(await look()).toBeUndefined();
  },
);

test.skipIf(!mayMount)(
  'a disk that is read-only is refused at the start, whether there is a file or not',
  async () => {
    const folder = await disk('size=1m');
    await recordElsewhere([join(folder, 'footnote.db'), 'before', '1']);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    for (const path of ['footnote.db', 'new.db', join('new', 'new.db')]) {
      await expect(opened(join(folder, path))).rejects.toMatchObject({ code: 'cannot-write' });
    }
  },
);

test('a folder that cannot be made is told', async () => {
  const folder = await temporaryFolder();
  await opened(join(folder, 'footnote.db'));
  await expect(opened(join(folder, 'footnote.db', 'data', 'footnote.db'))).rejects.toMatchObject({
    code: 'cannot-write',
    message: expect.stringContaining('its folder cannot be made (ENOTDIR)'),
  });
});

test.skipIf(!existsSync('/proc/self'))(
  'a folder where the system makes none is told, and not tried for ever',
  async () => {
    await expect(opened('/proc/no/such/footnote.db')).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('its folder cannot be made (ENOENT)'),
    });
  },
);

test.skipIf(process.platform === 'win32')('a named pipe is no file, and nobody waits for it', async () => {
  const pipe = join(await temporaryFolder(), 'footnote.db');
  execFileSync('mkfifo', [pipe]);
  await expect(opened(pipe)).rejects.toMatchObject({
    code: 'unusable-file',
    message: expect.stringContaining('it is not a file'),
  });
});

test('folders above it are made as deep as they are named', async () => {
  const folder = await temporaryFolder();
  await opened(join(folder, 'a', 'b', 'c', 'footnote.db'));
  expect((await stat(join(folder, 'a', 'b', 'c'))).isDirectory()).toBe(true);
});
