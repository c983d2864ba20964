import { expect, test } from 'vitest';
import { listChanges, undoChanges } from '../../../src/requests/articles/changes.ts';
import { addSynonym, listSynonyms, removeSynonym } from '../../../src/requests/articles/synonyms.ts';
import { asManager, here, moderatingScene } from '../moderating-scene.ts';
import { member } from '../requesters.ts';

const STEPS = { short: 'Stairs', long: 'tower steps' };
const QUESTION = 'how many stairs';

async function scene() {
  const moderating = await moderatingScene();
  const answerIn = async (guildId: string) => {
    const { outcome, matches } = await moderating.knowledge.run(guildId, 'ask', { question: QUESTION });
    return [outcome, matches[0]?.fact.text];
  };
  return { ...moderating, answerIn };
}

test('a synonym is understood in its server alone, until it is removed or undone', async () => {
  const moderating = await scene();
  expect(await moderating.answerIn('guild')).toEqual(['unknown', undefined]);
  const added = await addSynonym(moderating, { ...here, ...STEPS });
  expect(added).toEqual({ ...STEPS, short: 'stairs', changeNumber: 1 });
  expect(await moderating.answerIn('guild')).toEqual(['answered', 'The tower has 300 steps.']);
  expect(await moderating.answerIn('other')).toEqual(['unknown', undefined]);
  expect(await listSynonyms(moderating, here)).toEqual([{ short: 'stairs', long: STEPS.long }]);
  const removal = await removeSynonym(moderating, { ...here, short: 'stairs' });
  expect(await moderating.answerIn('guild')).toEqual(['unknown', undefined]);
  await undoChanges(moderating, { ...asManager, numbers: [removal ?? 0] });
  expect(await moderating.answerIn('guild')).toEqual(['answered', 'The tower has 300 steps.']);
  const [step] = await listChanges(moderating, here);
  expect(step?.changes[0]).toMatchObject({ kind: 'synonym', name: 'stairs', isSet: true });
});

test('the same synonym changes nothing, and another meaning of its word replaces it', async () => {
  const moderating = await scene();
  await addSynonym(moderating, { ...here, ...STEPS });
  expect((await addSynonym(moderating, { ...here, ...STEPS })).changeNumber).toBeNull();
  await addSynonym(moderating, { ...here, short: 'stairs', long: 'tower' });
  expect(await listSynonyms(moderating, here)).toEqual([{ short: 'stairs', long: 'tower' }]);
  expect(await removeSynonym(moderating, { ...here, short: 'nothing' })).toBeNull();
});

test.each([
  ['of several words', 'two words', 'tower', 'synonym-not-a-word'],
  ['of no word', '🙂', 'tower', 'synonym-not-a-word'],
  ['that is too long', 'a'.repeat(61), 'tower', 'synonym-not-a-word'],
  ['with a word that no article holds', 'ip', 'tower address', 'synonym-not-in-articles'],
  ['of small words alone', 'ip', 'the of and', 'synonym-not-a-word'],
])('a synonym %s is refused', async (_, short, long, code) => {
  const moderating = await scene();
  await expect(addSynonym(moderating, { ...here, short, long })).rejects.toMatchObject({ code });
  expect(await listSynonyms(moderating, here)).toEqual([]);
});

test('a server has at most 200 synonyms, and members have none to see or to change', async () => {
  const moderating = await scene();
  const many = Array.from({ length: 200 }, (_, number) => ({
    kind: 'synonym' as const,
    name: `word${number}`,
    value: 'tower',
  }));
  await moderating.store.serverValues.change('guild', 'theo', many);
  await expect(addSynonym(moderating, { ...here, ...STEPS })).rejects.toMatchObject({
    code: 'too-many-synonyms',
  });
  await addSynonym(moderating, { ...here, short: 'word0', long: 'steps' });
  const asMember = { ...here, requester: member };
  const code = { code: 'not-a-moderator' };
  await expect(addSynonym(moderating, { ...asMember, ...STEPS })).rejects.toMatchObject(code);
  await expect(listSynonyms(moderating, asMember)).rejects.toMatchObject(code);
  await expect(removeSynonym(moderating, { ...asMember, short: 'word0' })).rejects.toMatchObject(code);
});
