import { expect, onTestFinished, test } from 'vitest';
import { type OpenKnowledgeOptions, openKnowledge } from '../../src/requests/starting/open-knowledge.ts';
import type { KnowledgeService } from '../../src/serving/knowledge-service.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';

const LIBRARY = `# Using the library

The reading room opens at nine in the morning and closes at five.

Dogs must be kept on a lead in the garden.

Books may be borrowed for three weeks.
`;

async function open(differing: Partial<OpenKnowledgeOptions> = {}) {
  let ids = 0;
  const { knowledge } = await openKnowledge({
    folder: await temporaryFolder({ 'library.md': LIBRARY }),
    models: 'models',
    encoders: { isOn: true, vectors: null },
    overlays: null,
    phrasings: null,
    now: () => new Date(5),
    newId: () => `id${ids++}`,
    onWordsAlone(cause) {
      throw new Error(cause);
    },
    onStoreError(error) {
      throw error;
    },
    onOverrun: () => {},
    onSetAside: () => {},
    ...differing,
  });
  onTestFinished(() => knowledge.end());
  return knowledge;
}

/** Resolves once the articles have vectors, or cannot have any. */
async function understand(knowledge: KnowledgeService): Promise<void> {
  for await (const { doneCount, factCount } of knowledge.followVectors())
    expect(doneCount).toBeLessThanOrEqual(factCount);
}

test('questions in other words, and in another language, find what answers once the articles are understood', async () => {
  const knowledge = await open();
  await understand(knowledge);
  const firstFor = async (question: string) =>
    (await knowledge.run(null, 'ask', { question })).matches[0]?.fact.text;
  expect(await firstFor('can i bring my puppy')).toMatch(/^Dogs/);
  expect(await firstFor('Как долго можно держать книги?')).toMatch(/^Books/);
  expect(await knowledge.run(null, 'listSources', { from: 0, count: 1 })).toMatchObject({
    isLearning: false,
  });
});

test('the same question is answered alike however it is typed', async () => {
  const knowledge = await open();
  await understand(knowledge);
  const plain = await knowledge.run(null, 'ask', { question: 'when does the reading room open' });
  for (const question of ['When does the reading room open?', 'hi, when does the reading room open??']) {
    const reply = await knowledge.run(null, 'ask', { question });
    expect(reply.confidence).toBe(plain.confidence);
    expect(reply.passage).toEqual(plain.passage);
  }
});

test('where the encoders cannot run, words alone answer, and the operator learns why', async () => {
  const models = await temporaryFolder({});
  const told: string[] = [];
  const knowledge = await open({ models, onWordsAlone: (cause) => told.push(cause) });
  await understand(knowledge);
  const { outcome, matches } = await knowledge.run(null, 'ask', {
    question: 'How long may books be borrowed?',
  });
  expect([outcome, matches[0]?.fact.text]).toEqual(['answered', 'Books may be borrowed for three weeks.']);
  expect(told).toEqual([expect.stringContaining('pieces.json')]);
});
