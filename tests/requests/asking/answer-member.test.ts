import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  type AnsweringDeps,
  answerMember,
  rememberMessage,
} from '../../../src/requests/asking/answer-member.ts';
import { Conversations } from '../../../src/requests/asking/conversations.ts';
import type { MemberAskRequest } from '../../../src/requests/asking/member-ask-request.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import type { SettingsOfRequest } from '../../../src/requests/kit/read-server-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { createUnavailableStore } from '../../../src/store/unavailable-store.ts';
import { openService } from '../../serving/serving-scene.ts';

const WHEN_MET = 'When was the meeting on international cooperation held?';

const question = (fields: Partial<MemberAskRequest>): MemberAskRequest => ({
  question: WHEN_MET,
  door: 'mention',
  askerId: 'mia',
  guildId: 'guild',
  channelId: 'general',
  parentIds: [],
  isThread: false,
  isConfidential: false,
  audience: 'all',
  ...fields,
});

const knowledge = await openService('knowledge');

describe('answering a member', () => {
  let clockMs: number;
  let answering: AnsweringDeps & SettingsOfRequest;
  let notKept: StoreError[];

  beforeEach(async () => {
    clockMs = 0;
    notKept = [];
    let ids = 0;
    const store = await openStore({ url: ':memory:', now: () => new Date(0), newId: () => `id${ids++}` });
    onTestFinished(() => store.close());
    const nowMs = (): number => clockMs;
    answering = {
      knowledge,
      store,
      conversations: new Conversations({ nowMs }),
      cooldown: new Cooldown({ nowMs }),
      onStoreError: (error) => notKept.push(error),
      settings: DEFAULT_SETTINGS,
    };
  });

  test('lets a member ask in four channels as fast as they may in one, and in no more at once, wherever else they go', async () => {
    for (const channel of ['a', 'b', 'c', 'd'])
      for (let times = 0; times < 5; times++) await answerMember(answering, question({ channelId: channel }));
    await expect(answerMember(answering, question({ channelId: 'e' }))).rejects.toMatchObject({
      code: 'cooling-down',
    });
    await answerMember(answering, question({ channelId: 'e', guildId: 'other guild' }));
    await answerMember(answering, question({ channelId: 'dm', guildId: null }));
    clockMs = 60_000;
    await answerMember(answering, question({ channelId: 'e' }));
  });

  test('writes down what was asked, where, by whom, and how it was answered', async () => {
    const { reply, asked } = await answerMember(answering, question({}));
    expect(reply.outcome).toBe('answered');
    expect(asked).toMatchObject({
      question: WHEN_MET,
      outcome: 'answered',
      factId: reply.matches[0]?.fact.id,
      guildId: 'guild',
      channelId: 'general',
      askerId: 'mia',
      isAskedPrivately: false,
      isAnsweredPrivately: false,
      isInHiddenChannel: false,
    });
    expect(await answering.store.asked.find(asked?.id ?? '')).toEqual(asked);
  });

  test('keeps what is asked in a direct message out of what others are suggested', async () => {
    const { isPrivate, asked } = await answerMember(answering, question({ guildId: null }));
    expect(isPrivate).toBe(false);
    expect(asked).toMatchObject({ isAskedPrivately: true, isAnsweredPrivately: false });
  });

  test('writes down no greeting', async () => {
    expect((await answerMember(answering, question({ question: 'hello!' }))).asked).toBeNull();
  });

  test('tells whoever asks too often how long to wait, and nobody else', async () => {
    for (let n = 0; n < 5; n++) await answerMember(answering, question({}));
    await expect(answerMember(answering, question({}))).rejects.toMatchObject({
      refusal: { kind: 'cooling-down', waitMs: 4000 },
    });
    expect((await answerMember(answering, question({ askerId: 'theo' }))).asked).not.toBeNull();
    expect((await answerMember(answering, question({ channelId: 'other' }))).asked).not.toBeNull();
  });

  test('lets members ask as often as the server has set it', async () => {
    const rare = { ...answering, settings: { ...DEFAULT_SETTINGS, questionsInARow: 1, secondsBetween: 60 } };
    await answerMember(rare, question({}));
    await expect(answerMember(rare, question({}))).rejects.toMatchObject({
      refusal: { kind: 'cooling-down', waitMs: 60_000 },
    });
    const elsewhere = question({ guildId: 'another', channelId: 'there' });
    for (let n = 0; n < 5; n++) await answerMember(answering, elsewhere);
  });

  test.each([
    [{}, 'as-set', false],
    [{ isPrivateByDefault: true }, 'as-set', true],
    [{ isPrivateByDefault: true }, 'all-unless-unknown', false],
    [{ isPrivateByDefault: true }, 'all', false],
    [{}, 'asker', true],
    [{ speakChannelIds: ['else'] }, 'as-set', true],
    [{ speakChannelIds: ['else'] }, 'all-unless-unknown', true],
    [{ speakChannelIds: ['else', 'general'] }, 'all-unless-unknown', false],
    [{ speakChannelIds: ['above'] }, 'all-unless-unknown', false],
    [{ speakChannelIds: ['above'], mentionChannelIds: ['general'] }, 'all', false],
  ] as const)('set up as %j, what is for “%s” is private: %s', async (changes, audience, isPrivate) => {
    const setUp = { ...answering, settings: { ...DEFAULT_SETTINGS, ...changes } };
    const answer = await answerMember(setUp, question({ audience, parentIds: ['above'] }));
    expect(answer.isPrivate).toBe(isPrivate);
    expect(answer.asked?.isAnsweredPrivately).toBe(isPrivate);
  });

  test.each([
    { answersMentions: false },
    { mentionChannelIds: ['else'] },
    { speakChannelIds: ['else'] },
    { speakChannelIds: ['else'], mentionChannelIds: ['general'] },
  ])('set up as %j, a mention is not answered, and costs nothing', async (changes) => {
    const { store } = answering;
    const setUp = { ...answering, settings: { ...DEFAULT_SETTINGS, ...changes, questionsInARow: 1 } };
    await expect(answerMember(setUp, question({}))).rejects.toMatchObject({ code: 'not-here' });
    expect(await store.asked.find('id0')).toBeNull();
    await answerMember(setUp, question({ audience: 'as-set' }));
  });

  test('answers all the same where nothing can be written down, and says so to the operator', async () => {
    const error = new StoreError('cannot-write', 'The disk is full.');
    const answer = await answerMember({ ...answering, store: createUnavailableStore(error) }, question({}));
    expect(answer.reply.outcome).toBe('answered');
    expect(answer.asked).toBeNull();
    expect(notKept).toEqual([error]);
  });

  test('follows up the last answer to the same member in the same channel, for ten minutes', async () => {
    await answerMember(answering, question({ question: 'How many representative offices are there?' }));
    const elsewhere = await answerMember(answering, question({ question: 'where?', channelId: 'other' }));
    expect(elsewhere.reply.understoodAs).toBeNull();
    const someoneElse = await answerMember(answering, question({ question: 'where?', askerId: 'theo' }));
    expect(someoneElse.reply.understoodAs).toBeNull();
    clockMs = 9 * 60_000;
    expect(
      (await answerMember(answering, question({ question: 'where?' }))).reply.understoodAs,
    ).not.toBeNull();
    clockMs = 30 * 60_000;
    expect((await answerMember(answering, question({ question: 'where?' }))).reply.understoodAs).toBeNull();
  });

  test('follows up the message that it replies to, whoever asked before', async () => {
    const answer = await answerMember(answering, question({}));
    await rememberMessage(answering, answer, 'message');
    const next = question({ question: 'and in 2009?', askerId: 'theo', repliesTo: 'message' });
    expect((await answerMember(answering, next)).reply.understoodAs).toMatch(/2009/);
  });

  test('in a thread follows up the last answer there, at first the message that the thread started from', async () => {
    const answer = await answerMember(answering, question({}));
    await rememberMessage(answering, answer, 'starter');
    const inThread = { channelId: 'starter', isThread: true };
    const first = await answerMember(
      answering,
      question({ question: 'and in 2009?', askerId: 'theo', ...inThread }),
    );
    expect(first.reply.understoodAs).toMatch(/2009/);
    const second = await answerMember(
      answering,
      question({ question: 'and in 2010?', askerId: 'olga', ...inThread }),
    );
    expect(second.reply.understoodAs).toMatch(/2010/);
  });

  test('in a thread never follows up a private answer, unless the same asker asks in private', async () => {
    const inThread = { channelId: 'thread', isThread: true };
    await answerMember(answering, question({ ...inThread, audience: 'asker' }));
    const others = question({ question: 'and in 2009?', ...inThread });
    expect((await answerMember(answering, { ...others, askerId: 'theo' })).reply.understoodAs).toBeNull();
    expect((await answerMember(answering, others)).reply.understoodAs).toBeNull();
    const own = await answerMember(answering, { ...others, audience: 'asker' });
    expect(own.reply.understoodAs).toMatch(/2009/);
  });

  test('follows up the record of an older message, after a restart too, and nothing if there is none', async () => {
    const answer = await answerMember(answering, question({}));
    await rememberMessage(answering, answer, 'message');
    const conversations = new Conversations({ nowMs: () => clockMs });
    const restarted = { ...answering, conversations };
    const next = question({ question: 'and in 2009?', askerId: 'theo', repliesTo: 'message' });
    expect((await answerMember(restarted, next)).reply.understoodAs).toMatch(/2009/);
    const unknown = { ...next, askerId: 'olga', repliesTo: 'another' };
    expect((await answerMember(restarted, unknown)).reply.understoodAs).toBeNull();
  });

  test('follows up nothing if the record cannot be read, and tells the operator', async () => {
    const error = new StoreError('cannot-write', 'The disk is full.');
    const broken = { ...answering, store: createUnavailableStore(error) };
    const next = question({ question: 'and in 2009?', repliesTo: 'message' });
    expect((await answerMember(broken, next)).reply.understoodAs).toBeNull();
    expect(notKept).toContain(error);
  });

  test.each([
    ['asker', WHEN_MET, true],
    ['all', 'What is a bitcoin?', false],
    ['all-unless-unknown', WHEN_MET, false],
    ['all-unless-unknown', 'What is a bitcoin?', true],
  ] as const)('an answer for %s to “%s” is private: %s', async (audience, asking, isPrivate) => {
    const answer = await answerMember(answering, question({ audience, question: asking }));
    expect(answer.isPrivate).toBe(isPrivate);
  });

  test('a link leads to the message with the answer', async () => {
    const answer = await answerMember(answering, question({}));
    await rememberMessage(answering, answer, 'message');
    expect(await answering.store.asked.find(answer.asked?.id ?? '')).toMatchObject({ messageId: 'message' });
  });
});
