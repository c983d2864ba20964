import { expect, onTestFinished, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { answerMember } from '../../../src/requests/asking/answer-member.ts';
import { chooseMatch } from '../../../src/requests/asking/choose-match.ts';
import { Conversations } from '../../../src/requests/asking/conversations.ts';
import type { MemberAskRequest } from '../../../src/requests/asking/member-ask-request.ts';
import { findMoreMatches } from '../../../src/requests/asking/more-matches.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { createUnavailableStore } from '../../../src/store/unavailable-store.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { openService } from '../../serving/serving-scene.ts';
import { member, moderator } from '../requesters.ts';

const MAIN = 'The main library\n\nThe reading room opens at nine in the morning. It is warm inside.\n';
const BRANCH = 'The branch library\n\nThe reading room opens at ten in the morning. It is cold inside.\n';
const asks: MemberAskRequest = {
  question: 'When does the reading room open?',
  door: 'mention',
  askerId: 'mia',
  guildId: 'guild',
  channelId: 'general',
  parentIds: [],
  isThread: false,
  isConfidential: false,
  audience: 'all',
};

const nowMs = (): number => 0;

async function scene() {
  const folder = await temporaryFolder({ 'main.txt': MAIN, 'branch.txt': BRANCH });
  const knowledge = await openService(folder);
  const ids = ['id', 'id2', 'id3'];
  const newId = (): string => ids.shift() ?? '';
  const store = await openStore({ url: ':memory:', now: () => new Date(0), newId });
  onTestFinished(() => store.close());
  const conversations = new Conversations({ nowMs });
  const cooldown = new Cooldown({ nowMs });
  const settings = DEFAULT_SETTINGS;
  const answering = { knowledge, store, conversations, cooldown, settings, onStoreError: () => {} };
  const { reply } = await answerMember(answering, asks);
  const [first, rival] = [reply.matches[0]?.fact.id ?? '', reply.rivals[0]?.fact.id ?? ''];
  const choice = {
    askedId: 'id',
    guildId: 'guild',
    channelId: 'general',
    factId: rival,
    requester: member,
    readers: NO_ACCESS,
    messageId: 'message',
    formatName: (id: string) => `member ${id}`,
  };
  return { answering, choice, first, rival, folder };
}

test('what the asker chose is the answer from then on: to the record, to more matches and to the next question', async () => {
  const { answering, choice, first, rival } = await scene();
  const { knowledge, store, conversations } = answering;
  const chosen = await chooseMatch(answering, choice);
  expect(chosen).toMatchObject({ fact: { id: rival }, asked: { factId: rival, question: asks.question } });
  expect(await store.asked.find('id')).toEqual(chosen.asked);
  const { found } = await findMoreMatches(knowledge, store, { ...choice, limit: 25 });
  expect(found.map(({ fact }) => fact.id)).toContain(first);
  expect(found.map(({ fact }) => fact.id)).not.toContain(rival);
  expect(conversations.findLast('message')?.fact.id).toBe(rival);
  expect(conversations.findLast('mia general')?.fact.id).toBe(rival);
});

test('in a thread everybody follows up the chosen match', async () => {
  const { answering, choice, rival } = await scene();
  await answerMember(answering, { ...asks, isThread: true });
  await chooseMatch(answering, choice);
  expect(answering.conversations.findLast('general')?.fact.id).toBe(rival);
});

test('what is chosen for its asker alone does not become the conversation of a thread', async () => {
  const { answering, choice, first, rival } = await scene();
  await answerMember(answering, { ...asks, askerId: 'max', isThread: true });
  const own = await answerMember(answering, { ...asks, isThread: true, audience: 'asker' });
  await chooseMatch(answering, { ...choice, askedId: own.asked?.id ?? '' });
  expect(answering.conversations.findLast('general')?.fact.id).toBe(first);
  expect(answering.conversations.findLast('mia general')?.fact.id).toBe(rival);
});

test('who has asked on meanwhile goes on from there', async () => {
  const { answering, choice, rival } = await scene();
  await answerMember(answering, { ...asks, question: 'Is the reading room warm inside?' });
  const latest = answering.conversations.findLast('mia general');
  await chooseMatch(answering, choice);
  expect(answering.conversations.findLast('mia general')).toEqual(latest);
  expect(answering.conversations.findLast('message')?.fact.id).toBe(rival);
});

test('nobody else may choose, and nothing changes', async () => {
  const { answering, choice, first } = await scene();
  await expect(
    chooseMatch(answering, { ...choice, requester: { ...member, memberId: 'max' } }),
  ).rejects.toMatchObject({
    code: 'not-yours',
    refusal: { owner: 'member mia' },
  });
  expect(await answering.store.asked.find('id')).toHaveProperty('factId', first);
});

test('a moderator may choose for the asker', async () => {
  const { answering, choice, rival } = await scene();
  await chooseMatch(answering, { ...choice, requester: moderator });
  expect(await answering.store.asked.find('id')).toHaveProperty('factId', rival);
});

test('what was asked elsewhere is not to be chosen here', async () => {
  const { answering, choice } = await scene();
  const elsewhere = chooseMatch(answering, { ...choice, guildId: 'other' });
  await expect(elsewhere).rejects.toMatchObject({ code: 'answer-forgotten' });
});

test('a passage that the articles no longer hold is said to be gone', async () => {
  const { answering, choice } = await scene();
  const gone = chooseMatch(answering, { ...choice, factId: 'no-such-fact' });
  await expect(gone).rejects.toMatchObject({ code: 'passage-gone' });
});

test('a choice that cannot be written down is not taken', async () => {
  const { answering, choice, first } = await scene();
  const { asked } = answering.store;
  const fails = createUnavailableStore(new StoreError('cannot-write', 'the disk is full')).asked;
  const store = {
    ...answering.store,
    asked: { ...asked, recordFact: (...told: readonly [string, string]) => fails.recordFact(...told) },
  };
  await expect(chooseMatch({ ...answering, store }, choice)).rejects.toMatchObject({ code: 'not-kept' });
  expect(answering.conversations.findLast('mia general')?.fact.id).toBe(first);
});
