import { expect, test } from 'vitest';
import { explainVote } from '../../../src/requests/asking/vote.ts';
import { listOpenEntries } from '../../../src/requests/unanswered/open-entries.ts';
import { type QueuePosition, showEntry } from '../../../src/requests/unanswered/show-entry.ts';
import { dismissUnanswered } from '../../../src/requests/unanswered/teach.ts';
import { GUILD, queueScene } from '../queue.ts';
import { member, moderator } from '../requesters.ts';

const BUILT = 'When was the tower built?';
const DOGS = 'Dogs wait outside with the guard.';
const OTHERS = ['Is there a lift?', 'Are there lockers?', 'May I bring my poodle along to the top?'] as const;
const here = { requester: moderator, guildId: GUILD };

async function scene() {
  const queue = await queueScene();
  const deps = { ...queue, nowMs: () => 0 };
  const show = (position: QueuePosition) => showEntry(deps, { ...here, position });
  return { ...deps, show, deps };
}

test('each position leads to an entry, and behind the last one comes the first', async () => {
  const { show, unknown, deps } = await scene();
  for (const question of OTHERS.toReversed()) await unknown(question);
  const at = async (position: QueuePosition) => (await show(position))?.entry.phrasing;
  const [first, second, third] = OTHERS;
  const ids = await Promise.all(
    [0, 1, 2].map(async (index) => (await show({ kind: 'at', index }))?.entry.id),
  );
  const [firstId = '', secondId = '', thirdId = ''] = ids;
  expect([await at({ kind: 'at', index: 1 }), await at({ kind: 'at', index: 3 })]).toEqual([second, first]);
  expect(await at({ kind: 'after', askedId: firstId, index: 0 })).toBe(second);
  expect(await at({ kind: 'after', askedId: thirdId, index: 2 })).toBe(first);
  expect(await show({ kind: 'with', askedId: secondId, orIndex: null })).toMatchObject({
    index: 1,
    count: 3,
  });
  await dismissUnanswered(deps, { ...here, askedId: secondId });
  expect(await at({ kind: 'after', askedId: secondId, index: 1 })).toBe(third);
  expect(await at({ kind: 'with', askedId: secondId, orIndex: 0 })).toBe(first);
  await expect(show({ kind: 'with', askedId: secondId, orIndex: null })).rejects.toMatchObject({
    code: 'settled',
  });
});

test('what the articles answer by now is neither listed nor shown', async () => {
  const { show, unknown, deps } = await scene();
  await unknown(OTHERS[0]);
  await unknown(BUILT);
  expect((await listOpenEntries(deps, here)).map(({ phrasing }) => phrasing)).toEqual([OTHERS[0]]);
  expect(await show({ kind: 'at', index: 0 })).toMatchObject({ count: 1, entry: { phrasing: OTHERS[0] } });
});

test('what there was no time to ask again is asked when it comes up', async () => {
  const { unknown, deps } = await scene();
  await unknown(BUILT);
  let nowMs = 0;
  const late = { ...deps, nowMs: () => (nowMs += 10_000) };
  expect(await listOpenEntries(late, here)).toHaveLength(1);
  expect(await showEntry(late, { ...here, position: { kind: 'at', index: 0 } })).toBeNull();
});

test('an answer that members found unhelpful is shown with its votes and their words, and offered last', async () => {
  const { show, unknown, store, factId } = await scene();
  const wrong = factId(DOGS);
  const asked = await unknown('Where do dogs wait?', { outcome: 'answered', factId: wrong });
  const ref = { askedId: asked.id, guildId: GUILD, channelId: asked.channelId };
  const remark = { ...ref, voterId: 'mia', missing: ` ${'x'.repeat(400)}` };
  await expect(explainVote(store, remark)).rejects.toMatchObject({ code: 'vote-changed' });
  await store.votes.cast({ askedId: asked.id, voterId: 'mia', isHelpful: false });
  await explainVote(store, remark);
  const shown = await show({ kind: 'at', index: 0 });
  expect(shown?.said).toMatchObject({
    kind: 'answered',
    shown: { fact: { id: wrong } },
    votes: { helpful: 0, notHelpful: 1 },
  });
  expect(shown?.missing).toEqual([expect.stringMatching(/^x{200,299}…$/)]);
  expect(shown?.found.at(-1)?.fact.id).toBe(wrong);
});

test('a passage that was shown as the closest is offered first, unless members found it unhelpful', async () => {
  const { show, unknown, store, factId } = await scene();
  const close = factId(DOGS);
  const asked = await unknown('Do dogs sleep up there?', { outcome: 'unsure', factId: close });
  const before = await show({ kind: 'at', index: 0 });
  const first = before?.found[0]?.fact.id;
  await store.votes.cast({ askedId: asked.id, voterId: 'mia', isHelpful: false });
  const after = await show({ kind: 'at', index: 0 });
  expect(before?.said).toMatchObject({ kind: 'unsure', shown: { fact: { id: close } } });
  expect([first, after?.found.at(-1)?.fact.id]).toEqual([close, close]);
});

test('nobody but a moderator sees it, and an empty queue shows nothing', async () => {
  const { show, deps } = await scene();
  expect(await show({ kind: 'at', index: 0 })).toBeNull();
  const byMember = showEntry(deps, { guildId: GUILD, requester: member, position: { kind: 'at', index: 0 } });
  await expect(byMember).rejects.toMatchObject({ code: 'not-a-moderator' });
});
