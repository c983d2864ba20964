import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIN_BYTES } from '../../../src/serving/indexes/index-files.ts';
import { computeFolderKey } from '../../../src/serving/indexes/index-key.ts';
import { type FileJobs, fileJobs, type ReadRequest } from '../../../src/serving/jobs/file-jobs.ts';
import type { KnowledgeService } from '../../../src/serving/knowledge-service.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { SameThread } from '../../threads/same-thread.ts';
import { sameThreads } from '../same-threads.ts';
import { openService, versionOf } from '../serving-scene.ts';

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

/** Waits until the indexes of this many folders are stored. Returns the names of what says what the folders give. */
async function stored(indexes: string, count: number): Promise<readonly string[]> {
  for (;;) {
    const names = await readdir(indexes).catch(() => []);
    const [folders, others] = [names.filter(isOf('.folder')), names.filter((name) => !isOf('.folder')(name))];
    if (folders.length >= count && others.every((name) => isOf('.index')(name) || isOf('.changes')(name)))
      return folders;
    await new Promise(setImmediate);
  }
}

function isOf(ending: string): (name: string) => boolean {
  return (name) => name.endsWith(ending);
}

/** Threads that count how often articles are read. */
function countingThreads() {
  const readings = { count: 0 };
  const readSource = (request: ReadRequest): Promise<void> => {
    readings.count++;
    return fileJobs.readSource(request);
  };
  const startFileThread = () => new SameThread<FileJobs>({ ...fileJobs, readSource });
  return { readings, threads: { ...sameThreads(() => new Date(0)), startFileThread } };
}

const QUESTION = 'When was the tower built?';

test('the index of a folder is stored, and answers after a start and a refresh as a new one does', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = join(await temporaryFolder({}), 'indexes');
  const built = await openService(folder, { indexes });
  expect(await stored(indexes, 1)).toEqual([`${await computeFolderKey(folder)}.folder`]);
  const { threads, readings } = countingThreads();
  const opened = await openService(folder, { indexes, threads });
  const expected = await answer(built, QUESTION);
  expect(expected.texts[0]).toContain('1900');
  expect(built.current.problems).not.toEqual([]);
  expect(await answer(opened, QUESTION)).toEqual(expected);
  expect(opened.current).toEqual(built.current);
  expect(readings.count).toBe(0);

  await writeFile(join(folder, 'tower.md'), FILES['tower.md'].replace('1900', '1950'));
  const changed = await opened.prepare();
  if (changed.kind !== 'prepared') throw new Error(changed.kind);
  expect(changed.report.changes.changed).toMatchObject([{ path: 'tower.md' }]);
  await stored(indexes, 2);
  // The other process finds what this one has stored, and reports what differs for it.
  const found = await built.prepare();
  expect(found).toMatchObject({ kind: 'prepared', report: changed.report });
});

test('of several processes that start at once, one reads the folder and the others take its index', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = join(await temporaryFolder({}), 'indexes');
  const { threads, readings } = countingThreads();
  const services = await Promise.all([1, 2, 3, 4].map(() => openService(folder, { indexes, threads })));
  expect(readings.count).toBe(1);
  const answers = await Promise.all(services.map((service) => answer(service, QUESTION)));
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  await stored(indexes, 1);
  const names = await readdir(indexes);
  expect(names.map((name) => name.split('.').at(-1))).toEqual(expect.arrayContaining(['folder', 'index']));
  expect(names).toHaveLength(2);
  for (const name of names) expect((await stat(join(indexes, name))).mode & 0o777).toBe(0o600);
});

test('a version that another process has read answers from the index that this one has stored', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = join(await temporaryFolder({}), 'indexes');
  const [leader, follower] = [await openService(folder, { indexes }), await openService(folder, { indexes })];
  const tower = FILES['tower.md'].replace('1900', '1950');
  await writeFile(join(folder, 'tower.md'), tower);
  const led = await leader.prepare();
  const version = versionOf({ ...FILES, 'tower.md': tower });
  const followed = await follower.prepareFrom({ ...version, readFiles: fail });
  if (led.kind !== 'prepared' || followed.kind !== 'prepared') throw new Error('nothing is readable');
  expect(followed.report).toEqual(led.report);
  await stored(indexes, 2);
  const [changes = ''] = (await readdir(indexes)).filter(isOf('.changes'));
  await writeFile(join(indexes, changes), 'x');
  const again = await follower.prepareFrom({ ...version, readFiles: fail });
  expect(again).toMatchObject({ report: led.report });
  follower.swapIn(followed);
  expect((await answer(follower, QUESTION)).texts[0]).toContain('1950');
});

test('a version of which no index is stored is read, and its index stored', async () => {
  const indexes = join(await temporaryFolder({}), 'indexes');
  const service = await openService(await temporaryFolder({ 'tower.md': FILES['tower.md'] }), { indexes });
  const version = versionOf(FILES);
  const first = await service.prepareFrom(version);
  while ((await readdir(indexes).catch(() => [])).filter(isOf('.index')).length === 0)
    await new Promise(setImmediate);
  const second = await service.prepareFrom({ ...version, readFiles: fail });
  if (first.kind !== 'prepared' || second.kind !== 'prepared') throw new Error('nothing is readable');
  expect(second.report).toEqual(first.report);
  expect(Buffer.from(second.base.memory).equals(Buffer.from(first.base.memory))).toBe(true);
});

async function fail(): Promise<never> {
  throw new Error('the texts were read');
}

test('what is stored under the right key and holds something else is built anew', async () => {
  const folder = await temporaryFolder(FILES);
  const indexes = await temporaryFolder({});
  await (await openService(folder, { indexes })).end();
  await stored(indexes, 1);
  for (const name of await readdir(indexes)) {
    await writeFile(join(indexes, name), 'x');
    const { threads, readings } = countingThreads();
    const service = await openService(folder, { indexes, threads });
    expect((await answer(service, QUESTION)).texts[0]).toContain('1900');
    expect(readings.count).toBe(1);
    while ((await stat(join(indexes, name))).size === 1) await new Promise(setImmediate);
    await stored(indexes, 1);
  }
});

test('no index is stored of few articles; nothing is said of a folder in which a file cannot be read', async () => {
  const { 'tower.md': tower } = FILES;
  expect(await computeFolderKey(await temporaryFolder({ 'tower.md': tower }))).toBeNull();
  expect(await computeFolderKey(await temporaryFolder({ 'tower.md': tower }), tower.length)).not.toBeNull();
  const tooLong = { 'long.txt': 'x'.repeat(6 * MIN_BYTES), 'tower.md': tower };
  expect(await computeFolderKey(await temporaryFolder(tooLong))).toBeNull();
  const folder = await temporaryFolder({ ...FILES, 'empty.md': '' });
  const indexes = join(await temporaryFolder({}), 'indexes');
  const service = await openService(folder, { indexes });
  expect(service.current.problems.some(({ kind }) => kind === 'skipped')).toBe(true);
  while (!(await readdir(indexes).catch(() => [])).some(isOf('.index'))) await new Promise(setImmediate);
  // The next look at the folder waits until all of this is stored.
  await service.prepare();
  expect((await readdir(indexes)).filter(isOf('.folder'))).toEqual([]);
});

/** The key of a folder with these files, however small. */
async function key(files: Readonly<Record<string, string>>): Promise<string | null> {
  return computeFolderKey(await temporaryFolder(files), 0);
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
