import { expect, onTestFinished, test } from 'vitest';
import { answerMember, type MemberQuestion, rememberMessage } from '../../src/requests/answer-member.ts';
import { Conversations } from '../../src/requests/conversations.ts';
import { Cooldown } from '../../src/requests/cooldown.ts';
import { forgetMember } from '../../src/requests/privacy.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openService } from '../serving/serving-scene.ts';

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
  const answering = { knowledge, store, conversations, cooldown, onNotKept: () => {} };
  const place = {
    guildId: 'guild',
    parentIds: [],
    isThread: true,
    isHidden: false,
    audience: 'all',
  } as const;
  const say = async (question: string, by: Partial<MemberQuestion> = {}) => {
    const asking = { question, askerId: 'mia', channelId: 'answer', ...place, ...by };
    return answerMember(answering, asking);
  };
  await rememberMessage(answering, await say(WHEN_MET), 'answer');
  await rememberMessage(answering, await say('thanks!', { askerId: 'theo' }), 'welcome');
  const understood = async (by: Partial<MemberQuestion>) =>
    (await say('and in 2009?', { askerId: 'olga', ...by })).reply.understoodAs;
  const forget = (memberId: string) =>
    forgetMember({ store, conversations, phrasings: { forgetAll() {} } }, memberId);
  return { understood, forget };
}

test.each([
  ['a reply to the answer', { repliesTo: 'answer', channelId: 'general', isThread: false }],
  ['a reply to what was said after it', { repliesTo: 'welcome', channelId: 'general', isThread: false }],
  ['the thread', {}],
  ['the member themselves there', { askerId: 'mia' }],
])('once a member is forgotten, %s leans on nothing that they asked', async (_, by) => {
  const { understood, forget } = await toldScene();
  await forget('theo');
  expect(await understood({ ...by, askerId: 'ravi' })).toMatch(/2009/);
  const { understood: understoodThere, forget: forgetThere } = await toldScene();
  expect((await forgetThere('mia')).questions).toBe(1);
  expect(await understoodThere(by)).toBeNull();
});
