import { expect, test } from 'vitest';
import { listChanges, undoChanges } from '../../../src/requests/articles/changes.ts';
import { removeTaughtAnswer } from '../../../src/requests/articles/remove-taught-answer.ts';
import { teachAnswer } from '../../../src/requests/unanswered/teach.ts';
import { serialiseTaughtAnswer } from '../../../src/serving/base/taught-answer.ts';
import { toPhrasingKey } from '../../../src/text/words/questions.ts';
import { KeyedLock } from '../../../src/threads/keyed-lock.ts';
import { uploads } from '../moderating-scene.ts';
import { GUILD, queueScene } from '../queue.ts';
import { member, moderator } from '../requesters.ts';

const PETS = 'May I bring my poodle along to the top?';
const DOGS = 'Dogs wait outside with the guard.';
const here = { requester: moderator, guildId: GUILD };

/** A server that was taught about dogs, with what undoing needs. */
async function taughtScene() {
  const scene = await queueScene();
  const teachPets = async (text: string) => {
    const { id: askedId } = await scene.unknown(PETS);
    return teachAnswer(scene, { ...here, askedId, factId: scene.factId(text) });
  };
  await teachPets(DOGS);
  const lessonIn = async (question: string) =>
    (await scene.knowledge.run(GUILD, 'explain', { question })).taughtAnswer;
  const moderating = { ...scene, uploads, now: () => 0, locks: new KeyedLock(), onStoreError: () => {} };
  return { ...scene, ...moderating, teachPets, lessonIn };
}

test('what was taught is explained as such, and taken back: told in the trail with who, and undone by who manages the server', async () => {
  const scene = await taughtScene();
  const lesson = await scene.lessonIn('may i brng my poodl along to the top');
  expect(lesson).toMatchObject({ phrasing: PETS, isInArticles: true });
  const untaught = await removeTaughtAnswer(scene, { ...here, id: lesson?.id ?? '' });
  expect(untaught.phrasing).toBe(PETS);
  expect((await scene.answerIn(GUILD, PETS)).reason.kind).not.toBe('taught');
  expect(await scene.lessonIn(PETS)).toBeNull();
  const [step] = await listChanges(scene, here);
  const change = step?.changes[0];
  expect(change).toMatchObject({ kind: 'taught', isSet: false, changedBy: moderator.memberId });
  expect(change?.number).toBe(untaught.changeNumber);
  const manager = { ...member, managesServer: true };
  await undoChanges(scene, { requester: manager, guildId: GUILD, numbers: [untaught.changeNumber] });
  expect((await scene.answerIn(GUILD, PETS)).reason.kind).toBe('taught');
});

test('nobody but a moderator of the server takes it back, and nothing but what was shown', async () => {
  const scene = await taughtScene();
  const id = (await scene.lessonIn(PETS))?.id ?? '';
  for (const [differing, code] of [
    [{ requester: member }, 'not-a-moderator'],
    [{ guildId: 'other' }, 'not-taught'],
    [{ id: 'x' }, 'not-taught'],
  ] as const)
    await expect(removeTaughtAnswer(scene, { ...here, id, ...differing })).rejects.toMatchObject({ code });
  await scene.teachPets('The tower was built in 1900.');
  await expect(removeTaughtAnswer(scene, { ...here, id })).rejects.toMatchObject({ code: 'not-taught' });
  expect((await scene.answerIn(GUILD, PETS)).reason.kind).toBe('taught');
});

test('of what is taught but not held by the articles any more it is told so, and it can be taken back', async () => {
  const scene = await taughtScene();
  const phrasing = 'Is there a lift?';
  const value = serialiseTaughtAnswer({ phrasing, factId: 'gone' });
  await scene.store.guildValues.change(GUILD, 'theo', [
    { kind: 'taught', name: toPhrasingKey(phrasing), value },
  ]);
  const lesson = await scene.lessonIn(phrasing);
  expect(lesson).toMatchObject({ phrasing, isInArticles: false });
  await removeTaughtAnswer(scene, { ...here, id: lesson?.id ?? '' });
  expect(await scene.store.guildValues.list(GUILD, 'taught')).toMatchObject([{ name: toPhrasingKey(PETS) }]);
});

test('where the likest lesson no longer holds, the one that answers is explained', async () => {
  const scene = await taughtScene();
  const typed = 'may i brng my poodle along to the top';
  const value = serialiseTaughtAnswer({ phrasing: typed, factId: 'gone' });
  await scene.store.guildValues.change(GUILD, 'theo', [
    { kind: 'taught', name: toPhrasingKey(typed), value },
  ]);
  expect(await scene.lessonIn(typed)).toMatchObject({ phrasing: PETS, isInArticles: true });
});

test('a question that was not taught has nothing to take back', async () => {
  const scene = await taughtScene();
  expect(await scene.lessonIn('When was the tower built?')).toBeNull();
});
