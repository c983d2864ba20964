import { expect, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { dismissUnanswered, teachAnswer } from '../../../src/requests/unanswered/teach.ts';
import { listUnanswered } from '../../../src/requests/unanswered/unanswered.ts';
import { endWaiting, waitForAnswer } from '../../../src/requests/unanswered/wait.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { GUILD, queueScene } from '../queue.ts';
import { moderator } from '../requesters.ts';

const PETS = 'May I bring my poodle along to the top?';
const DOGS = 'Dogs wait outside with the guard.';
const here = { requester: moderator, guildId: GUILD };
const MIA = { memberId: 'mia', access: NO_ACCESS };
const ref = { guildId: GUILD, channelId: 'general' };

test('only who asked can want to be told, where it was asked', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  const asOther = waitForAnswer(
    scene,
    { ...ref, askedId },
    { memberId: moderator.memberId, access: NO_ACCESS },
  );
  await expect(asOther).rejects.toMatchObject({ code: 'not-the-asker' });
  const elsewhere = waitForAnswer(scene, { ...ref, guildId: 'other', askedId }, MIA);
  await expect(elsewhere).rejects.toMatchObject({ code: 'answer-forgotten' });
  expect(await scene.store.asked.takeWaiting([askedId])).toEqual([]);
});

test('who wants to be told of what was taught meanwhile has the answer at once, and is not told again', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  await teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) });
  const known = await waitForAnswer(scene, { ...ref, askedId }, MIA);
  expect(known).toMatchObject({ outcome: 'answered', reason: { kind: 'taught' } });
  expect(known?.matches[0]?.fact.text).toBe(DOGS);
  expect(await listUnanswered(scene, here)).toEqual([]);
  expect(await scene.store.asked.takeWaiting([askedId])).toEqual([]);
});

test('an asker whose question the articles answer now is shown the answer, for a follow-up too', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown('and when?', { understoodAs: 'When was the tower built?' });
  const known = await waitForAnswer(scene, { ...ref, askedId }, MIA);
  expect(known?.matches[0]?.fact.text).toBe('The tower was built in 1900.');
  expect(await listUnanswered(scene, here)).toEqual([]);
});

test('a waiting asker who asks again is shown the answer, and not notified too', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown('When was the tower built?');
  await scene.store.asked.markWaiting(askedId);
  expect(await waitForAnswer(scene, { ...ref, askedId }, MIA)).not.toBeNull();
  expect(await scene.store.asked.takeWaiting([askedId])).toEqual([]);
});

test('what another server was taught is no answer here', async () => {
  const scene = await queueScene();
  const there = { ...here, guildId: 'other' };
  const { id } = await scene.unknown(PETS, { guildId: 'other' });
  await teachAnswer(scene, { ...there, askedId: id, factId: scene.factId(DOGS) });
  const { id: askedId } = await scene.unknown(PETS);
  expect(await waitForAnswer(scene, { ...ref, askedId }, MIA)).toBeNull();
});

test('waiting reopens a dismissed question, and its asker is notified once it is taught', async () => {
  const scene = await queueScene();
  const asked = await scene.unknown(PETS);
  const other = await scene.unknown('Is there a lift?');
  for (const { id } of [asked, other]) await dismissUnanswered(scene, { ...here, askedId: id });
  expect(await waitForAnswer(scene, { ...ref, askedId: asked.id }, MIA)).toBeNull();
  const entries = await listUnanswered(scene, here);
  expect(entries.map(({ phrasing }) => phrasing)).toEqual([PETS]);
  const request = { ...here, askedId: asked.id, factId: scene.factId(DOGS) };
  expect((await teachAnswer(scene, request)).waiting).toEqual([asked]);
});

/** A moderator teaches the answer at the moment at which it is kept that somebody waits: before, or after. */
async function taughtAround(when: 'before' | 'after') {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  const teaching = () => teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) });
  const told: unknown[] = [];
  const teachAndTell = async (): Promise<void> => {
    for (const asked of (await teaching()).waiting)
      if (await endWaiting({ ...scene, onStoreError: () => {} }, asked)) told.push(asked);
  };
  const markWaiting: Store['asked']['markWaiting'] = async (id) => {
    if (when === 'before') await teachAndTell();
    await scene.store.asked.markWaiting(id);
    if (when === 'after') await teachAndTell();
  };
  const store = { ...scene.store, asked: { ...scene.store.asked, markWaiting } };
  const known = await waitForAnswer({ ...scene, store }, { ...ref, askedId }, MIA);
  expect(await listUnanswered(scene, here)).toEqual([]);
  expect(await scene.store.asked.takeWaiting([askedId])).toEqual([]);
  return { shown: known?.matches[0]?.fact.text ?? null, told: told.length };
}

test('a moderator who teaches at the same moment makes the answer shown or sent, once', async () => {
  expect(await taughtAround('before')).toEqual({ shown: DOGS, told: 0 });
  expect(await taughtAround('after')).toEqual({ shown: null, told: 1 });
});

test('nobody waits for a question whose words are no longer kept', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  await dismissUnanswered(scene, { ...here, askedId });
  await scene.store.forgetting.forgetTexts(Number.MAX_SAFE_INTEGER);
  const waiting = waitForAnswer(scene, { ...ref, askedId }, MIA);
  await expect(waiting).rejects.toMatchObject({ code: 'answer-forgotten' });
  expect(await listUnanswered(scene, here)).toEqual([]);
});
