import { expect, test } from 'vitest';
import { KeyedLock } from '../../../src/kit/serial-work.ts';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { listChanges, undoChanges } from '../../../src/requests/articles/changes.ts';
import { MAX_FETCHED_ASKERS } from '../../../src/requests/kit/asker-access.ts';
import {
  dismissUnanswered,
  findTeachable,
  removeTaughtAnswer,
  reopenEntry,
  teachAnswer,
} from '../../../src/requests/unanswered/teach.ts';
import { listUnanswered } from '../../../src/requests/unanswered/unanswered.ts';
import { endWaiting, waitForAnswer } from '../../../src/requests/unanswered/wait.ts';
import { hashTaughtAnswer, serialiseTaughtAnswer } from '../../../src/serving/base/taught-answer.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { toPhrasingKey } from '../../../src/text/words/questions.ts';
import { factIdIn } from '../../serving/serving-scene.ts';
import { uploads } from '../moderating-scene.ts';
import { GUILD, queueScene } from '../queue.ts';
import { member, moderator } from '../requesters.ts';

const PETS = 'May I bring my poodle along to the top?';
const DOGS = 'Dogs wait outside with the guard.';
const GUARD = 'Where do dogs wait with the guard?';
const here = { requester: moderator, guildId: GUILD };
const deps = ({ store }: { readonly store: Store }) => ({ store, onStoreError: () => {} });
const ref = { guildId: GUILD, channelId: 'general' };

test('what was taught answers from then on, and its entry comes back only when it is asked again', async () => {
  const scene = await queueScene();
  await scene.unknown('may i brng my poodl along to the top');
  const { id: askedId } = await scene.unknown(PETS);
  const taught = await teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) });
  expect(taught).toMatchObject({ phrasing: PETS, fact: { text: DOGS }, waiting: [] });
  expect((await scene.answerIn(GUILD, PETS)).reason.kind).toBe('taught');
  expect((await scene.answerIn('other', PETS)).reason.kind).not.toBe('taught');
  expect(await listUnanswered(scene, here)).toEqual([]);
  await scene.unknown(PETS);
  expect(await listUnanswered(scene, here)).toHaveLength(1);
});

test('the trail tells who taught what, and undoing it removes the taught answer', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  await teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) });
  const [change] = await scene.store.serverValues.listChanges(GUILD, 1);
  expect(change).toMatchObject({ kind: 'taught', changedBy: moderator.memberId, before: null });
  await scene.store.serverValues.undo(GUILD, 'admin', [change?.number ?? 0]);
  expect((await scene.answerIn(GUILD, PETS)).reason.kind).not.toBe('taught');
});

test('of many who wait for a limited article, as many as one change may look up are told, and the others wait on', async () => {
  const scene = await queueScene();
  const vault = { 'server/vault.md': '---\nroles: [staff]\n---\nThe vault holds gold.\n' };
  for (const [name, value] of Object.entries(vault))
    await scene.store.serverValues.change(GUILD, 'mod', [{ kind: 'article', name, value }]);
  const askers = Array.from({ length: MAX_FETCHED_ASKERS + 7 }, (_, i) => `asker${i}`);
  const asked = [];
  for (const askerId of askers) asked.push(await scene.unknown('What is in there?', { askerId }));
  for (const { id } of asked) await scene.store.asked.markWaiting(id);
  const fetched: string[] = [];
  const askerAccess = {
    ...scene.askerAccess,
    fetchAskerAccess: ({ askerId }: { readonly askerId: string }) => {
      fetched.push(askerId);
      return Promise.resolve({ channels: [], roles: ['staff'] });
    },
  };
  const taught = await teachAnswer(
    { ...scene, askerAccess },
    {
      guildId: GUILD,
      requester: { ...moderator, toolReaders: 'everything' },
      askedId: asked[0]?.id ?? '',
      factId: factIdIn(vault, 'The vault holds gold.'),
    },
  );
  expect(taught.waiting).toEqual([]);
  expect(taught.waitingAlone.map(({ askerId }) => askerId)).toEqual(fetched);
  expect(fetched).toHaveLength(MAX_FETCHED_ASKERS);
  for (const told of taught.waitingAlone) await endWaiting(deps(scene), told);
  expect(await scene.store.asked.listWaiting({ guildId: GUILD, limit: 99 })).toHaveLength(7);
});

test('what was settled by mistake is open again, with all that was settled together with it, and nothing else', async () => {
  const scene = await queueScene();
  await scene.unknown('may i brng my poodl along to the top');
  const { id: askedId } = await scene.unknown(PETS);
  const { id: other } = await scene.unknown(GUARD);
  const entries = await listUnanswered(scene, here);
  await dismissUnanswered(scene, { ...here, askedId: other });
  await dismissUnanswered(scene, { ...here, askedId });
  const byOther = reopenEntry(scene, { ...here, requester: member, askedId });
  await expect(byOther).rejects.toMatchObject({ code: 'not-a-moderator' });
  await reopenEntry(scene, { ...here, guildId: 'other', askedId });
  expect(await listUnanswered(scene, here)).toEqual([]);
  await reopenEntry(scene, { ...here, askedId });
  const open = await listUnanswered(scene, here);
  expect(open).toEqual(entries.filter(({ phrasing }) => phrasing === PETS));
  expect(open[0]?.asked).toHaveLength(2);
});

test('what was dismissed is gone until it is asked again, and teaches nothing', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  await dismissUnanswered(scene, { ...here, askedId });
  expect(await listUnanswered(scene, here)).toEqual([]);
  expect(await scene.store.serverValues.list(GUILD, 'taught')).toEqual([]);
  for (const again of [
    teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) }),
    dismissUnanswered(scene, { ...here, askedId }),
  ])
    await expect(again).rejects.toMatchObject({ code: 'settled' });
});

test('nobody else may, from elsewhere neither, and a passage that is gone teaches nothing', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown(PETS);
  const factId = scene.factId(DOGS);
  for (const [differing, code] of [
    [{ requester: member }, 'not-a-moderator'],
    [{ guildId: 'other' }, 'settled'],
    [{ factId: 'none' }, 'passage-gone'],
  ] as const)
    await expect(teachAnswer(scene, { ...here, askedId, factId, ...differing })).rejects.toMatchObject({
      code,
    });
  for (const [differing, code] of [
    [{ requester: member }, 'not-a-moderator'],
    [{ guildId: 'other' }, 'settled'],
  ] as const)
    await expect(dismissUnanswered(scene, { ...here, askedId, ...differing })).rejects.toMatchObject({
      code,
    });
  expect(await listUnanswered(scene, here)).toHaveLength(1);
  expect(await scene.store.serverValues.list(GUILD, 'taught')).toEqual([]);
});

test('each waiting asker is returned once, with their last question', async () => {
  const scene = await queueScene();
  const first = await scene.unknown(PETS);
  const again = await scene.unknown(PETS.toLowerCase());
  await scene.unknown(PETS, { askerId: 'max' });
  for (const { id } of [again, first])
    await waitForAnswer(scene, { ...ref, askedId: id }, { memberId: 'mia', access: NO_ACCESS });
  const request = { ...here, askedId: first.id, factId: scene.factId(DOGS) };
  expect((await teachAnswer(scene, request)).waiting).toEqual([again]);
  // Until it is their turn, they wait: a stop loses nobody.
  expect(await scene.store.asked.listWaiting({ guildId: GUILD, limit: 9 })).toEqual([again]);
  expect([await endWaiting(deps(scene), again), await endWaiting(deps(scene), again)]).toEqual([true, false]);
  const { id: askedId } = await scene.unknown(PETS);
  expect((await teachAnswer(scene, { ...request, askedId })).waiting).toEqual([]);
});

test('waiting askers of dismissed and similar questions are returned once, with their last question', async () => {
  const scene = await queueScene();
  const wait = (askedId: string, askerId: string) =>
    waitForAnswer(scene, { ...ref, askedId }, { memberId: askerId, access: NO_ACCESS });
  const dismissed = await scene.unknown(PETS);
  const misspelt = await scene.unknown('may i brng my poodl along to the top', { askerId: 'max' });
  for (const [{ id }, asker] of [
    [dismissed, 'mia'],
    [misspelt, 'max'],
  ] as const) {
    await wait(id, asker);
    await dismissUnanswered(scene, { ...here, askedId: id });
  }
  expect(await listUnanswered(scene, here)).toEqual([]);
  const later = await scene.unknown(PETS.toUpperCase(), { askerId: 'ann' });
  const request = { ...here, askedId: later.id, factId: scene.factId(DOGS) };
  expect((await teachAnswer(scene, request)).waiting).toEqual([dismissed, misspelt]);
  for (const asked of [dismissed, misspelt]) await endWaiting(deps(scene), asked);
  const { id: askedId } = await scene.unknown(PETS);
  expect((await teachAnswer(scene, { ...request, askedId })).waiting).toEqual([]);
});

test('askers of other questions, in other servers, or no longer waiting are not returned', async () => {
  const scene = await queueScene();
  for (const [question, differing] of [
    ['May I bring my parrot along to the top?', {}],
    [PETS, { guildId: 'other' }],
    ['', {}],
  ] as const) {
    const { id, guildId } = await scene.unknown(question, differing);
    await scene.store.asked.markWaiting(id);
    await dismissUnanswered(scene, { ...here, guildId: guildId ?? '', askedId: id }).catch(() => {});
  }
  const { id: forgotten } = await scene.unknown(PETS, { askerId: 'max' });
  await waitForAnswer(scene, { ...ref, askedId: forgotten }, { memberId: 'max', access: NO_ACCESS });
  await scene.store.forgetting.forgetMember('max');
  const { id: askedId } = await scene.unknown(PETS, { askerId: 'ann' });
  const taught = await teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) });
  expect(taught.waiting).toEqual([]);
});

test('a waiting asker of a very long question is returned where it is asked again word for word', async () => {
  const scene = await queueScene();
  const long = `${PETS} ${'Please tell me. '.repeat(30)}`;
  const waiting = await scene.unknown(long);
  await waitForAnswer(scene, { ...ref, askedId: waiting.id }, { memberId: 'mia', access: NO_ACCESS });
  await dismissUnanswered(scene, { ...here, askedId: waiting.id });
  const { id: askedId } = await scene.unknown(long, { askerId: 'max' });
  const taught = await teachAnswer(scene, { ...here, askedId, factId: scene.factId(DOGS) });
  expect(taught.waiting).toEqual([waiting]);
});

test('a server is taught 2,000 questions; then what was taught can be taught otherwise, and another one once there is room', async () => {
  const scene = await queueScene();
  const factId = scene.factId(DOGS);
  const taught = Array.from({ length: 2000 }, (_, number) => `Is there a lift to floor ${number}?`);
  const wishes = taught.map((phrasing) => {
    const value = serialiseTaughtAnswer({ phrasing, factId });
    return { kind: 'taught', name: toPhrasingKey(phrasing), value } as const;
  });
  await scene.store.serverValues.change(GUILD, 'theo', wishes);
  const { id: askedId } = await scene.unknown(PETS);
  const request = { ...here, askedId, factId };
  const refused = teachAnswer(scene, request);
  await expect(refused).rejects.toMatchObject({ code: 'too-many-taught' });
  await expect(refused).rejects.toThrow('at most 2000 questions. To make room, open one');
  await expect(findTeachable(scene, { ...here, askedId })).rejects.toMatchObject({ code: 'too-many-taught' });
  expect(await listUnanswered(scene, here)).toHaveLength(1);
  expect(await scene.store.serverValues.list(GUILD, 'taught')).toHaveLength(2000);

  const [first = ''] = taught;
  const again = await scene.unknown(first);
  const otherFact = scene.factId('The tower was built in 1900.');
  await teachAnswer(scene, { ...request, askedId: again.id, factId: otherFact });
  await removeTaughtAnswer(scene, { ...here, id: hashTaughtAnswer({ phrasing: first, factId: otherFact }) });
  expect((await teachAnswer(scene, request)).phrasing).toBe(PETS);
});

test('of two moderators who teach one entry at once, the second learns that it is settled', async () => {
  const scene = await queueScene();
  const { id: askedId } = await scene.unknown('May I bring my poodle along to the top?');
  const request = { ...here, askedId, factId: scene.factId(DOGS) };
  const both = await Promise.allSettled([teachAnswer(scene, request), teachAnswer(scene, request)]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(both[1]).toMatchObject({ reason: { code: 'settled' } });
});

/** A server that was taught about dogs, with what undoing needs. */
async function taughtScene() {
  const scene = await queueScene();
  const teachPets = async (text: string) => {
    const { id: askedId } = await scene.unknown(PETS);
    return teachAnswer(scene, { ...here, askedId, factId: scene.factId(text) });
  };
  await teachPets(DOGS);
  const explainTaught = async (question: string) =>
    (await scene.knowledge.run(GUILD, 'explain', { question })).taughtAnswer;
  const moderating = { ...scene, uploads, now: () => 0, locks: new KeyedLock(), onStoreError: () => {} };
  return { ...scene, ...moderating, teachPets, lessonIn: explainTaught };
}

test('what was taught is explained as such, and taken back: told in the trail with who, and undone by who manages the server', async () => {
  const scene = await taughtScene();
  const taught = await scene.lessonIn('may i brng my poodl along to the top');
  expect(taught).toMatchObject({ phrasing: PETS, isInArticles: true });
  const untaught = await removeTaughtAnswer(scene, { ...here, id: taught?.id ?? '' });
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

test('a taught answer whose passage is gone is explained as such, and can be removed', async () => {
  const scene = await taughtScene();
  const phrasing = 'Is there a lift?';
  const value = serialiseTaughtAnswer({ phrasing, factId: 'gone' });
  await scene.store.serverValues.change(GUILD, 'theo', [
    { kind: 'taught', name: toPhrasingKey(phrasing), value },
  ]);
  const taught = await scene.lessonIn(phrasing);
  expect(taught).toMatchObject({ phrasing, isInArticles: false });
  await removeTaughtAnswer(scene, { ...here, id: taught?.id ?? '' });
  expect(await scene.store.serverValues.list(GUILD, 'taught')).toMatchObject([{ name: toPhrasingKey(PETS) }]);
});

test('where the passage of the most similar taught answer is gone, the one that answers is explained', async () => {
  const scene = await taughtScene();
  const typed = 'may i brng my poodle along to the top';
  const value = serialiseTaughtAnswer({ phrasing: typed, factId: 'gone' });
  await scene.store.serverValues.change(GUILD, 'theo', [
    { kind: 'taught', name: toPhrasingKey(typed), value },
  ]);
  expect(await scene.lessonIn(typed)).toMatchObject({ phrasing: PETS, isInArticles: true });
});

test('a question that was not taught has nothing to take back', async () => {
  const scene = await taughtScene();
  expect(await scene.lessonIn('When was the tower built?')).toBeNull();
});
