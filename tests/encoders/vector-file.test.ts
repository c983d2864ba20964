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
