import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/requests/ask.ts';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { splitWords } from '../../src/text/words.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';

const FIRST = new Date('2024-05-01T10:00:00Z');
const SECOND = new Date('2024-05-02T10:00:00Z');

/** A folder that is open; its first reading was at `FIRST`, every later one at `SECOND`. */
async function opened(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder(files);
  const times = [FIRST];
  const knowledge = await ServedKnowledge.open({ models, folder, now: () => times.pop() ?? SECOND });
  return { knowledge, write: (path: string, text: string) => writeFile(join(folder, path), text), folder };
}

const tower = (year: number): string => markdown('The tower', `The tower was built in ${year}.`);
const whenBuilt = (knowledge: ServedKnowledge): string | undefined =>
  ask(knowledge.current, { question: 'When was the tower built?' }).matches[0]?.fact.text;
const paths = (named: readonly { readonly path: string }[]): readonly string[] =>
  named.map(({ path }) => path);

describe('opening a folder', () => {
  test('serves its articles with the problems of the others and the time', async () => {
    const { knowledge } = await opened({ 'a.md': tower(1900), 'b.md': 'no front matter' });
    const { base, problems, refreshedAt } = knowledge.current;
    expect(paths(base.articles)).toEqual(['a.md']);
    expect(paths(problems)).toEqual(['b.md']);
    expect(refreshedAt).toEqual(FIRST);
  });

  test('is refused without one readable article, with every problem and what to do', async () => {
    const folder = await temporaryFolder({ 'a.md': 'no front matter', 'b\u001b[31m.txt': '' });
    const opening = ServedKnowledge.open({ models, folder, now: () => FIRST });
    await expect(opening).rejects.toMatchObject({ name: 'UserFacingError', code: 'no-readable-article' });
    const message = await opening.catch(String);
    expect(message).toContain(folder);
    expect(message).toMatch(/\na\.md.*\nb\[31m\.txt/);
    expect(message).not.toContain('\u001b');
  });

  test.each(['', 'missing'])(
    'is refused for an empty folder and one that is not there: “%s”',
    async (name) => {
      const folder = join(await temporaryFolder(), name);
      await expect(ServedKnowledge.open({ models, folder, now: () => FIRST })).rejects.toMatchObject({
        code: 'no-readable-article',
      });
    },
  );
});

describe('a refresh', () => {
  test('reports nothing where nothing has changed, and still moves the time', async () => {
    const { knowledge } = await opened({ 'a.md': tower(1900) });
    expect(await knowledge.refresh()).toEqual({
      changes: { added: [], removed: [], changed: [], facts: { added: [], removed: [], changed: [] } },
      problems: [],
      kept: [],
      articleCount: 1,
      factCount: 1,
    });
    expect(knowledge.current.refreshedAt).toEqual(SECOND);
  });

  test('adds, changes and removes articles, and answers from what is there now', async () => {
    const { knowledge, write, folder } = await opened({
      'gone.md': markdown('Gone', 'The old bridge was blue.'),
      'tower.md': tower(1900),
    });
    await write('tower.md', tower(2000));
    await write('hours.txt', 'Hours\n\nThe library opens at nine.\n');
    await rm(join(folder, 'gone.md'));
    const { changes, articleCount, factCount } = await knowledge.refresh();
    expect(paths(changes.added)).toEqual(['hours.txt']);
    expect(paths(changes.removed)).toEqual(['gone.md']);
    expect(paths(changes.changed)).toEqual(['tower.md']);
    expect(changes.facts.changed).toMatchObject([
      { before: { text: 'The tower was built in 1900.' }, after: { text: 'The tower was built in 2000.' } },
    ]);
    expect({ articleCount, factCount }).toEqual({ articleCount: 2, factCount: 2 });
    expect(whenBuilt(knowledge)).toContain('2000');
    expect(ask(knowledge.current, { question: 'What colour was the old bridge?' }).outcome).toBe('unknown');
    expect(paths(knowledge.current.base.articles)).toEqual(['hours.txt', 'tower.md']);
  });

  test('keeps the last readable version of a file that breaks, refresh after refresh, until it is gone', async () => {
    const { knowledge, write, folder } = await opened({ 'a.md': markdown('Other'), 'tower.md': tower(1900) });
    await write('tower.md', '---\ntitle: "The\n---\n\nBroken.\n');
    for (const time of ['first', 'second']) {
      const report = await knowledge.refresh();
      expect({ time, ...report }).toMatchObject({
        time,
        kept: ['tower.md'],
        articleCount: 2,
        changes: { changed: [], removed: [] },
      });
      expect(report.problems).toMatchObject([{ kind: 'skipped', path: 'tower.md' }]);
      expect(whenBuilt(knowledge)).toContain('1900');
    }
    await write('tower.md', tower(2000));
    expect(await knowledge.refresh()).toMatchObject({ kept: [], problems: [], changes: { changed: [{}] } });
    await write('tower.md', '');
    await knowledge.refresh();
    await rm(join(folder, 'tower.md'));
    expect(await knowledge.refresh()).toMatchObject({
      kept: [],
      changes: { removed: [{ path: 'tower.md' }] },
    });
    expect(whenBuilt(knowledge)).toBeUndefined();
  });

  test('keeps the articles of a sub-folder that can no longer be opened', async () => {
    const { knowledge, folder } = await opened({
      'a.md': markdown('Other'),
      'ruleset.md': markdown('Rules', 'Nobody shouts.'),
      '.rules/tower.md': tower(1900),
    });
    await symlink('.rules', join(folder, 'rules'));
    await knowledge.refresh();
    expect(whenBuilt(knowledge)).toContain('1900');
    await rename(join(folder, '.rules'), join(folder, '.moved'));
    await rm(join(folder, 'ruleset.md'));
    const report = await knowledge.refresh();
    expect(report).toMatchObject({ kept: ['rules/tower.md'], problems: [{ path: 'rules' }] });
    expect(paths(report.changes.removed)).toEqual(['ruleset.md']);
    expect(whenBuilt(knowledge)).toContain('1900');
  });

  test('does not keep what only warns: the new version answers', async () => {
    const { knowledge, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000).replace('title:', 'published: someday\ntitle:'));
    const report = await knowledge.refresh();
    expect(report).toMatchObject({ kept: [], problems: [{ kind: 'warning', path: 'tower.md' }] });
    expect(whenBuilt(knowledge)).toContain('2000');
  });

  test('throws for an emptied folder, and the old base, its problems and its time stay', async () => {
    const { knowledge, folder } = await opened({ 'tower.md': tower(1900) });
    const before = knowledge.current;
    await rm(join(folder, 'tower.md'));
    const refused = knowledge.refresh();
    await expect(refused).rejects.toMatchObject({ name: 'UserFacingError', code: 'no-readable-article' });
    expect(await refused.catch(String)).not.toContain(folder);
    expect(knowledge.current).toBe(before);
    expect(whenBuilt(knowledge)).toContain('1900');
  });

  test('throws where all that is left is broken, and works again once one file is mended', async () => {
    const { knowledge, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', 'broken');
    await expect(knowledge.refresh()).rejects.toThrow(/tower\.md/);
    await write('tower.md', tower(2000));
    expect(await knowledge.refresh()).toMatchObject({ changes: { changed: [{ path: 'tower.md' }] } });
    expect(whenBuilt(knowledge)).toContain('2000');
  });

  test('called twice at once runs once and gives both the one report; called later it runs anew', async () => {
    const { knowledge, write } = await opened({ 'tower.md': tower(1900) });
    await write('new.md', markdown('New'));
    const [first, second] = await Promise.all([knowledge.refresh(), knowledge.refresh()]);
    expect(second).toBe(first);
    expect(paths(first.changes.added)).toEqual(['new.md']);
    const third = await knowledge.refresh();
    expect(third).not.toBe(first);
    expect(third.changes.added).toEqual([]);
  });

  test('called twice at once fails for both, and for both only that time', async () => {
    const { knowledge, write, folder } = await opened({ 'tower.md': tower(1900) });
    await rm(folder, { recursive: true });
    const both = await Promise.allSettled([knowledge.refresh(), knowledge.refresh()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await mkdir(folder);
    await write('tower.md', tower(2000));
    await knowledge.refresh();
    expect(whenBuilt(knowledge)).toContain('2000');
  });

  test('leaves a base that was taken before it to go on answering', async () => {
    const { knowledge, write } = await opened({ 'tower.md': tower(1900) });
    const { base } = knowledge.current;
    await write('tower.md', tower(2000));
    await knowledge.refresh();
    expect(base).not.toBe(knowledge.current.base);
    expect(base.facts.map(({ text }) => text)).toEqual(['The tower was built in 1900.']);
    expect(base.find(base.readTerms(splitWords('tower')), 1)).toMatchObject([
      { fact: { text: 'The tower was built in 1900.' } },
    ]);
  });

  test('swaps only when it is done: meanwhile the old base answers', async () => {
    const { knowledge, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    const underWay = knowledge.refresh();
    expect(whenBuilt(knowledge)).toContain('1900');
    await underWay;
    expect(whenBuilt(knowledge)).toContain('2000');
  });
});

describe('a base that is prepared', () => {
  test('serves once it is swapped in, as it was then, with the texts of its files', async () => {
    const { knowledge, write } = await opened({ 'a.md': markdown('Other'), 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    await write('a.md', 'broken');
    const prepared = await knowledge.prepare();
    expect(whenBuilt(knowledge)).toContain('1900');
    await write('tower.md', tower(2100));
    expect(knowledge.swapIn(prepared)).toBe(true);
    expect(whenBuilt(knowledge)).toContain('2000');
    expect(knowledge.current.texts).toEqual([
      { path: 'a.md', text: markdown('Other') },
      { path: 'tower.md', text: tower(2000) },
    ]);
  });

  test('is not swapped in where something else serves by then', async () => {
    const { knowledge, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    const prepared = await knowledge.prepare();
    await write('tower.md', tower(2100));
    await knowledge.refresh();
    expect(knowledge.swapIn(prepared)).toBe(false);
    expect(whenBuilt(knowledge)).toContain('2100');
  });
});
