import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toBytes, WIDTH } from '../../src/encoders/encoders.ts';
import { VectorFile } from '../../src/encoders/vector-file.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';

const ONE = toBytes(Float32Array.from({ length: WIDTH }, (_, at) => Math.sin(at)));
const OTHER = toBytes(Float32Array.from({ length: WIDTH }, (_, at) => Math.cos(at) / 3));

async function fileWith(...texts: readonly string[]): Promise<string> {
  const path = join(await temporaryFolder({}), 'kept', 'vectors');
  const file = await VectorFile.open(path, 'model');
  for (const text of texts) file.add(text, text === 'one' ? ONE : OTHER);
  await file.flush();
  return path;
}

test('vectors are found again when the file is reopened', async () => {
  const again = await VectorFile.open(await fileWith('one', 'other'), 'model');
  expect(again.find('one')).toEqual({ ...ONE, scale: Math.fround(ONE.scale) });
  expect(again.find('other')).toEqual({ ...OTHER, scale: Math.fround(OTHER.scale) });
  expect(again.find('a third')).toBeUndefined();
});

test('vectors of another model are dropped', async () => {
  const path = await fileWith('one');
  expect((await VectorFile.open(path, 'another model')).find('one')).toBeUndefined();
  expect((await VectorFile.open(path, 'model')).find('one')).toBeUndefined();
});

test('a record that a crash has cut off harms no other', async () => {
  const path = await fileWith('one');
  await appendFile(path, 'half a record');
  const mended = await VectorFile.open(path, 'model');
  expect(mended.find('one')).toBeDefined();
  mended.add('other', OTHER);
  await mended.flush();
  const again = await VectorFile.open(path, 'model');
  expect(again.find('other')).toEqual({ ...OTHER, scale: Math.fround(OTHER.scale) });
});

test('what another process adds is found after catching up, in whatever order both add', async () => {
  const path = join(await temporaryFolder({}), 'vectors');
  const [mine, theirs] = [await VectorFile.open(path, 'model'), await VectorFile.open(path, 'model')];
  for (const file of [theirs, mine]) {
    file.add('one', ONE);
    await file.flush();
  }
  theirs.add('other', OTHER);
  await theirs.flush();
  expect(mine.find('other')).toBeUndefined();
  await mine.catchUp();
  expect(mine.find('other')).toEqual({ ...OTHER, scale: Math.fround(OTHER.scale) });
  mine.add('a third', ONE);
  await mine.flush();
  await theirs.catchUp();
  expect(theirs.find('a third')).toBeDefined();
});

test('all of many records is caught up with', async () => {
  const path = join(await temporaryFolder({}), 'vectors');
  const [mine, theirs] = [await VectorFile.open(path, 'model'), await VectorFile.open(path, 'model')];
  theirs.add('0', ONE);
  await theirs.flush();
  const record = (await readFile(path)).subarray(16);
  const { length } = record;
  const many = Array.from({ length: 9_000 }, (_, at) => {
    const other = Buffer.from(record);
    other.writeUInt32LE(at, 0);
    return other;
  });
  await appendFile(path, Buffer.concat(many));
  theirs.add('last', OTHER);
  await theirs.flush();
  await Promise.all([mine.catchUp(), mine.catchUp(), mine.catchUp()]);
  expect(mine.find('last')).toBeDefined();
  expect((await readFile(path)).length).toBe(16 + 9_002 * length);
});

test('a process with another model, which begins the file anew, and one with the old model do not mix', async () => {
  const path = join(await temporaryFolder({}), 'vectors');
  const old = await VectorFile.open(path, 'old');
  old.add('one', ONE);
  await old.flush();
  const young = await VectorFile.open(path, 'young');
  old.add('other', OTHER);
  await old.flush();
  await young.catchUp();
  expect([young.find('one'), young.find('other')]).toEqual([undefined, undefined]);
  young.add('one', OTHER);
  await young.flush();
  await old.catchUp();
  expect(old.find('one')).toEqual(ONE);
  const again = await VectorFile.open(path, 'young');
  expect(again.find('one')).toEqual({ ...OTHER, scale: Math.fround(OTHER.scale) });
});

test('a file of anything else is overwritten', async () => {
  const path = join(await temporaryFolder({}), 'vectors');
  await writeFile(path, 'x'.repeat(2_000));
  const file = await VectorFile.open(path, 'model');
  file.add('one', ONE);
  await file.flush();
  expect((await VectorFile.open(path, 'model')).find('one')).toBeDefined();
});

test('vectors that cannot be written are kept in memory', async () => {
  const folder = await temporaryFolder({});
  const file = await VectorFile.open(folder, 'model');
  file.add('one', ONE);
  await file.flush();
  expect(file.find('one')).toEqual(ONE);
  await expect(readFile(folder)).rejects.toThrow('EISDIR');
});

test.skipIf(!existsSync('/proc/self'))(
  'where the system makes no folder, vectors are remembered all the same',
  async () => {
    const file = await VectorFile.open('/proc/no/such/vectors', 'model');
    file.add('one', ONE);
    await file.flush();
    expect(file.find('one')).toEqual(ONE);
  },
);
