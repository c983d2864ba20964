import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readIndexFile } from '../../../src/serving/indexes/index-files.ts';
import { computeIndexKey, MIN_BYTES } from '../../../src/serving/indexes/index-key.ts';
import type { KnowledgeService } from '../../../src/serving/knowledge-service.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { openService } from '../serving-scene.ts';

/** Long enough to be worth storing. */
const filler = Array.from({ length: 1_500 }, (_, n) => `Shelf ${n} holds${' a box and'.repeat(70)} a bag.`);
const FILES = {
  'boxes.txt': `Boxes\n\n${filler.join('\n\n')}\n`,
  'tower.md': '---\ntitle: The tower\n---\n\nThe tower was built in 1900.\n',
  'odd.md': '---\nurl: nonsense\n---\n\n# Odd\n\nIt has a problem.\n',
};

async function answer(service: KnowledgeService, question: string) {
  const { matches, confidence } = await service.run(null, 'ask', { question });
  return { texts: matches.map(({ fact }) => fact.text), confidence };
}

/** Waits until a process that ran before has stored its index. */
async function stored(indexes: string, count: number): Promise<readonly string[]> {
  for (;;) {
    const names = await readdir(indexes).catch(() => []);
    const finished = names.filter((name) => name.endsWith('.index'));
    if (finished.length >= count && finished.length === names.length) return finished;
    await new Promise(setImmediate);
  }
}

test('the index of a folder is stored, and answers after a start and a refresh as a new one does', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = join(await temporaryFolder({}), 'indexes');
  const built = await openService(folder, { indexes });
  const [name] = await stored(indexes, 1);
  expect(name).toBe(`${await computeIndexKey(folder)}.index`);
  const opened = await openService(folder, { indexes });
  const question = 'When was the tower built?';
  const expected = await answer(built, question);
  expect(expected.texts[0]).toContain('1900');
  expect(built.current.problems).not.toEqual([]);
  expect(await answer(opened, question)).toEqual(expected);
  expect(opened.current).toEqual(built.current);

  await writeFile(join(folder, 'tower.md'), FILES['tower.md'].replace('1900', '1950'));
  const changed = await opened.prepare();
  if (changed.kind !== 'prepared') throw new Error(changed.kind);
  expect(changed.report.changes.changed).toMatchObject([{ path: 'tower.md' }]);
  await stored(indexes, 2);
  // The other process finds what this one has stored, and reports what differs for it.
  const found = await built.prepare();
  expect(found).toMatchObject({ kind: 'prepared', report: changed.report });
});

test('what is stored under the right key and holds something else is built anew', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = await temporaryFolder({});
  const wanted = (await computeIndexKey(folder)) ?? '';
  await writeFile(join(indexes, `${wanted}.index`), 'x');
  const service = await openService(folder, { indexes });
  expect((await answer(service, 'When was the tower built?')).texts[0]).toContain('1900');
  while ((await readIndexFile(indexes, wanted)) === null) await new Promise(setImmediate);
  await stored(indexes, 1);
});

test('no index is stored of few articles, or where a file cannot be read', async () => {
  const { 'tower.md': tower } = FILES;
  expect(await computeIndexKey(await temporaryFolder({ 'tower.md': tower }))).toBeNull();
  expect(await computeIndexKey(await temporaryFolder({ 'tower.md': tower }), tower.length)).not.toBeNull();
  const tooLong = { 'long.txt': 'x'.repeat(6 * MIN_BYTES), 'tower.md': tower };
  expect(await computeIndexKey(await temporaryFolder(tooLong))).toBeNull();
  const folder = await temporaryFolder({ ...FILES, 'empty.md': '' });
  const indexes = join(await temporaryFolder({}), 'indexes');
  const service = await openService(folder, { indexes });
  expect(service.current.problems.some(({ kind }) => kind === 'skipped')).toBe(true);
  await service.end();
  await expect(readdir(indexes)).rejects.toThrow('ENOENT');
});

/** The key of a folder with these files, however small. */
async function key(files: Readonly<Record<string, string>>): Promise<string | null> {
  return computeIndexKey(await temporaryFolder(files), 0);
}

test('the key differs with each name and each byte of a file', async () => {
  const keys = await Promise.all([
    key({ 'a.md': 'One.', 'b.md': 'Two.' }),
    key({ 'a.md': 'One.', 'c.md': 'Two.' }),
    key({ 'a.md': 'One.', 'b.md': 'Two!' }),
    key({ 'a.md': 'One.T', 'b.md': 'wo.' }),
    key({ 'a.md': 'One.' }),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(await key({ 'b.md': 'Two.', 'a.md': 'One.' })).toBe(keys[0]);
});

test('indexes may be deleted at any time', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = join(await temporaryFolder({}), 'indexes');
  const service = await openService(folder, { indexes });
  await stored(indexes, 1);
  await rm(indexes, { recursive: true });
  expect((await answer(service, 'When was the tower built?')).texts[0]).toContain('1900');
  expect(await service.prepare()).toMatchObject({ kind: 'prepared' });
  await stored(indexes, 1);
});
