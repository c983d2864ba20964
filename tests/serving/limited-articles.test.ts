import { describe, expect, test } from 'vitest';
import { NO_ACCESS, type ReaderAccess, type Readers } from '../../src/knowledge/article/limits.ts';
import { readFiles } from '../../src/knowledge/folder/read-knowledge.ts';
import { ReadableBases } from '../../src/serving/base/readable-bases.ts';
import { Phrasings } from '../../src/serving/phrasings.ts';
import { askedThere } from '../requests/kept-answers.ts';
import { factIdIn, serviceOver, servingScene } from './serving-scene.ts';

const limited = (title: string, limits: string, text: string): string =>
  `---\ntitle: ${title}\n${limits}\n---\n\n${text}\n`;

const FILES = {
  'library.md': limited('The library', 'publisher: City', 'The library opens at nine in the morning.'),
  'help.md': limited('The desk', 'channels: [help]', 'The helpdesk uses the extension 4711.'),
  'staff.md': limited(
    'Project Falconry',
    'roles: [Moderator]\npinned: [When does Project Falconry launch?]',
    'Project Falconry launches in the spring of 2031.',
  ),
  'both.md': limited('The vault', 'channels: [help]\nroles: [Moderator]', 'The vault holds the zirconium.'),
  'nobody.md': limited('The secret', 'roles: []', 'The quixotic secret is hidden.'),
};

const IN_HELP: ReaderAccess = { channels: ['help'], roles: [] };
const AS_MODERATOR: ReaderAccess = { channels: ['general'], roles: ['moderator'] };
const BOTH: ReaderAccess = { channels: ['help'], roles: ['moderator'] };

const LAUNCH = 'When does Project Falconry launch?';
const DESK = 'Which extension does the helpdesk use?';
const VAULT = 'What does the vault hold?';
const SECRET = 'What is the quixotic secret?';

/** What these readers are answered. */
async function answersTo(
  readers: Readers,
  { own = {} }: { readonly own?: Readonly<Record<string, string>> } = {},
) {
  const { service, keep } = await servingScene(
    Object.keys(own).length > 0 ? { 'library.md': FILES['library.md'] } : FILES,
  );
  for (const [name, value] of Object.entries(own))
    if (name !== 'library.md') await keep('guild', ['article', `server/${name}`, value]);
  const ask = (question: string) => service.run('guild', 'ask', { question }, readers);
  return {
    service,
    ask,
    answered: async (question: string) => (await ask(question)).matches[0]?.fact.path ?? null,
  };
}

const EXPECTED = [
  ['anybody', NO_ACCESS, []],
  ['who reads #help', IN_HELP, [DESK]],
  ['a moderator elsewhere', AS_MODERATOR, [LAUNCH]],
  ['a moderator in #help', BOTH, [DESK, LAUNCH, VAULT]],
  ['who looks after the articles', 'everything', [DESK, LAUNCH, VAULT, SECRET]],
] as const;

describe.each([
  ['the shared folder', {}],
  ['a server of its own', FILES],
])('limited articles of %s', (_, own) => {
  test.each(EXPECTED)('answer for %s what they may read', async (_who, readers, answerable) => {
    const { ask, service } = await answersTo(readers, { own });
    const list = await service.run('guild', 'listSources', { from: 0, count: 10 }, readers);
    expect(list.articleCount).toBe(1 + answerable.length);
    for (const question of [DESK, LAUNCH, VAULT, SECRET]) {
      const { outcome } = await ask(question);
      expect([question, outcome === 'answered']).toEqual([
        question,
        answerable.some((each) => each === question),
      ]);
    }
  });

  test('leave no word to whoever may not read them', async () => {
    const { ask, service } = await answersTo(NO_ACCESS, { own });
    const reply = await ask('When does projct falconri launch?');
    expect(reply).toMatchObject({ outcome: 'unknown', readAs: null, nearest: [], found: [], matches: [] });
    expect(JSON.stringify(reply)).not.toMatch(/falconry|2031|4711|zirconium|quixotic/i);
    expect((await ask('Who wrote about zirconium?')).reason).toMatchObject({ kind: 'not-mentioned' });
    const offer = { typed: 'When does Project', limit: 25, askedIn: 'guild' };
    expect(await service.run('guild', 'suggest', offer)).toEqual([]);
    expect(await service.run('guild', 'suggest', offer, AS_MODERATOR)).toEqual([LAUNCH]);
    const hidden = factIdIn(own === FILES ? {} : FILES, 'Project Falconry launches in the spring of 2031.');
    for (const factId of [hidden]) {
      expect(await service.run('guild', 'findSurroundings', { factId })).toBeNull();
      expect(await service.run('guild', 'showFact', { factId, question: LAUNCH })).toBeNull();
    }
  });
});

test('outside servers, limited articles answer nobody', async () => {
  const service = await serviceOver(FILES);
  for (const question of [DESK, LAUNCH, VAULT])
    expect(await service.run(null, 'ask', { question }, BOTH)).toMatchObject({
      outcome: 'unknown',
      matches: [],
    });
});

test('a taught answer is not given to whoever may not read its article, nor is its question known to them', async () => {
  const { service, keep } = await servingScene(FILES);
  const factId = factIdIn(FILES, 'Project Falconry launches in the spring of 2031.');
  const question = 'Is there any news about birds?';
  const value = JSON.stringify({ phrasing: question, factId });
  await keep('guild', ['taught', 'is there any news about birds', value]);
  expect(await service.run('guild', 'ask', { question })).toMatchObject({ outcome: 'unknown', readAs: null });
  const told = await service.run('guild', 'ask', { question }, AS_MODERATOR);
  expect(told).toMatchObject({ outcome: 'answered', reason: { kind: 'taught' } });
  const anew = await service.run('guild', 'ask', { question });
  expect(anew).toMatchObject({ outcome: 'unknown', matches: [] });
});

test('a question that a limited article answered is suggested only to those who may read it', async () => {
  const { store, folder } = await servingScene(FILES);
  const factId = factIdIn(FILES, 'Project Falconry launches in the spring of 2031.');
  await store.asked.record(askedThere({ question: 'Who keeps the falcons?', factId }));
  await store.asked.record(askedThere({ question: 'Who keeps the library?', factId: 'other' }));
  const { service } = await servingScene(FILES, {
    folder,
    phrasings: new Phrasings({ store, nowMs: () => 0 }),
  });
  const offer = { typed: 'Who keeps the', limit: 25, askedIn: 'guild' };
  expect(await service.run('guild', 'suggest', offer)).toEqual(['Who keeps the library?']);
  expect(await service.run('guild', 'suggest', offer, AS_MODERATOR)).toContain('Who keeps the falcons?');
});

test('an exchange about an article that has become limited is forgotten', async () => {
  const { ask } = await answersTo(AS_MODERATOR);
  const { conversation } = await ask(LAUNCH);
  expect(conversation?.fact.path).toBe('staff.md');
  const { service } = await answersTo(NO_ACCESS);
  const reply = await service.run('guild', 'ask', { question: 'and why?', conversation });
  expect(reply).toMatchObject({ understoodAs: null, conversation: null });
});

const as = (...roles: readonly string[]): ReaderAccess => ({ channels: [], roles });

describe('the bases of limited articles', () => {
  const files = Object.entries({
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [
        `r${n}.md`,
        limited(`R${n}`, `roles: [r${n}]`, `It is number ${n}.`),
      ]),
    ),
    'all.md': limited('All', 'publisher: City', 'It is for all.'),
  }).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const { articles } = readFiles(files);

  test('are one for the same articles, whoever reads them', () => {
    const bases = ReadableBases.build(articles);
    expect(bases.find(as('r1', 'other'))).toBe(bases.find(as('r1')));
    expect(bases.find(NO_ACCESS)).toBe(bases.find(as('other')));
    expect(bases.find(as('r1')).base.articles.map(({ title }) => title)).toEqual(['All', 'R1']);
    expect(bases.find(as('r1')).base.segments[0]).toBe(bases.find(NO_ACCESS).base.segments[0]);
    expect(bases.find('everything').hidden).toBeNull();
  });

  test('are held for few readers at once', () => {
    const bases = ReadableBases.build(articles);
    const first = bases.find(as('r0'));
    for (let n = 1; n < 8; n++) for (let m = 1; m < n; m++) bases.find(as(`r${n}`, `r${m}`));
    expect(bases.find(as('r0'))).not.toBe(first);
  });

  test('are a single one where nothing is limited', () => {
    const bases = ReadableBases.build(articles.filter(({ title }) => title === 'All'));
    expect(bases.find(NO_ACCESS)).toBe(bases.find('everything'));
  });
});

test('a folder with more than fifty different limits closes the articles beyond, and says so', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 52 }, (_, n) => [
      `${100 + n}.md`,
      limited(`A${n}`, `roles: [r${n}]`, `Tea ${n} is hot.`),
    ]),
  );
  const service = await serviceOver({ ...files, 'a.md': limited('All', 'publisher: City', 'It is cold.') });
  const { problems, limits } = service.current;
  expect(problems.map(({ path, cause }) => [path, cause.code])).toEqual([
    ['150.md', 'too-many-limits'],
    ['151.md', 'too-many-limits'],
  ]);
  expect(limits).toHaveLength(51);
});
