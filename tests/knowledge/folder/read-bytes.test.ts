import { execFileSync } from 'node:child_process';
import { chmod, mkdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  MAX_ARTICLE_BYTES,
  readArticleBytes,
  readKnowledge,
} from '../../../src/knowledge/folder/read-knowledge.ts';
import { markdown, temporaryFolder } from '../temporary-folder.ts';

const NOBODY = 65_534;

describe('the bytes of a file', () => {
  test('come back as they are', async () => {
    const folder = await temporaryFolder({ 'a.md': new Uint8Array([0xef, 0xbb, 0xbf, 0, 255]) });
    const read = await readArticleBytes(join(folder, 'a.md'));
    expect(read).toEqual({ kind: 'bytes', bytes: Buffer.from([0xef, 0xbb, 0xbf, 0, 255]) });
  });

  test('may be none', async () => {
    const folder = await temporaryFolder({ 'a.md': '' });
    expect(await readArticleBytes(join(folder, 'a.md'))).toEqual({ kind: 'bytes', bytes: Buffer.alloc(0) });
  });

  test('may be 5 MB and not one more', async () => {
    const folder = await temporaryFolder({ 'full.txt': 'x', 'over.txt': 'x' });
    await truncate(join(folder, 'full.txt'), MAX_ARTICLE_BYTES);
    await truncate(join(folder, 'over.txt'), MAX_ARTICLE_BYTES + 1);
    expect(await readArticleBytes(join(folder, 'full.txt'))).toMatchObject({ kind: 'bytes' });
    expect(await readArticleBytes(join(folder, 'over.txt'))).toMatchObject({
      problem: { cause: { code: 'too-large', maxMb: 5 } },
    });
  });

  test('are not read from a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'x.md'));
    expect(await readArticleBytes(join(folder, 'x.md'))).toMatchObject({
      problem: { cause: { code: 'not-regular-file' } },
    });
  });

  test.skipIf(process.platform === 'win32')('are not waited for at a named pipe', async () => {
    const folder = await temporaryFolder({ 'good.md': markdown('Good') });
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.md')]);
    const { articles, problems } = await readKnowledge(folder);
    expect(articles.map(({ path }) => path)).toEqual(['good.md']);
    expect(problems).toMatchObject([{ path: 'pipe.md', cause: { code: 'not-regular-file' } }]);
  });

  test.skipIf(process.platform === 'win32')(
    'of a file and a folder that we may not read are problems',
    async () => {
      const folder = await temporaryFolder({ 'secret.md': markdown('Secret'), 'locked/a.md': markdown('A') });
      await chmod(folder, 0o755);
      await chmod(join(folder, 'secret.md'), 0);
      await chmod(join(folder, 'locked'), 0);
      const { problems } = await asNobody(() => readKnowledge(folder));
      await chmod(join(folder, 'locked'), 0o700);
      expect(problems.map(({ path, cause }) => `${path}: ${cause.code}`)).toEqual([
        'locked: no-permission',
        'secret.md: no-permission',
      ]);
    },
  );
});

/** Root may read everything. Where the test runs as root, it runs `action` as nobody. */
async function asNobody<T>(action: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
