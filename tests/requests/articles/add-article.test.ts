import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { addArticle, addNote } from '../../../src/requests/articles/add-article.ts';
import { exportArticles } from '../../../src/requests/articles/own-articles.ts';
import type { FileJobs } from '../../../src/serving/jobs/file-jobs.ts';
import { UploadParser } from '../../../src/serving/lanes/upload-parser.ts';
import { JobThreadError } from '../../../src/threads/job.ts';
import { FakeThread } from '../../threads/fake-thread.ts';
import { articleOf, costlyArticle, fileOf, here, moderatingScene, NOW } from '../moderating-scene.ts';
import { member } from '../requesters.ts';

const BRIDGE = 'The bridge\n\nThe bridge was built in 1850.\n';
const PATH = 'server/bridge.txt';
const NOTE = { title: 'The bridge', text: 'The bridge was built in 1850.', url: null };
const MB = 1024 * 1024;
const HALF_A_MB = MB / 2;
const DISCORDS_MAX_FILE_BYTES = 10 * MB;

/** 4 MB, as much as a server may have. */
function fullServer(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 8 }, (_, n) => [`server/${n}.txt`, articleOf(HALF_A_MB, `${n}`)]),
  );
}

test('a file becomes an article, replaces one of its name, and changes nothing where it is there word for word', async () => {
  const { add, own } = await moderatingScene();
  const added = await add('bridge.txt', BRIDGE);
  expect(added).toMatchObject({ article: { path: PATH }, isNew: true, warnings: [], changeNumber: 1 });
  expect(await add('bridge.txt', BRIDGE)).toMatchObject({ isNew: false, changeNumber: null });
  const later = BRIDGE.replace('1850', '1851');
  expect(await add('bridge.txt', later)).toMatchObject({ isNew: false, changeNumber: 2 });
  expect(await own()).toEqual({ [PATH]: later });
});

test('a note becomes an article of today, beside one of the same title', async () => {
  const scene = await moderatingScene();
  const first = await addNote(scene, { ...here, note: NOTE });
  expect(first).toMatchObject({ article: { title: 'The bridge', captured: '2026-11-28' }, isNew: true });
  expect(new Date(NOW).toISOString()).toContain('2026-11-28');
  const second = await addNote(scene, { ...here, note: NOTE });
  expect([first, second].map(({ article }) => article.path)).toEqual([
    'server/the-bridge.md',
    'server/the-bridge-2.md',
  ]);
});

test('of notes and files that are added at once none is lost, and one of each name counts as new', async () => {
  const scene = await moderatingScene();
  const notes = await Promise.all(
    ['one', 'two', 'three'].map((text) =>
      addNote(scene, { ...here, note: { ...NOTE, text: `It is ${text}.` } }),
    ),
  );
  expect(notes.map(({ isNew }) => isNew)).toEqual([true, true, true]);
  expect(Object.keys(await scene.own())).toEqual([
    'server/the-bridge-2.md',
    'server/the-bridge-3.md',
    'server/the-bridge.md',
  ]);
  for (const { article } of notes)
    expect((await scene.own())[article.path]).toContain(article.firstFact.text);
  const years = ['1850', '1851', '1852'];
  const files = await Promise.all(years.map((year) => scene.add('bridge.txt', BRIDGE.replace('1850', year))));
  expect(files.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('of additions at once no more are taken than there is room for', async () => {
  const { add, keep, own } = await moderatingScene();
  await keep(Object.fromEntries(Array.from({ length: 199 }, (_, n) => [`server/${n}.txt`, BRIDGE])));
  const adding = await Promise.allSettled(['a.txt', 'b.txt', 'c.txt'].map((name) => add(name, BRIDGE)));
  expect(adding.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(Object.keys(await own())).toHaveLength(200);
});

test('what answers there is what was added last', async () => {
  const { add, knowledge } = await moderatingScene();
  const titles = async () =>
    (await knowledge.run('guild', 'listSources', { from: 0, count: 9 })).sources.map(({ title }) => title);
  expect(await titles()).toEqual(['A']);
  await add('bridge.txt', BRIDGE);
  expect(await titles()).toEqual(['A', 'The bridge']);
});

test('only moderators may', async () => {
  const scene = await moderatingScene();
  const notAllowed = { code: 'not-a-moderator' };
  await expect(scene.add('bridge.txt', BRIDGE, { requester: member })).rejects.toMatchObject(notAllowed);
  const note = addNote(scene, { ...here, requester: member, note: NOTE });
  await expect(note).rejects.toMatchObject(notAllowed);
  expect(await scene.own()).toEqual({});
});

test.each([
  ['not-a-moderator', { requester: member }, {}],
  ['not-a-moderator', { requester: member }, { size: HALF_A_MB + 1 }],
  ['no-article-file', {}, { name: 'bridge.pdf' }],
  ['article-too-large', {}, { size: HALF_A_MB + 1 }],
] as const)('a file is refused as %s before it is downloaded', async (code, place, differing) => {
  const scene = await moderatingScene();
  let downloads = 0;
  const download = async () => {
    downloads++;
    return Buffer.from(BRIDGE);
  };
  const file = { ...fileOf('bridge.txt', BRIDGE), download, ...differing };
  await expect(addArticle(scene, { ...here, ...place, file })).rejects.toMatchObject({ code });
  expect(downloads).toBe(0);
});

test.each([
  ['of another kind', ['bridge.pdf', BRIDGE], 'no-article-file'],
  ['without text', ['bridge.txt', 'The bridge\n'], 'article-unreadable'],
  ['that breaks off', ['bridge.md', '---\ntitle: The bridge\n'], 'article-unreadable'],
  ['of more than 512 KB', ['bridge.txt', articleOf(HALF_A_MB + 1, 'bridge')], 'article-too-large'],
] as const)('a file %s is refused, and the one of its name stays', async (_, [name, text], code) => {
  const { add, keep, own } = await moderatingScene();
  await keep({ [PATH]: BRIDGE });
  await expect(add(name, text)).rejects.toMatchObject({ code });
  expect(await own()).toEqual({ [PATH]: BRIDGE });
});

test.each(['deadline', 'memory'] as const)(
  'what takes too much to read (%s) is unreadable, and the reason is told',
  async (reason) => {
    const ending = () => Promise.reject(new JobThreadError(reason, 'too much'));
    const startFileThread = () => new FakeThread<FileJobs>(ending);
    const { add, own } = await moderatingScene({ uploads: new UploadParser({ startFileThread }) });
    const problems = [{ path: 'bridge.txt', cause: { code: expect.stringContaining('takes-too') } }];
    const refusal = { kind: 'article-unreadable', problems };
    await expect(add('bridge.txt', BRIDGE)).rejects.toMatchObject({ refusal });
    expect(await own()).toEqual({});
  },
);

test('a server has at most 200 articles, of which one can be replaced', async () => {
  const { add, keep, own } = await moderatingScene();
  await keep(Object.fromEntries(Array.from({ length: 199 }, (_, n) => [`server/${n}.txt`, BRIDGE])));
  await add('bridge.txt', BRIDGE);
  await expect(add('another.txt', BRIDGE)).rejects.toMatchObject({
    refusal: { kind: 'too-many-articles', max: 200 },
  });
  await add('bridge.txt', BRIDGE.replace('1850', '1851'));
  expect(Object.keys(await own())).toHaveLength(200);
});

test('a server’s articles have at most 4 MB together, in bytes; there is room again once one is shorter', async () => {
  const { add, keep, own } = await moderatingScene();
  await keep({ ...fullServer(), 'server/7.txt': articleOf(HALF_A_MB - 3, '7') });
  await expect(add('8.txt', 'ы\n\nы.')).rejects.toMatchObject({
    refusal: { kind: 'articles-too-large', maxMb: 4 },
  });
  await add('7.txt', articleOf(HALF_A_MB, '7'));
  await expect(add('8.txt', BRIDGE)).rejects.toThrow(/at most 4 MB in total.*knowledge remove/);
  await add('7.txt', articleOf(HALF_A_MB - BRIDGE.length, '7'));
  await add('8.txt', BRIDGE);
  expect(Object.values(await own()).join('')).toHaveLength(4 * MB);
});

test('where there is too much already, what makes it less is taken', async () => {
  const { add, keep, own } = await moderatingScene();
  await keep({ ...fullServer(), 'server/8.txt': articleOf(HALF_A_MB, '8') });
  await add('8.txt', articleOf(1000, '8'));
  await expect(add('8.txt', articleOf(1001, '8'))).rejects.toMatchObject({ code: 'articles-too-large' });
  expect((await own())['server/8.txt']).toHaveLength(1000);
});

test('another server’s articles do not count', async () => {
  const { add, keep } = await moderatingScene();
  await keep(fullServer(), 'other');
  expect(await add('bridge.txt', BRIDGE)).toMatchObject({ isNew: true });
});

test('what is exported fits into a file of Discord’s, also where it cannot be compressed; more is not', async () => {
  const scene = await moderatingScene();
  const noise = Object.keys(fullServer()).map((name) => [name, randomBytes(HALF_A_MB / 2).toString('hex')]);
  await scene.keep(Object.fromEntries(noise));
  const files = (await exportArticles(scene, here)).map(({ name, value }) => [name, Buffer.from(value)]);
  expect(files).toHaveLength(8);
  expect(zipSync(Object.fromEntries(files), { level: 0 }).length).toBeLessThan(DISCORDS_MAX_FILE_BYTES);
  await scene.keep({ 'server/8.txt': BRIDGE });
  await expect(exportArticles(scene, here)).rejects.toMatchObject({ code: 'articles-too-large' });
});

test('articles that cost more to index than a server may have are refused, and what is there already does not answer', async () => {
  const { add, keep, knowledge, own } = await moderatingScene();
  await add('a.md', costlyArticle('A', 4000));
  const refusal = { kind: 'articles-too-many-facts', maxFacts: 50_000, maxWords: 1_200_000 };
  await expect(add('b.md', costlyArticle('B', 4000))).rejects.toMatchObject({ refusal });
  expect(Object.keys(await own())).toEqual(['server/a.md']);
  await add('a.md', costlyArticle('A', 1000));
  await keep({ 'server/c.md': costlyArticle('C', 4000), 'server/d.md': costlyArticle('D', 4000) });
  const { sources } = await knowledge.run('guild', 'listSources', { from: 0, count: 9 });
  expect(sources.map(({ title }) => title)).toEqual(['A', 'A', 'C']);
  // Less than before is taken, however much is left.
  expect(await add('d.md', costlyArticle('D', 10))).toMatchObject({ isNew: false });
});
