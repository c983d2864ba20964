import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintFolder } from '../../../src/knowledge/folder/folder-state.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * Tells whether an action changes the fingerprint of a folder with an article, a picture, and an article in a hidden
 * folder that a link leads to.
 */
async function changesState(act: (folder: string) => Promise<unknown>): Promise<boolean> {
  const folder = await temporaryFolder({ 'a.md': 'A', 'b.png': 'B', '.data/c.md': 'C', '.next/c.md': 'D' });
  await symlink('.data/c.md', join(folder, 'c.md'));
  await utimes(join(folder, 'a.md'), 1, 1);
  const before = await fingerprintFolder(folder);
  expect(await fingerprintFolder(folder)).toBe(before);
  await act(folder);
  return (await fingerprintFolder(folder)) !== before;
}

test.each<readonly [string, (folder: string) => Promise<unknown>]>([
  ['a new article', (folder) => writeFile(join(folder, 'new.txt'), '')],
  ['one that is gone', (folder) => rm(join(folder, 'a.md'))],
  ['another name', (folder) => rename(join(folder, 'a.md'), join(folder, 'b.md'))],
  ['another size', (folder) => writeFile(join(folder, 'a.md'), 'AA')],
  ['the same size at another time', (folder) => writeFile(join(folder, 'a.md'), 'X')],
  [
    'the same size with its time put back',
    async (folder) => {
      await writeFile(join(folder, 'a.md'), 'X');
      await utimes(join(folder, 'a.md'), 1, 1);
    },
  ],
  ['what a link leads to', (folder) => writeFile(join(folder, '.data/c.md'), 'CC')],
  [
    'the folder that links lead through, exchanged as Kubernetes does',
    async (folder) => {
      await rename(join(folder, '.data'), join(folder, '.old'));
      await rename(join(folder, '.next'), join(folder, '.data'));
    },
  ],
  ['a link that is broken', (folder) => rm(join(folder, '.data/c.md'))],
  ['the folder itself', (folder) => rm(folder, { recursive: true })],
])('the state of a folder tells %s', async (_, act) => {
  expect(await changesState(act)).toBe(true);
});

test.each<readonly [string, (folder: string) => Promise<unknown>]>([
  ['a picture', (folder) => writeFile(join(folder, 'b.png'), 'BB')],
  ['a hidden file', (folder) => writeFile(join(folder, '.a.md.swp'), 'A')],
  ['an empty folder', (folder) => mkdir(join(folder, 'sub'))],
])('the state of a folder leaves out %s', async (_, act) => {
  expect(await changesState(act)).toBe(false);
});

test('a folder that does not exist has a fingerprint, too', async () => {
  expect(await fingerprintFolder(join(await temporaryFolder(), 'missing'))).not.toBe('');
});
