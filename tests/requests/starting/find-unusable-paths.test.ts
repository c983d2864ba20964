import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findUnusablePaths } from '../../../src/requests/starting/find-unusable-paths.ts';
import { temporaryFolder } from '../../store/scene.ts';

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const readable = () => folderOf({ 'a.md': '---\ntitle: Opening hours\n---\n\nThe library opens at nine.\n' });

describe('findUnusablePlaces', () => {
  test('finds nothing where all is well, and makes nothing', async () => {
    const folder = await readable();
    const databaseUrl = join(folder, 'data', 'deep', 'footnote.db');
    expect(await findUnusablePaths({ knowledgeDir: folder, databaseUrl }, [])).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  test('gives the mistakes that are known already where the places are fine', async () => {
    const places = { knowledgeDir: await readable(), databaseUrl: null };
    expect(await findUnusablePaths(places, ['LOG_LEVEL is wrong.'])).toEqual(['LOG_LEVEL is wrong.']);
  });

  test('tells of a folder that is missing and a database that is a folder together', async () => {
    const databaseUrl = await temporaryFolder();
    const found = await findUnusablePaths({ knowledgeDir: '/nope', databaseUrl }, ['first']);
    expect(found).toEqual([
      'first',
      expect.stringMatching(/^KNOWLEDGE_DIR: the folder “\/nope” does not exist/),
      `DATABASE_URL: “${databaseUrl}” is a folder. Set DATABASE_URL to the path of a file, such as “${join(databaseUrl, 'footnote.db')}”.`,
    ]);
    expect(await findUnusablePaths({ knowledgeDir: '/nope', databaseUrl }, [])).toEqual(found.slice(1));
  });

  test('tells of a file in the place of the folder', async () => {
    const file = join(await readable(), 'a.md');
    expect(await findUnusablePaths({ knowledgeDir: file, databaseUrl: null }, [])).toEqual([
      expect.stringMatching(/is not a folder.*Give the path/),
    ]);
  });

  test('looks for articles without reading them, where the start is refused anyway', async () => {
    const [broken, empty] = [await folderOf({ 'broken.md': '' }), await folderOf({ 'notes.pdf': '' })];
    expect(await findUnusablePaths({ knowledgeDir: empty, databaseUrl: null }, [])).toEqual([]);
    expect(await findUnusablePaths({ knowledgeDir: empty, databaseUrl: null }, ['first'])).toEqual([
      'first',
      expect.stringContaining('no readable article'),
    ]);
    expect(await findUnusablePaths({ knowledgeDir: broken, databaseUrl: null }, ['first'])).toEqual([
      'first',
    ]);
  });

  test('takes a database that cannot be written for a reason only beside others', async () => {
    const folder = await readable();
    const databaseUrl = join(folder, 'a.md', 'footnote.db');
    expect(await findUnusablePaths({ knowledgeDir: folder, databaseUrl }, [])).toEqual([]);
    const refused = await findUnusablePaths({ knowledgeDir: folder, databaseUrl }, ['first']);
    expect(refused).toEqual([
      'first',
      expect.stringMatching(/^DATABASE_URL: .*cannot be written.*is a file/),
    ]);
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await findUnusablePaths({ knowledgeDir: empty, databaseUrl }, [])).toHaveLength(2);
  });

  test.skipIf(process.platform !== 'linux')(
    'tells of a database whose folder cannot be made, beside others',
    async () => {
      const paths = { knowledgeDir: await readable(), databaseUrl: '/proc/x/y/footnote.db' };
      expect(await findUnusablePaths(paths, ['first'])).toEqual([
        'first',
        expect.stringMatching(/^DATABASE_URL: .*(?:no folder can be made in|may not be written)/),
      ]);
    },
  );

  test('tells of a file that is no database, and leaves it as it is', async () => {
    const folder = await readable();
    const databaseUrl = join(folder, 'a.md');
    expect(await findUnusablePaths({ knowledgeDir: folder, databaseUrl }, [])).toEqual([
      expect.stringMatching(/^DATABASE_URL: .*it is not an SQLite database/),
    ]);
  });

  test('leaves an address that is wrong in itself to the mistakes that name it', async () => {
    const places = { knowledgeDir: await readable(), databaseUrl: 'redis://x' };
    expect(await findUnusablePaths(places, ['DATABASE_URL: …'])).toEqual(['DATABASE_URL: …']);
  });
});
