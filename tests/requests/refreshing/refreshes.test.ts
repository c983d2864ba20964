import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { BROKEN, markdown } from '../../knowledge/temporary-folder.ts';
import { FULL, outOfOrder } from '../kept-answers.ts';
import { refreshing, tower } from '../refreshing-scene.ts';

const byTheo = { kind: 'command', byId: 'theo', guildId: 'guild' } as const;
const byMax = { kind: 'preview', byId: 'max', guildId: 'guild' } as const;

describe('a refresh', () => {
  test('is reported once with member and cause, however many share it, and leaves one snapshot', async () => {
    const { refreshes, store, done, write } = await refreshing();
    await refreshes.start();
    await write('tower.md', tower(2000));
    const [first, second] = await Promise.all([refreshes.refresh(byTheo), refreshes.refresh(byMax)]);
    expect(second).toBe(first);
    expect(done).toEqual([{ cause: byTheo, report: first }]);
    const [snapshot, start, ...others] = await store.snapshots.list();
    expect(snapshot).toMatchObject({ number: 2, cause: 'command', byId: 'theo', changed: 1 });
    expect(start).toMatchObject({ number: 1, cause: 'start', byId: null, factCount: 1 });
    expect(others).toEqual([]);
    expect(await store.snapshots.readTexts(2)).toEqual([{ path: 'tower.md', text: tower(2000) }]);
  });

  test('that changes nothing is reported and leaves no snapshot; nor does a start with the same articles', async () => {
    const { refreshes, store, done } = await refreshing();
    await refreshes.start();
    await refreshes.refresh(byTheo);
    await refreshes.start();
    expect(done).toHaveLength(1);
    expect(await store.snapshots.list()).toHaveLength(1);
  });

  test('reads anew for files that change while another is under way', async () => {
    const { refreshes, done, readings, write } = await refreshing();
    await write('tower.md', tower(2000));
    await Promise.all([refreshes.refresh(byTheo), refreshes.refresh({ kind: 'files' })]);
    expect(readings.count).toBe(2);
    expect(done.map(({ cause }) => cause.kind)).toEqual(['command']);
  });

  test('of changed files is reported where the articles or their problems differ', async () => {
    const { refreshes, done, write } = await refreshing({ 'a.md': markdown('A'), 'tower.md': tower(1900) });
    const files = { kind: 'files' } as const;
    await write('tower.md', tower(2000));
    await refreshes.refresh(files);
    await write('tower.md', `${tower(2000)}\n\n`);
    await refreshes.refresh(files);
    expect(done).toHaveLength(1);
    await write('tower.md', BROKEN);
    await refreshes.refresh(files);
    await refreshes.refresh(files);
    expect(done.map(({ report }) => report.kept)).toEqual([[], ['tower.md']]);
  });

  test('is done all the same where nothing can be kept', async () => {
    const { refreshes, notKept, done, write, whenBuilt } = await refreshing(undefined, { store: outOfOrder });
    await refreshes.start();
    await write('tower.md', tower(2000));
    await refreshes.refresh(byTheo);
    expect(await whenBuilt()).toContain('2000');
    expect(done).toHaveLength(1);
    expect(notKept).toEqual([FULL, FULL]);
  });

  test('keeps in its snapshot the last readable version of a file that is broken', async () => {
    const { refreshes, store, write } = await refreshing({ 'a.md': markdown('A'), 'tower.md': tower(1900) });
    await write('tower.md', BROKEN);
    await write('a.md', markdown('B'));
    await refreshes.refresh(byTheo);
    expect(await store.snapshots.readTexts(1)).toEqual([
      { path: 'a.md', text: markdown('B') },
      { path: 'tower.md', text: tower(1900) },
    ]);
  });

  test('that fails does not keep the next from being done', async () => {
    const { refreshes, write, whenBuilt } = await refreshing();
    await write('tower.md', BROKEN);
    await expect(refreshes.refresh(byTheo)).rejects.toMatchObject({ code: 'no-readable-article' });
    await write('tower.md', tower(2000));
    await refreshes.refresh(byTheo);
    expect(await whenBuilt()).toContain('2000');
  });

  test('that fails does so for all who share it, with every problem, and for all only that time', async () => {
    const { refreshes, write, whenBuilt } = await refreshing();
    await write('tower.md', BROKEN);
    const both = await Promise.allSettled([refreshes.refresh(byTheo), refreshes.refresh(byMax)]);
    const refused = { status: 'rejected', reason: { name: 'UserFacingError', code: 'no-readable-article' } };
    expect(both).toMatchObject([refused, refused]);
    await expect(refreshes.refresh(byTheo)).rejects.toThrow(/tower\.md/);
    await write('tower.md', tower(2000));
    await refreshes.refresh(byTheo);
    expect(await whenBuilt()).toContain('2000');
  });
});

describe('a preview', () => {
  test('changes nothing until it is applied, which serves exactly what was seen', async () => {
    const { refreshes, done, readings, write, whenBuilt } = await refreshing();
    await write('tower.md', tower(2000));
    const { id, prepared } = await refreshes.preview();
    expect(prepared.report.changes.changed).toHaveLength(1);
    expect(await whenBuilt()).toContain('1900');
    expect(done).toEqual([]);
    expect(await refreshes.apply(id, byMax)).toBe(prepared.report);
    expect(await whenBuilt()).toContain('2000');
    expect(done).toEqual([{ cause: byMax, report: prepared.report }]);
    expect(readings.count).toBe(1);
  });

  test('is no longer valid once the folder has changed, and changes nothing', async () => {
    const { refreshes, write, whenBuilt } = await refreshing();
    await write('tower.md', tower(2000));
    const { id } = await refreshes.preview();
    await write('tower.md', tower(2100));
    await expect(refreshes.apply(id, byMax)).rejects.toMatchObject({ code: 'preview-gone' });
    expect(await whenBuilt()).toContain('1900');
  });

  test('is no longer valid once something else serves, whichever of the two came first', async () => {
    const { refreshes, done, write } = await refreshing();
    await write('tower.md', tower(2000));
    const first = await refreshes.preview();
    const outcomes = await Promise.allSettled([refreshes.refresh(byTheo), refreshes.apply(first.id, byMax)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await write('tower.md', tower(2100));
    const second = await refreshes.preview();
    const [applied, refreshed] = await Promise.all([
      refreshes.apply(second.id, byMax),
      refreshes.refresh(byTheo),
    ]);
    expect(applied.changes.changed).toHaveLength(1);
    expect(refreshed.changes.changed).toEqual([]);
    expect(done).toHaveLength(3);
  });

  test('is shared by two moderators: who discards it leaves the other’s, who applies it ends it', async () => {
    const { refreshes, readings, write, whenBuilt } = await refreshing();
    await write('tower.md', tower(2000));
    const [mine, discarded, yours] = await Promise.all([1, 2, 3].map(() => refreshes.preview()));
    expect(readings.count).toBe(1);
    refreshes.discard(discarded?.id ?? '');
    await expect(refreshes.apply(discarded?.id ?? '', byMax)).rejects.toMatchObject({ code: 'preview-gone' });
    await refreshes.apply(mine?.id ?? '', byMax);
    await expect(refreshes.apply(yours?.id ?? '', byTheo)).rejects.toMatchObject({ code: 'preview-gone' });
    expect(await whenBuilt()).toContain('2000');
  });

  test('is worth nothing with an id that was never given', async () => {
    const { refreshes } = await refreshing();
    refreshes.discard('preview-1');
    await expect(refreshes.apply('preview-1', byMax)).rejects.toMatchObject({ code: 'preview-gone' });
  });

  test('is held for fifteen minutes after the last moderator asked for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { refreshes, readings, write } = await refreshing();
    await write('tower.md', tower(2000));
    await refreshes.preview();
    vi.advanceTimersByTime(14 * 60_000);
    const late = await refreshes.preview();
    vi.advanceTimersByTime(14 * 60_000);
    expect(readings.count).toBe(1);
    await refreshes.apply(late.id, byMax);
    await write('tower.md', tower(2100));
    const { id } = await refreshes.preview();
    vi.advanceTimersByTime(15 * 60_000);
    await expect(refreshes.apply(id, byMax)).rejects.toMatchObject({ code: 'preview-gone' });
  });
});

describe('what another process has read', () => {
  test('answers here, with its cause, and is saved and told only once', async () => {
    const one = await refreshing();
    const other = await refreshing(undefined, { store: one.store });
    await one.refreshes.start();
    await other.refreshes.synchronise();
    expect(other.done).toEqual([]);
    await one.write('tower.md', tower(2000));
    await one.refreshes.refresh(byTheo);
    await other.refreshes.synchronise();
    await other.refreshes.synchronise();
    expect(await other.whenBuilt()).toContain('2000');
    expect(other.done).toMatchObject([{ cause: byTheo, report: { changes: { facts: { changed: 1 } } } }]);
    expect(await one.store.snapshots.list()).toHaveLength(2);
  });

  test('is undone by whoever undoes it, in both', async () => {
    const one = await refreshing();
    const other = await refreshing(undefined, { store: one.store });
    await one.refreshes.start();
    await one.write('tower.md', tower(2000));
    await one.refreshes.refresh(byTheo);
    await other.refreshes.synchronise();
    await other.refreshes.undo(1, { ...byTheo, kind: 'undo' });
    await one.refreshes.synchronise();
    expect([await one.whenBuilt(), await other.whenBuilt()]).toEqual([
      expect.stringContaining('1900'),
      expect.stringContaining('1900'),
    ]);
  });

  test('takes the place of a preview that was made before', async () => {
    const one = await refreshing();
    const other = await refreshing(undefined, { store: one.store });
    await one.refreshes.start();
    await other.refreshes.synchronise();
    await other.write('tower.md', tower(1950));
    const { id } = await other.refreshes.preview();
    await one.write('tower.md', tower(2000));
    await one.refreshes.refresh(byTheo);
    await other.refreshes.synchronise();
    await expect(other.refreshes.apply(id, byMax)).rejects.toMatchObject({ code: 'preview-gone' });
  });

  test('does not replace what is in no snapshot yet, such as newer articles at a start: the others follow that', async () => {
    const one = await refreshing();
    await one.refreshes.start();
    const newer = await refreshing({ 'tower.md': tower(2000) }, { store: one.store });
    await newer.refreshes.synchronise();
    await one.refreshes.synchronise();
    expect([await one.whenBuilt(), await newer.whenBuilt()]).toEqual([
      expect.stringContaining('2000'),
      expect.stringContaining('2000'),
    ]);
    expect(await one.store.snapshots.list()).toMatchObject([{ cause: 'start' }, { cause: 'start' }]);
  });

  test('stays undone at a start with a folder that was read before, and such a folder is known', async () => {
    const one = await refreshing();
    await one.refreshes.start();
    await one.write('tower.md', tower(2000));
    await one.refreshes.refresh(byTheo);
    await one.refreshes.undo(1, { ...byTheo, kind: 'undo' });
    const later = await refreshing({ 'tower.md': tower(2000) }, { store: one.store });
    await later.refreshes.synchronise();
    expect(await later.whenBuilt()).toContain('1900');
    expect(await later.refreshes.isFolderKnown()).toBe(true);
    await later.write('tower.md', tower(2001));
    expect(await later.refreshes.isFolderKnown()).toBe(false);
  });
});
