import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readAskedQuestions } from '../../src/store/read-asked-questions.ts';
import { asking, counting, opened, temporaryFolder } from './scene.ts';

const now = (): Date => new Date();

test('what members asked openly is read beside a process that goes on writing, latest first', async () => {
  const url = join(await temporaryFolder(), 'footnote.db');
  const { asked } = await opened(url);
  await asked.record(asking('First?'));
  await asked.record(asking('and there?', { understoodAs: 'And there?', guildId: 'guild-2' }));
  await asked.record(asking('Unknown?', { outcome: 'unknown', isAnsweredPrivately: true }));
  for (const hidden of [{ isAskedPrivately: true }, { isInHiddenChannel: true }, { guildId: null }])
    await asked.record(asking('Hidden?', hidden));
  expect(await readAskedQuestions(url, now)).toEqual({
    kind: 'read',
    questions: ['Unknown?', 'And there?', 'First?'],
  });
  await asked.record(asking('Later?', { understoodAs: 'The vault later?', isLimited: true }));
  expect(await readAskedQuestions(url, now)).toMatchObject({
    questions: ['Later?', 'Unknown?', 'And there?', 'First?'],
  });
});

test('a database that nobody has open is read and stays byte for byte the same, also where it may not be written', async () => {
  const folder = await temporaryFolder();
  const url = join(folder, 'footnote.db');
  const store = await openStore({ url, ...counting() });
  await store.asked.record(asking('First?'));
  await store.close();
  const before = await readFile(url);
  await chmod(url, 0o400);
  expect(await readAskedQuestions(url, now)).toEqual({ kind: 'read', questions: ['First?'] });
  expect(await readFile(url)).toEqual(before);
});

test('a missing database is not created', async () => {
  const folder = await temporaryFolder();
  const url = join(folder, 'below', 'footnote.db');
  expect(await readAskedQuestions(url, now)).toEqual({ kind: 'missing', path: url });
  expect(await readdir(folder)).toEqual([]);
});

test('an older database is left as it is', async () => {
  const url = join(await temporaryFolder(), 'footnote.db');
  const store = await openStore({ url, ...counting() });
  await store.close();
  const database = new DatabaseSync(url);
  database.exec('pragma user_version = 1');
  database.close();
  expect(await readAskedQuestions(url, now)).toEqual({ kind: 'older', path: url });
});

test('another file is refused and left as it is', async () => {
  const url = join(await temporaryFolder(), 'notes.txt');
  await writeFile(url, 'x'.repeat(200));
  await expect(readAskedQuestions(url, now)).rejects.toMatchObject({ code: 'unusable-file' });
});
