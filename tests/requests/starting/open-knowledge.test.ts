import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type OpenKnowledgeOptions, openKnowledge } from '../../../src/requests/starting/open-knowledge.ts';
import { OverlayContents } from '../../../src/serving/overlay-contents.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { emptyStore } from '../kept-answers.ts';

const WHEN = 'When was the tower built?';

/** Opens a folder as the program does it, in real worker threads. */
async function open(folder: string, differing: Partial<OpenKnowledgeOptions> = {}) {
  let ids = 0;
  const opened = await openKnowledge({
    folder,
    models: 'models',
    encoders: { isOn: false, vectors: null },
    onWordsAlone: () => {},
    overlays: null,
    phrasings: null,
    now: () => new Date(5),
    newId: () => `id${ids++}`,
    onStoreError(error) {
      throw error;
    },
    onOverrun: () => {},
    onSetAside: () => {},
    ...differing,
  });
  onTestFinished(() => opened.knowledge.end());
  return opened;
}

describe('worker threads', () => {
  test('answer, refresh, and read what is uploaded', async () => {
    const folder = await temporaryFolder({ 'tower.txt': 'The tower\n\nThe tower was built in 1900.\n' });
    const { knowledge, uploads } = await open(folder);
    const ask = () => knowledge.run(null, 'ask', { question: WHEN });
    expect(await ask()).toMatchObject({ outcome: 'answered', refreshedAt: new Date(5) });
    await writeFile(join(folder, 'tower.txt'), 'The tower\n\nThe tower was built in 2000.\n');
    const prepared = await knowledge.prepare();
    if (prepared.kind !== 'prepared') throw new Error('nothing is readable');
    expect(prepared.report.changes.facts).toEqual({ added: 0, removed: 0, changed: 1 });
    knowledge.swapIn(prepared);
    expect((await ask()).matches[0]?.fact.text).toBe('The tower was built in 2000.');
    const upload = { path: 'a.txt', bytes: Buffer.from('A\n\nThe bridge is old.\n') };
    expect(await uploads.read('server', upload)).toMatchObject({ article: { title: 'A', factCount: 1 } });
  });

  test('answer in a server from its own articles and the shared ones', async () => {
    const folder = await temporaryFolder({ 'tower.txt': 'The tower\n\nThe tower was built in 1900.\n' });
    const store = await emptyStore();
    const value = 'The bridge\n\nThe bridge was built in 1850.\n';
    const own = { kind: 'article', name: 'server/bridge.txt', value } as const;
    await store.serverValues.change('here', 'mod', [own]);
    const { knowledge } = await open(folder, { overlays: new OverlayContents(store) });
    const answerIn = async (guildId: string, question: string) =>
      (await knowledge.run(guildId, 'ask', { question })).matches[0]?.fact.text;
    expect(await answerIn('here', 'When was the bridge built?')).toBe('The bridge was built in 1850.');
    expect(await answerIn('here', WHEN)).toBe('The tower was built in 1900.');
    expect(await answerIn('there', 'When was the bridge built?')).not.toBe('The bridge was built in 1850.');
  });
});

test('without one readable article it is refused, with every problem and what to do', async () => {
  const folder = await temporaryFolder({ 'a.md': '---\ntitle: A', 'b\u001b[31m.txt': '' });
  const opening = open(folder);
  await expect(opening).rejects.toMatchObject({ name: 'UserFacingError', code: 'no-readable-article' });
  const message = await opening.catch(String);
  expect(message).toContain(folder);
  expect(message).toMatch(/\na\.md.*\nb\[31m\.txt/);
  expect(message).not.toContain('\u001b');
});

test.each([
  ['', /^There is no readable article in “.+”\. Put an article there/],
  [
    'missing',
    /^The folder “.+missing” does not exist\. Give the path of an existing folder with article files\.$/,
  ],
  ['logo.png', /^“.+logo\.png” is a file, not a folder\. Give the path of an existing folder/],
])('an empty folder and one that is not there are refused: “%s”', async (name, words) => {
  const opening = open(join(await temporaryFolder({ 'logo.png': '' }), name));
  await expect(opening).rejects.toMatchObject({ code: 'no-readable-article' });
  await expect(opening).rejects.toThrow(words);
});

test('a folder of documents that cannot be read is refused with their names', async () => {
  const opening = open(await temporaryFolder({ 'rules.PDF': '', 'a/faq.docx': '', 'logo.png': '' }));
  await expect(opening).rejects.toThrow(
    /”\. 2 files were passed over, because I can’t read their kind: a\/faq\.docx, rules\.PDF\. .+ Or put an article/,
  );
});
