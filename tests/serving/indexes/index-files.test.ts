import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readIndexFile, writeIndexFile } from '../../../src/serving/indexes/index-files.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';

function memoryOf(text: string): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(text.length);
  new Uint8Array(memory).set(Buffer.from(text));
  return memory;
}

async function read(folder: string, key: string): Promise<string | null> {
  const memory = await readIndexFile(folder, key);
  return memory && Buffer.from(memory).toString();
}

test('an index is read as it was stored, under its own key alone', async () => {
  const folder = join(await temporaryFolder({}), 'new', 'indexes');
  await writeIndexFile(folder, 'a', memoryOf('facts'));
  expect(await read(folder, 'a')).toBe('facts');
  expect(await read(folder, 'b')).toBeNull();
  expect(await readdir(folder)).toEqual(['a.index']);
});

test('an index of many pieces is read whole', async () => {
  const folder = await temporaryFolder({});
  const memory = new SharedArrayBuffer(9_000_001);
  new Uint8Array(memory).forEach((_, at, bytes) => {
    bytes[at] = (at * 31) % 251;
  });
  await writeIndexFile(folder, 'a', memory);
  const found = await readIndexFile(folder, 'a');
  expect(found && Buffer.from(found).equals(Buffer.from(memory))).toBe(true);
});

test('a file that is damaged anywhere, cut off, empty or foreign counts as none', async () => {
  const folder = await temporaryFolder({});
  await writeIndexFile(folder, 'a', memoryOf('facts'));
  const whole = await readFile(join(folder, 'a.index'));
  const others = [
    ...[...whole.keys()].map((at) =>
      Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 1 : byte))),
    ),
    ...[...whole.keys()].map((length) => whole.subarray(0, length)),
    Buffer.concat([whole, Buffer.from('x')]),
    Buffer.from('SQLite format 3\0'.repeat(20)),
  ];
  for (const bytes of others) {
    await writeFile(join(folder, 'a.index'), bytes);
    expect(await read(folder, 'a')).toBeNull();
  }
  await writeIndexFile(folder, 'a', memoryOf('facts'));
  expect(await read(folder, 'a')).toBe('facts');
});

test('the three that were needed last are kept, and what a process left unfinished goes after an hour', async () => {
  const folder = await temporaryFolder({ 'old.unfinished': 'x', 'new.unfinished': 'x', 'notes.txt': 'x' });
  await utimes(join(folder, 'old.unfinished'), 0, 0);
  for (const [at, key] of ['a', 'b', 'c'].entries()) {
    await writeIndexFile(folder, key, memoryOf(key));
    await utimes(join(folder, `${key}.index`), 1_000 + at, 1_000 + at);
  }
  await read(folder, 'a');
  await writeIndexFile(folder, 'd', memoryOf('d'));
  expect((await readdir(folder)).toSorted()).toEqual([
    'a.index',
    'c.index',
    'd.index',
    'new.unfinished',
    'notes.txt',
  ]);
});

test('several processes may store the same index at once', async () => {
  const folder = await temporaryFolder({});
  await Promise.all(Array.from({ length: 8 }, () => writeIndexFile(folder, 'a', memoryOf('facts'))));
  expect(await read(folder, 'a')).toBe('facts');
  expect(await readdir(folder)).toEqual(['a.index']);
});

test('a folder that cannot be written to fails, and leaves what is there', async () => {
  const folder = await temporaryFolder({ file: 'x' });
  await expect(writeIndexFile(join(folder, 'file'), 'a', memoryOf('facts'))).rejects.toThrow(
    /ENOTDIR|EEXIST/,
  );
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('x');
});
