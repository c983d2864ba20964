import { expect, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { findMoreMatches } from '../../../src/requests/asking/more-matches.ts';
import type { KnowledgeService } from '../../../src/serving/knowledge-service.ts';
import { serviceOver } from '../../serving/serving-scene.ts';
import { askedThere, emptyStore } from '../kept-answers.ts';

const QUESTION = 'When was the tower number 7 built?';
const here = { askedId: 'id0', guildId: 'guild', channelId: 'general', limit: 25, readers: NO_ACCESS };

/** Each below a heading of its own, so that none is shown with another. */
async function towers(count: number): Promise<KnowledgeService> {
  const built = Array.from(
    { length: count },
    (_, i) => `## Tower ${i}\n\nThe tower number ${i} was built in ${1900 + i}.`,
  );
  const files = { 'towers.md': `# Towers\n\n${built.join('\n\n')}\n` };
  return serviceOver(files);
}

test('what else fits comes best first without what was shown, as many as one menu holds', async () => {
  const [knowledge, store] = [await towers(40), await emptyStore()];
  const [shown, second] = (await knowledge.run(null, 'ask', { question: QUESTION })).matches;
  await store.asked.record(askedThere({ question: QUESTION, factId: shown?.fact.id ?? null }));
  const { found } = await findMoreMatches(knowledge, store, here);
  expect(found).toHaveLength(25);
  expect(found[0]?.fact.id).toBe(second?.fact.id);
  expect(found.map(({ fact }) => fact.id)).not.toContain(shown?.fact.id);
});

test('a follow-up is looked up as it was understood', async () => {
  const [knowledge, store] = [await towers(3), await emptyStore()];
  await store.asked.record(
    askedThere({ question: 'when?', understoodAs: 'When was the tower number 2 built?' }),
  );
  const { found } = await findMoreMatches(knowledge, store, here);
  expect(found[0]?.fact.text).toBe('The tower number 2 was built in 1902.');
});

test('where the articles hold nothing else there is nothing', async () => {
  const [knowledge, store] = [await towers(1), await emptyStore()];
  const [shown] = (await knowledge.run(null, 'ask', { question: QUESTION })).matches;
  await store.asked.record(askedThere({ question: QUESTION, factId: shown?.fact.id ?? null }));
  expect((await findMoreMatches(knowledge, store, here)).found).toEqual([]);
});

test('what was asked elsewhere is not looked up', async () => {
  const [knowledge, store] = [await towers(3), await emptyStore()];
  await store.asked.record(askedThere());
  const looked = findMoreMatches(knowledge, store, { ...here, guildId: 'other' });
  await expect(looked).rejects.toMatchObject({ code: 'answer-forgotten' });
});
