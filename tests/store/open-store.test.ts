import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asking, opened, temporaryFolder } from './scene.ts';
import { describeConcurrency } from './suites/concurrency-suite.ts';
import { describeStore } from './suites/store-suite.ts';

const freshUrl = async () => join(await temporaryFolder(), 'footnote.db');

describeStore('a file', freshUrl);
// One writes at a time, and the others try again.
describeConcurrency('a file', freshUrl, { changes: 12, waits: 200, rounds: 10 });

describe('opening a store', () => {
  test('makes the file with the folders it lies in', async () => {
    const folder = await temporaryFolder();
    await opened(join(folder, 'a', 'b', 'footnote.db'));
    expect(await readdir(join(folder, 'a', 'b'))).toContain('footnote.db');
  });

  test('takes the address of a file, with spaces and all', async () => {
    const folder = await temporaryFolder();
    await opened(pathToFileURL(join(folder, 'all we know?.db')).href);
    expect(await readdir(folder)).toContain('all we know?.db');
  });

  test('keeps nothing of a store in memory', async () => {
    const { asked } = await opened(':memory:');
    const { id } = await asked.record(asking('How many?'));
    expect(await asked.find(id)).not.toBeNull();
    expect(await (await opened(':memory:')).asked.find(id)).toBeNull();
  });

  test('leaves everything in the one file when it is closed', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'footnote.db');
    const store = await opened(path);
    const kept = await store.asked.record(asking('How many?'));
    await store.close();
    const copied = join(folder, 'copy.db');
    await copyFile(path, copied);
    expect(await (await opened(copied)).asked.find(kept.id)).toEqual(kept);
  });
});
