import { expect, test } from 'vitest';
import { deleteAnswer } from '../../../src/requests/asking/delete-answer.ts';
import { Phrasings } from '../../../src/serving/phrasings.ts';
import { serviceOver } from '../../serving/serving-scene.ts';
import { askedThere, emptyStore, FULL, outOfOrder } from '../kept-answers.ts';
import { member, moderator } from '../requesters.ts';

/** Somebody deletes the answer to Mia’s question. Returns how often it was removed, and the suggestions for others after that. */
async function deleting(requester: typeof member, works: 'works' | 'is full' = 'works') {
  let times = 0;
  const store = await emptyStore();
  const asked = await store.asked.record(askedThere({ question: 'rude?' }));
  await store.asked.recordMessage(asked.id, 'message');
  const phrasings = new Phrasings({ store, nowMs: () => 0 });
  const service = await serviceOver({ 'a.txt': 'A\n\nThe tower is old.\n' }, { phrasings });
  const offered = () => service.run('guild', 'suggest', { typed: '', askedIn: 'guild', limit: 25 });
  expect(await offered()).toEqual(['rude?']);
  const problems: unknown[] = [];
  const offering = {
    store: works === 'works' ? store : outOfOrder,
    phrasings,
    onStoreError: (error: unknown) => problems.push(error),
  };
  const done = deleteAnswer(offering, {
    requester,
    messageId: 'message',
    guildId: 'guild',
    ownerId: 'mia',
    formatName: (id) => `member ${id}`,
    removeAnswer: async () => {
      times += 1;
    },
  });
  return { done, times: () => times, offered, problems };
}

test.each([
  ['who asked', member],
  ['a moderator', moderator],
])('%s takes an answer away', async (_, requester) => {
  const { done, times, offered } = await deleting(requester);
  await done;
  expect(times()).toBe(1);
  expect(await offered()).toEqual([]);
});

test.each([
  ['anyone else', { ...member, memberId: 'max' }],
  ['who manages the server, but no messages', { ...member, memberId: 'max', managesServer: true }],
])('%s learns whose it is, and it stays', async (_, requester) => {
  const { done, times, offered } = await deleting(requester);
  await expect(done).rejects.toMatchObject({ code: 'not-yours', refusal: { owner: 'member mia' } });
  expect(times()).toBe(0);
  expect(await offered()).toEqual(['rude?']);
});

test('an answer is removed even where its question cannot be withdrawn, and the operator hears of it', async () => {
  const { done, times, problems } = await deleting(member, 'is full');
  await done;
  expect(times()).toBe(1);
  expect(problems).toEqual([FULL]);
});
