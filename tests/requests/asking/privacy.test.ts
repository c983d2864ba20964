import { expect, onTestFinished, test } from 'vitest';
import { answerMember, rememberMessage } from '../../../src/requests/asking/answer-member.ts';
import { Conversations } from '../../../src/requests/asking/conversations.ts';
import type { MemberAskRequest } from '../../../src/requests/asking/member-ask-request.ts';
import { forgetMember } from '../../../src/requests/asking/privacy.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openService } from '../../serving/serving-scene.ts';

const WHEN_MET = 'When was the meeting on international cooperation held?';

const nowMs = (): number => 0;

/** Mia asks, then is thanked for it by Theo; both the answer and the reply to the thanks are messages. */
async function toldScene() {
  const knowledge = await openService('knowledge');
  const store = await openStore({
    url: ':memory:',
    now: () => new Date(0),
    newId: () => String(Math.random()),
  });
  onTestFinished(() => store.close());
  const conversations = new Conversations({ nowMs });
  const cooldown = new Cooldown({ nowMs });
  const settings = DEFAULT_SETTINGS;
  const answering = { knowledge, store, conversations, cooldown, settings, onStoreError: () => {} };
  const place = {
    door: 'mention',
    guildId: 'guild',
    parentIds: [],
    isThread: true,
    isConfidential: false,
    audience: 'all',
  } as const;
  const say = async (question: string, by: Partial<MemberAskRequest> = {}) => {
    const asking = { question, askerId: 'mia', channelId: 'answer', ...place, ...by };
    return answerMember(answering, asking);
  };
  await rememberMessage(answering, await say(WHEN_MET), 'answer');
  await rememberMessage(answering, await say('thanks!', { askerId: 'theo' }), 'welcome');
  const understood = async (by: Partial<MemberAskRequest>) =>
    (await say('and in 2009?', { askerId: 'olga', ...by })).reply.understoodAs;
  const forget = (memberId: string) =>
    forgetMember({ store, conversations, phrasings: { forgetAll() {} } }, memberId);
  return { store, say, understood, forget };
}

test.each([
  ['a reply to the answer', { repliesTo: 'answer', channelId: 'general', isThread: false }],
  ['a reply to what was said after it', { repliesTo: 'welcome', channelId: 'general', isThread: false }],
  ['the thread', {}],
  ['the member themselves there', { askerId: 'mia' }],
])('once a member is forgotten, %s follows up nothing that they asked', async (_, by) => {
  const { understood, forget } = await toldScene();
  await forget('theo');
  expect(await understood({ ...by, askerId: 'ravi' })).toMatch(/2009/);
  const { understood: understoodThere, forget: forgetThere } = await toldScene();
  expect((await forgetThere('mia')).questions).toBe(1);
  expect(await understoodThere(by)).toBeNull();
});

test.each([
  ['in the thread', { isThread: true }],
  ['by a reply', { isThread: false, channelId: 'general', repliesTo: 'answer' }],
  ['by a reply long after', { isThread: false, channelId: 'general', repliesTo: 'old' }],
])('once a member is forgotten, nothing that others asked %s holds their words', async (_, by) => {
  const { store, say, forget } = await toldScene();
  const old = await say(WHEN_MET, { channelId: 'elsewhere', isThread: false });
  await store.asked.recordMessage(old.asked?.id ?? '', 'old');
  const first = await say('and where?', { askerId: 'olga', ...by });
  await store.asked.recordMessage(first.asked?.id ?? '', 'first');
  const second = await say('and why?', { ...by, askerId: 'ravi', repliesTo: 'first' });
  const follow = await say('and in 2011?', { askerId: 'olga', ...by, repliesTo: null });
  expect(first.asked).toMatchObject({
    understoodAs: expect.stringMatching(/meeting/),
    otherAuthorIds: ['mia'],
  });
  expect(second.asked).toMatchObject({ otherAuthorIds: ['olga', 'mia'] });
  expect(follow.asked).toMatchObject({ understoodAs: expect.stringMatching(/meeting/) });
  await forget('mia');
  for (const { asked } of [first, second, follow]) {
    const kept = await store.asked.find(asked?.id ?? '');
    expect(kept?.question).toBe(asked?.question);
    expect(kept?.understoodAs ?? '').not.toMatch(/meeting|cooperation/);
  }
  const later = await say('and in 2012?', { askerId: 'olga', ...by });
  expect(later.reply.understoodAs ?? '').not.toMatch(/meeting|cooperation/);
});
