import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { KnowledgeService } from '../../src/serving/knowledge-service.ts';
import { BROKEN, markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { openService, tryService, versionOf } from './serving-scene.ts';

const FIRST = new Date('2024-05-01T10:00:00Z');
const SECOND = new Date('2024-05-02T10:00:00Z');

/** A folder that is open; its first reading was at `FIRST`, every later one at `SECOND`. */
async function opened(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder(files);
  const times = [FIRST];
  const service = await openService(folder, { now: () => times.pop() ?? SECOND });
  onTestFinished(() => service.end());
  /** What preparing gave; it serves where anything is readable. */
  const refresh = async () => {
    const next = await service.prepare();
    if (next.kind === 'nothing-readable') return next;
    service.swapIn(next);
    return next.report;
  };
  return {
    service,
    refresh,
    write: (path: string, text: string) => writeFile(join(folder, path), text),
    folder,
  };
}

/** A base that was prepared, where anything is readable. */
async function prepared(service: KnowledgeService) {
  const preparation = await service.prepare();
  if (preparation.kind === 'nothing-readable') throw new Error('nothing is readable');
  return preparation;
}

const tower = (year: number): string => markdown('The tower', `The tower was built in ${year}.`);
const WHEN = 'When was the tower built?';
const NOTHING = { added: 0, removed: 0, changed: 0 };

async function whenBuilt(service: KnowledgeService): Promise<string | undefined> {
  return (await service.run(null, 'ask', { question: WHEN })).matches[0]?.fact.text;
}

async function articlePaths(service: KnowledgeService): Promise<readonly string[]> {
  return (await service.run(null, 'listSources', { from: 0, count: 100 })).sources.map(({ path }) => path);
}

async function textsOf(service: KnowledgeService) {
  const all = [];
  for await (const texts of service.readTexts()) all.push(...texts);
  return all;
}

describe('opening a folder', () => {
  test('serves its articles with the problems of the others and the time', async () => {
    const { service } = await opened({ 'a.md': tower(1900), 'b.md': BROKEN });
    expect(await articlePaths(service)).toEqual(['a.md']);
    expect(service.current).toMatchObject({
      problems: [{ path: 'b.md' }],
      articleCount: 1,
      factCount: 1,
      refreshedAt: FIRST,
    });
    expect((await service.run(null, 'ask', { question: WHEN })).refreshedAt).toEqual(FIRST);
  });

  test('gives every problem where not one article is readable', async () => {
    const opening = await tryService(await temporaryFolder({ 'a.md': BROKEN, 'b.txt': '' }));
    expect(opening).toMatchObject({
      kind: 'nothing-readable',
      problems: [{ path: 'a.md' }, { path: 'b.txt' }],
    });
  });

  test.each(['', 'missing'])(
    'serves nothing of an empty folder or one that is not there: “%s”',
    async (name) => {
      const opening = await tryService(join(await temporaryFolder(), name));
      expect(opening.kind).toBe('nothing-readable');
    },
  );
});

describe('a refresh', () => {
  test('reports nothing where nothing has changed, and still moves the time', async () => {
    const { service, refresh } = await opened({ 'a.md': tower(1900) });
    expect(await refresh()).toEqual({
      changes: { added: [], removed: [], changed: [], facts: NOTHING },
      problems: [],
      kept: [],
      limited: [],
      articleCount: 1,
      factCount: 1,
    });
    expect(service.current.refreshedAt).toEqual(SECOND);
  });

  test('adds, changes and removes articles, and answers from what is there now', async () => {
    const { service, refresh, write, folder } = await opened({
      'gone.md': markdown('Gone', 'The old bridge was blue.'),
      'tower.md': tower(1900),
    });
    await write('tower.md', tower(2000));
    await write('hours.txt', 'Hours\n\nThe library opens at nine.\n');
    await rm(join(folder, 'gone.md'));
    expect(await refresh()).toMatchObject({
      changes: {
        added: [{ path: 'hours.txt', title: 'Hours' }],
        removed: [{ path: 'gone.md', title: 'Gone' }],
        changed: [{ path: 'tower.md', title: 'The tower', facts: { ...NOTHING, changed: 1 } }],
        facts: { added: 1, removed: 1, changed: 1 },
      },
      articleCount: 2,
      factCount: 2,
    });
    expect(await whenBuilt(service)).toContain('2000');
    const colour = await service.run(null, 'ask', { question: 'What colour was the old bridge?' });
    expect(colour.outcome).toBe('unknown');
    expect(await articlePaths(service)).toEqual(['hours.txt', 'tower.md']);
  });

  test('keeps the last readable version of a file that breaks, refresh after refresh, until it is gone', async () => {
    const { service, refresh, write, folder } = await opened({
      'a.md': markdown('Other'),
      'tower.md': tower(1900),
    });
    await write('tower.md', '---\ntitle: "The\n---\n\nBroken.\n');
    for (const time of ['first', 'second']) {
      expect({ time, ...(await refresh()) }).toMatchObject({
        time,
        kept: ['tower.md'],
        articleCount: 2,
        changes: { changed: [], removed: [] },
        problems: [{ kind: 'skipped', path: 'tower.md' }],
      });
      expect(await whenBuilt(service)).toContain('1900');
    }
    await write('tower.md', tower(2000));
    expect(await refresh()).toMatchObject({ kept: [], problems: [], changes: { changed: [{}] } });
    await write('tower.md', '');
    await refresh();
    await rm(join(folder, 'tower.md'));
    expect(await refresh()).toMatchObject({ kept: [], changes: { removed: [{ path: 'tower.md' }] } });
    expect(await whenBuilt(service)).toBeUndefined();
  });

  test('keeps the articles of a sub-folder that can no longer be opened', async () => {
    const { service, refresh, folder } = await opened({
      'a.md': markdown('Other'),
      'ruleset.md': markdown('Rules', 'Nobody shouts.'),
      '.rules/tower.md': tower(1900),
    });
    await symlink('.rules', join(folder, 'rules'));
    await refresh();
    expect(await whenBuilt(service)).toContain('1900');
    await rename(join(folder, '.rules'), join(folder, '.moved'));
    await rm(join(folder, 'ruleset.md'));
    expect(await refresh()).toMatchObject({
      kept: ['rules/tower.md'],
      problems: [{ path: 'rules' }],
      changes: { removed: [{ path: 'ruleset.md' }] },
    });
    expect(await whenBuilt(service)).toContain('1900');
  });

  test('does not keep what only warns: the new version answers', async () => {
    const { service, refresh, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000).replace('title:', 'published: someday\ntitle:'));
    expect(await refresh()).toMatchObject({ kept: [], problems: [{ kind: 'warning', path: 'tower.md' }] });
    expect(await whenBuilt(service)).toContain('2000');
  });

  test('of an emptied folder prepares nothing, and the old base, its problems and its time stay', async () => {
    const { service, refresh, folder } = await opened({ 'tower.md': tower(1900) });
    const before = service.current;
    await rm(join(folder, 'tower.md'));
    expect(await refresh()).toMatchObject({ kind: 'nothing-readable' });
    expect(service.current).toBe(before);
    expect(await whenBuilt(service)).toContain('1900');
  });

  test('prepares nothing where all that is left is broken, and works again once one file is mended', async () => {
    const { service, refresh, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', BROKEN);
    expect(await refresh()).toMatchObject({ kind: 'nothing-readable', problems: [{ path: 'tower.md' }] });
    await write('tower.md', tower(2000));
    expect(await refresh()).toMatchObject({ changes: { changed: [{ path: 'tower.md' }] } });
    expect(await whenBuilt(service)).toContain('2000');
  });

  test('leaves what was asked before it to be answered from the old base', async () => {
    const { service, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    const next = await prepared(service);
    const asked = Array.from({ length: 20 }, () => whenBuilt(service));
    service.swapIn(next);
    const years = new Set(await Promise.all(asked));
    expect([...years]).toEqual(['The tower was built in 1900.']);
    expect(await whenBuilt(service)).toContain('2000');
  });

  test('swaps only when it is done: meanwhile the old base answers', async () => {
    const { service, refresh, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    const underWay = refresh();
    expect(await whenBuilt(service)).toContain('1900');
    await underWay;
    expect(await whenBuilt(service)).toContain('2000');
  });
});

describe('a base that is prepared', () => {
  test('serves once it is swapped in, as it was then, with the texts of its files', async () => {
    const { service, write } = await opened({ 'a.md': markdown('Other'), 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    await write('a.md', BROKEN);
    const next = await prepared(service);
    expect(await whenBuilt(service)).toContain('1900');
    await write('tower.md', tower(2100));
    service.swapIn(next);
    expect(await whenBuilt(service)).toContain('2000');
    expect(await textsOf(service)).toEqual([
      { path: 'a.md', text: markdown('Other') },
      { path: 'tower.md', text: tower(2000) },
    ]);
  });

  test('answers whoever asks it before', async () => {
    const { service, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    const next = await prepared(service);
    const { matches } = await service.runOn({ base: next.base, serverId: null }, 'ask', { question: WHEN });
    expect(matches[0]?.fact.text).toContain('2000');
    expect(await whenBuilt(service)).toContain('1900');
  });

  test('is not swapped in where something else serves by then', async () => {
    const { service, refresh, write } = await opened({ 'tower.md': tower(1900) });
    await write('tower.md', tower(2000));
    const late = await prepared(service);
    await write('tower.md', tower(2100));
    await refresh();
    expect(service.serves(late.base)).toBe(false);
    expect(() => service.swapIn(late)).toThrow(RangeError);
    expect(await whenBuilt(service)).toContain('2100');
  });

  test('of files that are at hand counts as read when the folder was', async () => {
    const { service, write } = await opened({ 'tower.md': tower(1900) });
    const before = service.current.folderState;
    await write('tower.md', tower(2000));
    const next = await service.prepareFrom(versionOf({ 'tower.md': tower(1800) }));
    if (next.kind !== 'prepared') throw new Error('nothing is readable');
    service.swapIn(next);
    expect(await whenBuilt(service)).toContain('1800');
    expect(service.current.folderState).toBe(before);
    expect(await service.readFolderState()).not.toBe(before);
  });
});

test('texts come in portions that a message can carry, all of them once', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [
      `${String(number).padStart(2, '0')}.txt`,
      `Long\n\nIt is ${number}.\n${'\n'.repeat(100_000)}`,
    ]),
  );
  const { service } = await opened(files);
  const portions = [];
  for await (const texts of service.readTexts()) portions.push(texts);
  expect(portions.length).toBeGreaterThan(2);
  expect(portions.flat()).toEqual(Object.entries(files).map(([path, text]) => ({ path, text })));
});
