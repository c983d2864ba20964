import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder, PRIVATE_FOLDER, readErrorCode } from '../../src/kit/system.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';

test('missing folders are created, and existing ones stay', async () => {
  const folder = join(await temporaryFolder(), 'a', 'b', 'c');
  await createFolder(folder);
  await writeFile(join(folder, 'file'), '');
  await createFolder(folder);
  expect(existsSync(join(folder, 'file'))).toBe(true);
});

test('two callers may create the same folders at once', async () => {
  const folder = join(await temporaryFolder(), 'a', 'b', 'c', 'd');
  await Promise.all(Array.from({ length: 10 }, () => createFolder(folder)));
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test.skipIf(process.platform === 'win32')('only the owner may read a created folder', async () => {
  const folder = join(await temporaryFolder(), 'a');
  await createFolder(folder, PRIVATE_FOLDER);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a file in the place of a folder is refused, also further up', async () => {
  const file = join(await temporaryFolder({ file: '' }), 'file');
  await expect(createFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(createFolder(join(file, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.skipIf(!existsSync('/proc/self'))('a folder where the system makes none is refused', async () => {
  await expect(createFolder('/proc/no/such')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an error’s code is Node’s, or else what was thrown', () => {
  expect(readErrorCode(Object.assign(new Error('no'), { code: 'EIO' }))).toBe('EIO');
  expect(readErrorCode(new Error('odd'))).toBe('odd');
  expect(readErrorCode('thrown text')).toBe('thrown text');
});
