import { expect, test } from 'vitest';
import { vote } from '../../../src/requests/asking/vote.ts';
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

test('a vote that cannot be written is refused', async () => {
  const cast = vote(outOfOrder, { ...here, askedId: 'id0', voterId: 'mia', isHelpful: true });
  await expect(cast).rejects.toMatchObject({ code: 'not-kept' });
});
