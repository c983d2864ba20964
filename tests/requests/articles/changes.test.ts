import { expect, test } from 'vitest';
import { listChanges, undoChanges } from '../../../src/requests/articles/changes.ts';
import { removeArticle } from '../../../src/requests/articles/own-articles.ts';
import type { FileJobs } from '../../../src/serving/jobs/file-jobs.ts';
import { UploadParser } from '../../../src/serving/lanes/upload-parser.ts';
import { JobThreadError } from '../../../src/threads/job.ts';
import { FakeThread } from '../../threads/fake-thread.ts';
import { articleOf, asManager, costlyArticle, here, moderatingScene } from '../moderating-scene.ts';
import { member, moderator } from '../requesters.ts';

const BRIDGE = 'The bridge\n\nThe bridge was built in 1850.\n';
const LATER = BRIDGE.replace('1850', '1851');
const PATH = 'server/bridge.txt';
const HALF_A_MB = 512 * 1024;

test('the last twenty changes are listed, latest first, with who made them', async () => {
  const scene = await moderatingScene();
  for (let n = 1; n <= 21; n++) await scene.keep({ [PATH]: `${n}` });
  await removeArticle(scene, { ...asManager, path: PATH });
  const changes = await listChanges(scene, here);
  expect(changes.map(({ changes: [{ number }] }) => number)).toEqual(
    Array.from({ length: 20 }, (_, n) => 22 - n),
  );
  expect(changes.slice(0, 2)).toMatchObject([
    {
      isLatest: true,
      changes: [{ kind: 'article', name: PATH, before: '21', isSet: false, changedBy: 'ada' }],
    },
    // What has been changed since cannot be taken back.
    {
      isLatest: false,
      changes: [{ kind: 'article', name: PATH, before: '20', isSet: true, changedBy: 'theo' }],
    },
  ]);
  expect(await listChanges(scene, { ...here, guildId: 'other' })).toEqual([]);
});

test('what one command has set is listed as one, and taken back as one', async () => {
  const scene = await moderatingScene();
  const both = { questionsInARow: 2, secondsBetween: 60 };
  await scene.store.serverSettings.change('guild', 'ada', both);
  await scene.add('bridge.txt', BRIDGE);
  await scene.store.serverSettings.change('guild', 'ada', { strictness: 'strict' });
  const steps = await listChanges(scene, here);
  const named = steps.map(({ changes }) => changes.map(({ name }) => name));
  expect(named).toEqual([['strictness'], [PATH], ['secondsBetween', 'questionsInARow']]);
  const numbers = steps[2]?.changes.map(({ number }) => number) ?? [];
  await undoChanges(scene, { ...asManager, numbers });
  expect(await scene.store.serverSettings.read('guild')).toMatchObject({
    questionsInARow: 5,
    secondsBetween: 4,
  });
});

test('moderators undo their own changes, but none of others and none of settings; members may not even look', async () => {
  const scene = await moderatingScene();
  const { store } = scene;
  await store.serverValues.change('guild', 'ada', [{ kind: 'article', name: PATH, value: BRIDGE }]);
  await expect(listChanges(scene, { ...here, requester: member })).rejects.toMatchObject({
    code: 'not-a-moderator',
  });
  const taught = { kind: 'taught', name: 'when?', value: 'x' } as const;
  await store.serverValues.change('guild', moderator.memberId, [taught]);
  await store.serverSettings.change('guild', moderator.memberId, { strictness: 'strict' });
  await scene.add('tower.txt', BRIDGE);
  const steps = await listChanges(scene, here);
  expect(steps.map(({ isAllowed }) => isAllowed)).toEqual([true, false, true, false]);
  const all = await listChanges(scene, asManager);
  expect(all.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true, true]);
  for (const [requester, code] of [
    [member, 'not-a-moderator'],
    [{ ...member, memberId: moderator.memberId }, 'not-a-moderator'],
    [{ ...moderator, memberId: 'nobody' }, 'not-your-change'],
  ] as const)
    for (const numbers of [[1], [2], [4]])
      await expect(undoChanges(scene, { ...here, requester, numbers })).rejects.toMatchObject({ code });
  for (const [numbers, code] of [
    [[1], 'not-your-change'],
    [[2, 1], 'not-your-change'],
    [[3], 'not-a-manager'],
    [[2, 3, 4], 'not-a-manager'],
  ] as const)
    await expect(undoChanges(scene, { ...here, numbers })).rejects.toMatchObject({ code });
  expect(Object.keys(await scene.own())).toHaveLength(2);
  expect(await undoChanges(scene, { ...here, numbers: [2, 4] })).toHaveLength(2);
  expect(await scene.own()).toEqual({ [PATH]: BRIDGE });
  expect(await store.serverValues.list('guild', 'taught')).toEqual([]);
});

test('undoing puts back what was before, answers with it at once, and can itself be undone', async () => {
  const scene = await moderatingScene();
  const question = 'When was the bridge built?';
  const built = async () => (await scene.knowledge.run('guild', 'ask', { question })).matches[0]?.fact.text;
  await scene.add('bridge.txt', BRIDGE);
  await scene.add('bridge.txt', LATER);
  expect(await built()).toContain('1851');
  const [undone] = await undoChanges(scene, { ...asManager, numbers: [2] });
  expect(undone).toMatchObject({ number: 3, name: PATH, before: LATER, changedBy: 'ada' });
  expect(await built()).toContain('1850');
  await undoChanges(scene, { ...asManager, numbers: [3] });
  expect(await built()).toContain('1851');
});

test('all or none are undone; none of what was changed since, of other servers, or of what is no change', async () => {
  const scene = await moderatingScene();
  await scene.keep({ [PATH]: BRIDGE, 'server/tower.txt': BRIDGE });
  await scene.keep({ [PATH]: LATER });
  const before = await scene.own();
  for (const [differing, numbers] of [
    [{}, [1, 2]],
    [{}, [3, 99]],
    [{}, [Number.NaN]],
    [{ guildId: 'other' }, [3]],
  ] as const) {
    const undoing = undoChanges(scene, { ...asManager, ...differing, numbers });
    await expect(undoing).rejects.toMatchObject({ code: 'changed-since' });
  }
  expect(await scene.own()).toEqual(before);
  expect(await undoChanges(scene, { ...asManager, numbers: [2, 3] })).toHaveLength(2);
  expect(await scene.own()).toEqual({ [PATH]: BRIDGE });
});

test('an article does not come back where there are 200 others meanwhile', async () => {
  const scene = await moderatingScene();
  const others = Array.from({ length: 200 }, (_, n) => [`server/${n}.txt`, BRIDGE]);
  await scene.keep(Object.fromEntries(others.slice(1)));
  await scene.keep({ [PATH]: BRIDGE });
  const { changeNumber: number } = await removeArticle(scene, { ...asManager, path: PATH });
  await scene.keep({ 'server/0.txt': BRIDGE });
  const undo = () => undoChanges(scene, { ...asManager, numbers: [number] });
  await expect(undo()).rejects.toMatchObject({ code: 'too-many-articles' });
  expect(await scene.own()).toEqual(Object.fromEntries(others));
  await removeArticle(scene, { ...asManager, path: 'server/0.txt' });
  await undo();
  expect(await scene.own()).toHaveProperty([PATH], BRIDGE);
});

test('of an undoing and an addition at once no more is taken than there is room for', async () => {
  const scene = await moderatingScene();
  const others = Array.from({ length: 199 }, (_, n) => [`server/${n}.txt`, BRIDGE]);
  await scene.keep(Object.fromEntries(others));
  await scene.keep({ [PATH]: BRIDGE });
  const { changeNumber: number } = await removeArticle(scene, { ...asManager, path: PATH });
  const undoing = undoChanges(scene, { ...asManager, numbers: [number] });
  const both = await Promise.allSettled([undoing, scene.add('another.txt', BRIDGE)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(Object.keys(await scene.own())).toHaveLength(200);
});

test('an article, or what it was before, does not come back where all would have more than 4 MB', async () => {
  const scene = await moderatingScene();
  await scene.keep({ [PATH]: articleOf(HALF_A_MB, 'bridge') });
  await scene.keep({ [PATH]: BRIDGE });
  for (let n = 0; n < 8; n++)
    await scene.keep({ [`server/${n}.txt`]: articleOf(HALF_A_MB - BRIDGE.length, `${n}`) });
  const undo = () => undoChanges(scene, { ...asManager, numbers: [2] });
  await expect(undo()).rejects.toMatchObject({ code: 'articles-too-large' });
  expect(await scene.own()).toHaveProperty([PATH], BRIDGE);
  await removeArticle(scene, { ...asManager, path: 'server/0.txt' });
  await undo();
  expect(Object.keys(await scene.own())).toHaveLength(8);
});

test('an article does not come back where all would cost more to index than a server may have', async () => {
  const scene = await moderatingScene();
  await scene.add('a.md', costlyArticle('A', 4000));
  const { changeNumber: number } = await removeArticle(scene, { ...asManager, path: 'server/a.md' });
  await scene.add('b.md', costlyArticle('B', 4000));
  const undo = () => undoChanges(scene, { ...asManager, numbers: [number] });
  await expect(undo()).rejects.toMatchObject({ code: 'articles-too-many-facts' });
  expect(Object.keys(await scene.own())).toEqual(['server/b.md']);
  await removeArticle(scene, { ...asManager, path: 'server/b.md' });
  await undo();
  const { sources } = await scene.knowledge.run('guild', 'listSources', { from: 0, count: 9 });
  expect(sources.map(({ title }) => title)).toEqual(['A', 'A']);
});

const endReading = () => Promise.reject(new JobThreadError('deadline', 'too much'));

test('an article that takes too much to read does not come back', async () => {
  const uploads = new UploadParser({ startFileThread: () => new FakeThread<FileJobs>(endReading) });
  const scene = await moderatingScene({ uploads });
  await scene.keep({ [PATH]: BRIDGE });
  await scene.keep({ [PATH]: null });
  const undoing = undoChanges(scene, { ...asManager, numbers: [2] });
  await expect(undoing).rejects.toMatchObject({ code: 'article-unreadable' });
  expect(await scene.own()).toEqual({});
});
