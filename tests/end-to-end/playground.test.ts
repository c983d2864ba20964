import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { asking, counting } from '../store/scene.ts';
import { type RunningPlayground, startPlayground } from './running-playground.ts';

const FILES = {
  'tower.md': markdown('The tower', 'The tower was built in 1900. It is white.'),
  'broken.md': '---\ntitle: A\n',
  'desk.md': '---\nchannels: [help]\n---\n# The desk\n\nThe helpdesk sells zirconium.\n',
};
const WHEN = 'When was the tower built?';

/** A playground of a test's own, until the test ends. */
async function started(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const playground = await startPlayground(await temporaryFolder(FILES), args, env);
  onTestFinished(async () => void (await playground.stop()));
  return playground;
}

/** Opens the page of a playground, and returns how it calls its server. */
async function openPage(playground: RunningPlayground) {
  const { path, cookie } = await playground.open();
  const { port } = playground;
  const headers = {
    cookie,
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  const call = async (name: string, input: unknown = {}) =>
    playground.send({ method: 'POST', path: `${path}api/${name}`, headers, body: JSON.stringify(input) });
  const found = async (name: string, input: unknown = {}) => JSON.parse((await call(name, input)).body);
  return { ...playground, path, cookie, headers, call, found };
}

const shared: { page: ReturnType<typeof openPage> | null } = { page: null };

/** Opens the page of one playground that most tests share: each start takes more than a second. */
function opened(): ReturnType<typeof openPage> {
  shared.page ??= startShared();
  return shared.page;
}

async function startShared() {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-playground-'));
  afterAllDone.push(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  const playground = await startPlayground(folder);
  afterAllDone.unshift(async () => void (await playground.stop()));
  return openPage(playground);
}

const afterAllDone: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const clean of afterAllDone) await clean();
});

describe('the address', () => {
  test('works once, and leads to a page that its cookie alone opens', async () => {
    const playground = await started();
    expect(playground.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    const { path, cookie } = await playground.open();
    expect(path).toMatch(/^\/[\w-]{22}\/$/);
    expect(cookie).toMatch(/^footnote-playground=[\w-]{43}$/);
    const again = await playground.open();
    expect(again).toEqual({ path: '', cookie: '' });
    const { send } = playground;
    expect(await send({ path })).toMatchObject({ status: 403, body: expect.stringContaining('terminal') });
    expect(await send({ path, headers: { cookie: 'footnote-playground=x' } })).toMatchObject({ status: 403 });
    expect(await send({ path, headers: { cookie } })).toMatchObject({ status: 200 });
    for (const other of ['/?token=', '/?token=x', '/', '/favicon.ico', '/other/'])
      expect([403, 404]).toContain((await send({ path: other, headers: { cookie } })).status);
  });

  test('ends with the command, which ends well', async () => {
    const playground = await started();
    const { status, stdout, stderr } = await playground.stop();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('2 articles with 3 facts');
    await expect(playground.send({})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('the server', () => {
  test('tells browsers to run and to load nothing else', async () => {
    const { send, path, cookie, call } = await opened();
    for (const answer of [await send({ path, headers: { cookie } }), await send({}), await call('status')]) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      const policy = answer.headers['content-security-policy'] ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('refuses other hosts, methods, pages and bodies, whatever cookie they bring', async () => {
    const { send, path, headers, port, call } = await opened();
    const api = { method: 'POST', path: `${path}api/status`, headers, body: '{}' };
    const statusOf = async (differing: object): Promise<number> =>
      (await send({ ...api, ...differing })).status;
    const withHeaders = (more: Readonly<Record<string, string>>) =>
      statusOf({ headers: { ...headers, ...more } });
    expect(await statusOf({})).toBe(200);
    for (const host of [`evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, 'evil.example'])
      expect([host, await withHeaders({ host })]).toEqual([host, 421]);
    for (const origin of [
      'http://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
    ])
      expect([origin, await withHeaders({ origin })]).toEqual([origin, 403]);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect([site, await withHeaders({ 'sec-fetch-site': site })]).toEqual([site, 403]);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'GET'])
      expect([method, await statusOf({ method, body: '' })]).toEqual([method, 405]);
    expect(await withHeaders({ 'content-type': 'text/plain' })).toBe(415);
    expect(await statusOf({ body: ' '.repeat(600_000) })).toBe(413);
    expect(await statusOf({ body: '{' })).toBe(400);
    expect(await statusOf({ path: `${path}api/nothing` })).toBe(404);
    expect(await statusOf({ path: `${path}api/toString` })).toBe(404);
    for (const [name, input] of [
      ['ask', {}],
      ['ask', { question: 1 }],
      ['ask', { question: 'a', more: 1 }],
      ['ask', { question: 'a'.repeat(5_000) }],
      ['article', { path: 'tower.md', aroundFactId: null, from: -1 }],
      ['add-questions', { questions: ['a', null] }],
    ] as const)
      expect([name, (await call(name, input)).status]).toEqual([name, 400]);
  });

  test('takes all that fits into the field for questions, and says how many of them the list drops', async () => {
    const { found } = await opened();
    const line = 'я'.repeat(299);
    const questions = Array.from({ length: 200 }, (_, n) => `${n}${line}`.slice(0, 299));
    expect(await found('add-questions', { questions })).toMatchObject({ dropped: null });
    await found('clear-questions');
    const many = Array.from({ length: 1_203 }, (_, n) => `Question ${n}?`);
    const added = await found('add-questions', { questions: many });
    expect(added.dropped).toBe('1003 questions were dropped: the list holds the latest 200.');
    expect(added.questions).toHaveLength(200);
    expect(added.questions[0].question).toBe('Question 1202?');
    const long = await found('add-questions', { questions: ['\u0001a'.repeat(30_000)] });
    expect(long.dropped).toContain('1 question was dropped');
    await found('clear-questions');
  });

  test('opens no file that a browser names', async () => {
    const { send, path, headers, found } = await opened();
    const names = [
      '../main.js',
      '..%2fmain.js',
      '%2e%2e/main.js',
      'app.js%00',
      '/etc/passwd',
      'index.html',
      'tsconfig.json',
    ];
    for (const name of names)
      expect([name, (await send({ path: path + name, headers })).status]).toEqual([name, 404]);
    expect((await send({ path: `${path}app.js`, headers })).headers['content-type']).toContain('javascript');
    for (const article of ['/etc/passwd', '../package.json', 'broken.md', 'tower.md/../tower.md', ''])
      expect([article, await found('article', { path: article, aroundFactId: null, from: 0 })]).toEqual([
        article,
        null,
      ]);
  });

  test('goes on answering after requests that never end or are none', async () => {
    const { port, call } = await opened();
    const half = connect(port, '127.0.0.1');
    half.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    const noise = connect(port, '127.0.0.1');
    noise.write('\0\0\0\r\n\r\n');
    expect(await readAll(noise)).toContain('400');
    const long = connect(port, '127.0.0.1');
    long.write(`GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(await readAll(long)).toContain('431');
    expect((await call('status')).status).toBe(200);
    half.destroy();
  });
});

describe('the page is told', () => {
  test('the card of an answer, its article with the facts, and how it came about', async () => {
    const { found } = await opened();
    const answer = await found('ask', { question: WHEN });
    expect(answer).toMatchObject({ outcome: 'answered', isPrivate: false, missing: [], limits: [] });
    const limited = await found('ask', { question: 'Who sells zirconium?' });
    expect(limited).toMatchObject({ outcome: 'answered', limits: ['only in #help'] });
    expect(JSON.stringify(answer.message)).toContain('The tower was built in ');
    const [best] = answer.candidates;
    expect(answer.quotedIds).toContain(best.factId);
    const article = await found('article', { path: best.path, aroundFactId: best.factId, from: 0 });
    expect(article).toMatchObject({ title: 'The tower', earlierFrom: null, laterFrom: null });
    expect(article.blocks[0].runs[0]).toMatchObject({
      text: 'The tower was built in 1900.',
      factId: best.factId,
    });
    const { levels, words } = await found('explain', { question: WHEN });
    expect(levels.map(({ name }: { name: string }) => name)).toEqual(['Strict', 'Balanced', 'Lenient']);
    expect(words.join()).toContain('tower');
  });

  test('the words that no article holds, with advice; and what a greeting gets', async () => {
    const { found } = await opened();
    const unknown = await found('ask', { question: 'Who is the flibbertigibbet?' });
    expect(unknown).toMatchObject({ outcome: 'unknown', isPrivate: true, missing: ['flibbertigibbet'] });
    expect(unknown.advice).toContain('aliases');
    const greeting = await found('ask', { question: 'Hello!' });
    expect(JSON.stringify(greeting.message)).toContain('Hello');
    const { questions } = await found('questions');
    expect(JSON.stringify(questions)).not.toContain('Hello');
  });

  test('the articles with the problems of the folder', async () => {
    const { found } = await opened();
    const { articles, problems } = await found('articles');
    expect(articles).toMatchObject([
      { path: 'desk.md', labels: ['only in #help'] },
      { path: 'tower.md', problemCount: 0, labels: [] },
    ]);
    expect(problems).toMatchObject([{ location: expect.stringContaining('broken.md'), kind: 'skipped' }]);
  });

  test('nothing of the database, unless it is wanted', async () => {
    const url = join(await temporaryFolder(), 'footnote.db');
    const store = await openStore({ url, ...counting() });
    await store.asked.record(asking(WHEN));
    await store.asked.record(asking('Private?', { isAskedPrivately: true }));
    await store.close();
    const without = await openPage(await started([], { DATABASE_URL: url }));
    expect((await without.found('questions')).questions).toEqual([]);
    const wanted = await openPage(await started(['--with-asked-questions'], { DATABASE_URL: url }));
    expect((await wanted.found('questions')).questions).toMatchObject([{ question: WHEN }]);
  });

  test('the questions of a file; and a file or a database that is not there is refused', async () => {
    const file = join(await temporaryFolder(), 'questions.txt');
    await writeFile(file, `${WHEN}\n\nIs it white?\n`);
    const { found } = await openPage(await started(['--questions', file]));
    expect((await found('questions')).questions).toHaveLength(2);
    for (const [args, why] of [
      [['--questions', `${file}.none`], 'ENOENT'],
      [['--with-asked-questions'], 'There is no database'],
    ] as const)
      await expect(started(args, { DATABASE_URL: `${file}.db` })).rejects.toThrow(why);
  });
});
