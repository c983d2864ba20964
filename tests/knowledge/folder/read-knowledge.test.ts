import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../../src/knowledge/folder/read-knowledge.ts';
import { markdown, temporaryFolder } from '../temporary-folder.ts';

describe('a folder of articles', () => {
  test('is read to any depth, in the order of paths by code unit, endings in any case', async () => {
    const folder = await temporaryFolder({
      'b.md': markdown('B'),
      'B.MD': markdown('Capital B'),
      'a/deep/er/x.txt': 'Text\n\nOne sentence.',
      'a.Txt': 'Also text\n\nOne sentence.',
      'é.md': markdown('Accent'),
    });
    const { articles, problems } = await readKnowledge(folder);
    expect(problems).toEqual([]);
    expect(articles.map(({ path }) => path)).toEqual(['B.MD', 'a.Txt', 'a/deep/er/x.txt', 'b.md', 'é.md']);
  });

  test('is read without hidden names and other kinds of file', async () => {
    const folder = await temporaryFolder({
      'read.md': markdown('Read'),
      '.hidden.md': markdown('Hidden'),
      '.git/x.md': markdown('Hidden too'),
      'page.pdf': '%PDF',
      'package.json': '{"name": "site"}',
      'mkdocs.yml': 'site_name: Site',
      'notes.md.bak': markdown('Old'),
      md: 'no ending',
    });
    const { articles, problems } = await readKnowledge(folder);
    expect(articles.map(({ path }) => path)).toEqual(['read.md']);
    expect(problems).toEqual([]);
  });

  test('loads its good files beside the bad ones, whose problems name path and line in order', async () => {
    const folder = await temporaryFolder({
      'z.json': '[',
      'good.md': markdown('Good'),
      'a.md': '---\ntitle: A\npublisher: [a]\ncaptured: soon\n---\n\nText.',
      'b/open.md': '---\ntitle: A',
    });
    const { articles, problems } = await readKnowledge(folder);
    expect(articles.map(({ path }) => path)).toEqual(['a.md', 'good.md']);
    expect(problems.map(({ kind, path, line }) => [kind, path, line])).toEqual([
      ['warning', 'a.md', 3],
      ['warning', 'a.md', 4],
      ['skipped', 'b/open.md', 1],
      ['skipped', 'z.json', 1],
    ]);
  });

  test('may be empty', async () => {
    expect(await readKnowledge(await temporaryFolder())).toEqual({ articles: [], texts: [], problems: [] });
  });
});

describe('a knowledge folder that cannot be read', () => {
  test('is one problem with the path “.” where it does not exist', async () => {
    const folder = await temporaryFolder();
    const { articles, problems } = await readKnowledge(`${folder}/missing`);
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([
      { kind: 'skipped', path: '.', line: null, cause: { code: 'no-folder' } },
    ]);
  });

  test('is one problem with the path “.” where it is a file', async () => {
    const folder = await temporaryFolder({ 'a.md': markdown('A') });
    const { articles, problems } = await readKnowledge(`${folder}/a.md`);
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([{ path: '.', cause: { code: 'folder-is-file' } }]);
  });

  test('is one problem with the path “.” where its name is impossible', async () => {
    const { problems } = await readKnowledge('no\0name');
    expect(problems).toMatchObject([{ path: '.' }]);
  });
});
