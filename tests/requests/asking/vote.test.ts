import { expect, test } from 'vitest';
import { explainVote, vote } from '../../../src/requests/asking/vote.ts';
import { askedThere, emptyStore, outOfOrder } from '../kept-answers.ts';

const here = { guildId: 'guild', channelId: 'general' };

test('each voter has one vote, which can be changed', async () => {
  const store = await emptyStore();
  const { id: askedId } = await store.asked.record(askedThere());
  const by = (voterId: string, isHelpful: boolean) => vote(store, { ...here, askedId, voterId, isHelpful });
  expect(await by('mia', true)).toEqual({ helpful: 1, notHelpful: 0 });
  expect(await by('mia', true)).toEqual({ helpful: 1, notHelpful: 0 });
  expect(await by('theo', false)).toEqual({ helpful: 1, notHelpful: 1 });
  expect(await by('mia', false)).toEqual({ helpful: 0, notHelpful: 2 });
});

test('a vote from another server is refused and not counted', async () => {
  const store = await emptyStore();
  const { id: askedId } = await store.asked.record(askedThere());
  const cast = vote(store, { ...here, guildId: 'other', askedId, voterId: 'mia', isHelpful: true });
  await expect(cast).rejects.toMatchObject({ code: 'answer-forgotten' });
  expect(await store.votes.count(askedId)).toEqual({ helpful: 0, notHelpful: 0 });
});

test('what an answer lacked is refused with the reason from who has found it helpful since, or has not voted', async () => {
  const store = await emptyStore();
  const { id: askedId } = await store.asked.record(askedThere());
  const explain = (voterId: string, differing = {}) =>
    explainVote(store, { ...here, askedId, voterId, missing: 'The hour', ...differing });
  await vote(store, { ...here, askedId, voterId: 'mia', isHelpful: false });
  await explain('mia');
  expect(await store.votes.listMissing([askedId], 9)).toEqual(['The hour']);
  await vote(store, { ...here, askedId, voterId: 'mia', isHelpful: true });
  for (const voterId of ['mia', 'theo'])
    await expect(explain(voterId)).rejects.toMatchObject({ code: 'vote-changed' });
  await expect(explain('mia', { askedId: 'none' })).rejects.toMatchObject({ code: 'answer-forgotten' });
  expect(await store.votes.listMissing([askedId], 9)).toEqual([]);
});

test('a vote that cannot be written is refused', async () => {
  const cast = vote(outOfOrder, { ...here, askedId: 'id0', voterId: 'mia', isHelpful: true });
  await expect(cast).rejects.toMatchObject({ code: 'not-kept' });
});
