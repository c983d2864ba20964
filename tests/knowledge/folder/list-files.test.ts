import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  explainReadError,
  fingerprintFolder,
  listArticleFiles,
} from '../../../src/knowledge/folder/list-files.ts';
import { toOwnPath } from '../../../src/knowledge/folder/own-path.ts';
import { readFiles, readKnowledge } from '../../../src/knowledge/folder/read-knowledge.ts';
import { markdown, temporaryFolder } from '../temporary-folder.ts';

async function pathsIn(folder: string): Promise<string[]> {
  const { files } = await listArticleFiles(folder);
  return files.map(({ path }) => path).toSorted();
}

async function problemsIn(folder: string): Promise<string[]> {
  const { problems } = await listArticleFiles(folder);
  return problems.map(({ path, cause }) => `${path}: ${cause.code}`);
}

test('documents of a kind that cannot be read are named, and no other files', async () => {
  const names = ['a.md', 'rules.pdf', 'sub/FAQ.Docx', 'logo.png', 'main.py', 'LICENSE', '.hidden.pdf', 'pdf'];
  const folder = await temporaryFolder(Object.fromEntries(names.map((name) => [name, 'x'])));
  expect((await listArticleFiles(folder)).passedOver).toEqual(['rules.pdf', 'sub/FAQ.Docx']);
  expect((await listArticleFiles(join(folder, 'none'))).passedOver).toEqual([]);
});

// On Windows only administrators can create links.
describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  test('of a Kubernetes ConfigMap load, through their hidden folders', async () => {
    const folder = await temporaryFolder({
      '..2026_01_01/a.md': markdown('A'),
      '..2026_01_01/docs/b.md': markdown('B'),
    });
    await symlink('..2026_01_01', join(folder, '..data'));
    await symlink('..data/a.md', join(folder, 'a.md'));
    await symlink('..data/docs', join(folder, 'docs'));
    const { articles, problems } = await readKnowledge(folder);
    expect(problems).toEqual([]);
    expect(articles.map(({ path }) => path)).toEqual(['a.md', 'docs/b.md']);
  });

  test('to a file that is listed under its own name add nothing', async () => {
    const folder = await temporaryFolder({ 'z/real.md': markdown('Real') });
    await symlink('z/real.md', join(folder, 'a-link.md'));
    await symlink('z', join(folder, 'y'));
    expect(await pathsIn(folder)).toEqual(['z/real.md']);
    expect(await problemsIn(folder)).toEqual([]);
  });

  test('to one hidden file are read once, under the first of their names', async () => {
    const folder = await temporaryFolder({ '.store/x.md': markdown('X') });
    await symlink('.store/x.md', join(folder, 'b.md'));
    await symlink('.store/x.md', join(folder, 'a.md'));
    expect(await pathsIn(folder)).toEqual(['a.md']);
  });

  test('to a parent folder end', async () => {
    const folder = await temporaryFolder({ 'sub/a.md': markdown('A') });
    await symlink('..', join(folder, 'sub/up'));
    await symlink('.', join(folder, 'self'));
    expect(await pathsIn(folder)).toEqual(['sub/a.md']);
    expect(await problemsIn(folder)).toEqual([]);
  });

  test('that leave the folder are reported and not followed, even to a folder whose name begins with the same letters', async () => {
    const outside = await temporaryFolder({
      'knowledge/in.md': markdown('In'),
      'knowledge-old/out.md': markdown('Out'),
    });
    const folder = join(outside, 'knowledge');
    await symlink('../knowledge-old/out.md', join(folder, 'file.md'));
    await symlink('../knowledge-old', join(folder, 'folder'));
    expect(await pathsIn(folder)).toEqual(['in.md']);
    expect(await problemsIn(folder)).toEqual(['file.md: link-leaves-folder', 'folder: link-leaves-folder']);
  });

  test('to nothing and to each other are reported, unless they are of another kind of file', async () => {
    const folder = await temporaryFolder();
    await symlink('nowhere.md', join(folder, 'dangling.md'));
    await symlink('nowhere', join(folder, 'folder'));
    await symlink('nowhere.png', join(folder, 'logo.png'));
    await symlink('two.md', join(folder, 'one.md'));
    await symlink('one.md', join(folder, 'two.md'));
    expect(await problemsIn(folder)).toEqual([
      'dangling.md: link-to-nothing',
      'folder: link-to-nothing',
      'one.md: link-to-itself',
      'two.md: link-to-itself',
    ]);
  });

  test('may be the knowledge folder itself', async () => {
    const outside = await temporaryFolder({ 'real/a.md': markdown('A') });
    await symlink('real', join(outside, 'knowledge'));
    expect(await pathsIn(join(outside, 'knowledge'))).toEqual(['a.md']);
  });
});

describe('between listing and reading', () => {
  test('a file that vanishes is a problem of its own, and the others load', async () => {
    const folder = await temporaryFolder({ 'a.md': markdown('A') });
    const { files } = await listArticleFiles(folder);
    await rm(join(folder, 'a.md'));
    const { readArticleBytes } = await import('../../../src/knowledge/folder/read-knowledge.ts');
    const results = await Promise.all(files.map(({ realPath }) => readArticleBytes(realPath)));
    expect(results).toMatchObject([
      { kind: 'problem', problem: { kind: 'skipped', cause: { code: 'file-gone' } } },
    ]);
  });
});

describe('a folder with the name of an article', () => {
  test('is a folder', async () => {
    const folder = await temporaryFolder({ 'chapter.md/a.md': markdown('A') });
    await mkdir(join(folder, 'empty.txt'));
    expect(await pathsIn(folder)).toEqual(['chapter.md/a.md']);
  });
});

describe('a folder with the name of servers’ own articles', () => {
  test('is read, under paths that differ from all paths of own articles', async () => {
    const folder = await temporaryFolder({ 'server/x.md': markdown('A'), 'servers/y.md': markdown('B') });
    expect(await pathsIn(folder)).toEqual(['./server/x.md', 'servers/y.md']);
    const { articles } = await readKnowledge(folder);
    const own = readFiles([{ path: toOwnPath('x.md') ?? '', bytes: Buffer.from(markdown('A')) }]);
    const ids = [...articles, ...own.articles].flatMap(({ facts }) => facts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(3);
  });
});

// Other systems reject such names.
describe.runIf(process.platform === 'linux')('a name that is not UTF-8', () => {
  test('is explained, for a file and for a folder', async () => {
    const folder = await temporaryFolder({ 'a.md': markdown('A') });
    const named = (text: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(text, 'latin1')]);
    await writeFile(named('caf\u00e9.md'), markdown('B'));
    await mkdir(named('f\u00fcr'));
    const { articles, problems } = await readKnowledge(folder);
    expect(articles).toHaveLength(1);
    const cause = { code: 'name-not-utf8' };
    expect(problems).toMatchObject([
      { path: 'caf\ufffd.md', cause },
      { path: 'f\ufffdr', cause },
    ]);
  });
});

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

describe('the reason why a file could not be read', () => {
  test.each([
    ['EACCES', { code: 'no-permission' }],
    ['EPERM', { code: 'no-permission' }],
    ['ENOENT', { code: 'file-gone' }],
    ['EIO', { code: 'system-error', errorCode: 'EIO' }],
  ])('%s is reported', (code, cause) => {
    expect(explainReadError(code, 'a.md')).toEqual({ kind: 'skipped', line: null, cause });
  });
});
