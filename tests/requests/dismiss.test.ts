import { expect, test } from 'vitest';
import { dismiss } from '../../src/requests/dismiss.ts';
import { member, moderator } from './requesters.ts';

/** Somebody dismisses what Mia has asked; gives how often it was taken away. */
function dismissing(requester: typeof member) {
  let times = 0;
  const done = dismiss({
    requester,
    ownerId: 'mia',
    nameOf: (id) => `member ${id}`,
    takeAway: async () => {
      times += 1;
    },
  });
  return { done, times: () => times };
}

test.each([
  ['who asked', member],
  ['a moderator', moderator],
])('%s takes an answer away', async (_, requester) => {
  const { done, times } = dismissing(requester);
  await done;
  expect(times()).toBe(1);
});

test.each([
  ['anyone else', { ...member, memberId: 'max' }],
  ['who manages the server, but no messages', { ...member, memberId: 'max', managesServer: true }],
])('%s is told whose it is, and it stays', async (_, requester) => {
  const { done, times } = dismissing(requester);
  await expect(done).rejects.toMatchObject({ code: 'not-yours', refusal: { owner: 'member mia' } });
  expect(times()).toBe(0);
});
