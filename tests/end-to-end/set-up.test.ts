import { describe, expect, test } from 'vitest';
import { command, messageMenu, type OptionValue } from '../local-discord/interactions/requests.ts';
import type { WrittenMessage } from '../local-discord/interactions/say.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import {
  ask,
  labelsOf,
  MEETING,
  now,
  optionsOf,
  posted,
  press,
  shown,
  textOf,
  wordsOf,
} from './under-answers.ts';

const addServers = shareBot();

/** May manage the server, and nothing else that others may not. */
function manager({ people }: LocalDiscord): Person {
  return replacePermissions(people.administrator, memberBits | permission.manageGuild);
}

function homeOf({ guilds: [home] }: LocalDiscord): Guild {
  if (home === undefined) throw new Error('a local Discord has a guild');
  return home;
}

type Options = Readonly<Record<string, OptionValue>>;

/** `/settings …` by who manages the server, and what they are told. */
async function set(discord: LocalDiscord, subcommand: string, options: Options = {}): Promise<string> {
  const outcome = await discord.interact(
    command({ name: 'settings', subcommand, options, user: manager(discord) }),
  );
  expect(outcome.isEphemeral).toBe(true);
  return wordsOf(outcome.message);
}

/** All that `/settings show` tells, page after page. */
async function show(discord: LocalDiscord): Promise<string> {
  const user = manager(discord);
  const screen = shown(await discord.interact(command({ name: 'settings', subcommand: 'show', user })));
  const first = textOf(screen);
  await discord.interact(press(screen, 'Next', { user }));
  return first + textOf(now(discord, screen));
}

/** Takes the last change back, by `/knowledge undo`. */
async function undo(discord: LocalDiscord): Promise<void> {
  const user = manager(discord);
  const list = shown(await discord.interact(command({ name: 'knowledge', subcommand: 'undo', user })));
  await discord.interact(press(list, 'Undo', { user }));
}

/** The message with the sign that the bot has put to it. */
async function signAt(discord: LocalDiscord, utterance: WrittenMessage): Promise<readonly (string | null)[]> {
  const reacted = discord.nextRequest(({ method, path }) => method === 'PUT' && path.includes('/reactions/'));
  const { id } = discord.say(utterance);
  await reacted;
  return (discord.findMessage(id)?.reactions ?? []).map(({ emoji }) => emoji.name);
}

/** What the bot posts in answer to a message. */
async function answerTo(discord: LocalDiscord, utterance: WrittenMessage): Promise<Message> {
  const sent = discord.nextRequest(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  const { channel_id } = discord.say(utterance);
  await sent;
  const answer = discord.listMessages(channel_id).at(-1);
  return shown({ message: answer });
}

describe('/settings speak', () => {
  test('keeps the bot silent elsewhere: who asks there is told alone, and cannot share it', async () => {
    const { discord } = await addServers();
    const { channel, secondChannel, thread } = homeOf(discord);
    expect(await set(discord, 'speak', { add: secondChannel })).toContain(`<#${secondChannel.id}>`);
    const elsewhere = await discord.interact({ ...ask(MEETING, { private: false }), channel });
    expect(elsewhere.isEphemeral).toBe(true);
    const options = await optionsOf(discord, shown(elsewhere));
    const refused = await discord.interact(press(options, 'Share'));
    expect(textOf(refused.message)).toContain('The server chose other channels');
    const target = discord.say({ text: MEETING, user: discord.people.moderator, channel });
    const answered = await discord.interact(messageMenu({ name: 'Answer this message', target, channel }));
    expect(answered.isEphemeral).toBe(true);
    expect(textOf(answered.message)).toContain('September');
    const line = await answerTo(discord, { text: MEETING, mentionsBot: true, channel: thread });
    expect(line.content).toMatch(
      new RegExp(`^I answer mentions only in <#${secondChannel.id}>. Here, please use </ask:\\d+>.$`),
    );
    // A second line in the same channel would be one too many.
    expect(await signAt(discord, { text: '', mentionsBot: true, channel: thread })).toEqual(['🔇']);
    expect(posted(discord)).toBe(1);

    expect((await discord.interact({ ...ask(MEETING), channel: secondChannel })).isEphemeral).toBe(false);
    await undo(discord);
    expect((await discord.interact({ ...ask(MEETING), channel })).isEphemeral).toBe(false);
  });

  test('counts for the threads below a channel, and not in direct messages', async () => {
    const { discord } = await addServers();
    const { channel, thread } = homeOf(discord);
    await set(discord, 'speak', { add: channel });
    expect((await discord.interact({ ...ask(MEETING), channel: thread })).isEphemeral).toBe(false);
    const direct = await answerTo(discord, { text: MEETING, isDm: true });
    expect(textOf(direct)).toContain('September');
  });
});

describe('/settings mentions', () => {
  test('answers mentions in the channels that were chosen, or nowhere', async () => {
    const { discord } = await addServers();
    const { channel, secondChannel } = homeOf(discord);
    const mention = { text: MEETING, mentionsBot: true };
    expect(await set(discord, 'mentions', { add: secondChannel })).toContain('I answer mentions only in');
    const elsewhere = await answerTo(discord, { ...mention, channel });
    expect(elsewhere.content).toContain(`only in <#${secondChannel.id}>`);
    expect(textOf(await answerTo(discord, { ...mention, channel: secondChannel }))).toContain('September');
    expect(await set(discord, 'mentions', { nowhere: true })).toContain('I don’t answer mentions');
    const nowhere = await answerTo(discord, { ...mention, channel: secondChannel });
    expect(nowhere.content).toMatch(/^I don’t answer mentions here. Please use <\/ask:\d+>.$/);
    expect((await discord.interact({ ...ask(MEETING), channel })).isEphemeral).toBe(false);
    // What stands beside it is kept, and comes back with it.
    expect(await set(discord, 'mentions', { nowhere: false })).toContain(`only in <#${secondChannel.id}>`);
    await set(discord, 'mentions', { remove: secondChannel });
    expect(textOf(await answerTo(discord, { ...mention, channel }))).toContain('September');
  });

  test('warns of a channel that the bot can’t write in', async () => {
    const { discord } = await addServers();
    const { secondChannel } = homeOf(discord);
    discord.setBotPermissions(secondChannel, { deny: permission.sendMessages });
    expect(await set(discord, 'mentions', { add: secondChannel })).toContain('I can’t write in');
  });
});

const silent = (id: string): string => `I don’t give public answers in <#${id}>`;

test('a channel where mentions are to be answered, but the bot is silent, is warned of, whichever is set first', async () => {
  const { discord } = await addServers();
  const { channel, secondChannel, thread } = homeOf(discord);
  expect(await set(discord, 'mentions', { add: secondChannel })).not.toContain('I don’t give public answers');
  expect(await set(discord, 'speak', { add: channel })).toContain(silent(secondChannel.id));
  expect(await show(discord)).toContain(silent(secondChannel.id));
  // Known by now: something else is not answered with it again.
  expect(await set(discord, 'stale', { days: 9 })).not.toContain('I don’t give public answers');
  expect(await set(discord, 'mentions', { add: thread, remove: secondChannel })).not.toContain(
    'I don’t give public answers',
  );
  expect(await set(discord, 'mentions', { add: secondChannel })).toContain(silent(secondChannel.id));
});

test('a channel where all are to read what the bot says, but it can’t write, is warned of', async () => {
  const { discord } = await addServers();
  const { secondChannel } = homeOf(discord);
  discord.setBotPermissions(secondChannel, { deny: permission.sendMessages });
  expect(await set(discord, 'speak', { add: secondChannel })).toContain('I can’t write in');
});

test('what changes nothing is no change: nothing to undo, and nothing is told', async () => {
  const { discord } = await addServers();
  const user = manager(discord);
  const same = shown(await discord.interact(command({ name: 'settings', subcommand: 'cooldown', user })));
  expect(labelsOf(same)).toEqual([]);
  const changes = await discord.interact(command({ name: 'knowledge', subcommand: 'undo', user }));
  expect(textOf(changes.message)).toContain('Nothing has been changed');
});

test('/settings private makes answers private unless the asker says otherwise, and can be taken back', async () => {
  const { discord } = await addServers();
  expect(await set(discord, 'private', { 'by-default': true })).toContain('are private');
  const isPrivate = async (options: Readonly<Record<string, boolean | Person>> = {}) =>
    (await discord.interact(ask(MEETING, options))).isEphemeral;
  expect(await isPrivate()).toBe(true);
  expect(await isPrivate({ private: false })).toBe(false);
  expect(await isPrivate({ for: discord.people.moderator })).toBe(false);
  await undo(discord);
  expect(await isPrivate()).toBe(false);
});

test('/settings cooldown says how often a member may ask', async () => {
  const { discord } = await addServers();
  const words = await set(discord, 'cooldown', { 'in-a-row': 1, seconds: 600 });
  expect(words).toContain('1 question in a row per channel, then one every 600 seconds');
  await discord.interact(ask(MEETING));
  expect(textOf((await discord.interact(ask(MEETING))).message)).toMatch(/again in (?:600|59\d) seconds/);
  expect(await set(discord, 'cooldown', { seconds: 20 })).toContain(
    '1 question in a row per channel, then one every 20 seconds',
  );
  expect(await set(discord, 'cooldown', { reset: true })).toContain(
    '5 questions in a row per channel, then one every 4 seconds',
  );
});

test('/settings strictness changes what is answered, there alone, and is told in explanations', async () => {
  const { discord } = await addServers();
  const [home, other] = discord.guilds;
  // Answered with a confidence of 64 %.
  const question = 'Who held the meeting?';
  const answeredIn = async (guild: Guild | undefined) =>
    textOf((await discord.interact({ ...ask(question), ...(guild && { guild }) })).message);
  const explained = async () => {
    const options = { question };
    const user = discord.people.moderator;
    const why = command({ name: 'knowledge', subcommand: 'explain', options, user });
    const card = shown(await discord.interact(why));
    const details = await discord.interact(press(card, 'Details', { user }));
    return textOf(details.message).replaceAll('\u00a0', ' ');
  };
  expect(await explained()).toContain('I answer from 46 % on');
  expect(await answeredIn(home)).not.toContain('I’m not sure');
  expect(await set(discord, 'strictness', { step: 'strict' })).toContain('Strict');
  expect(await explained()).toContain('I answer from 75 % on, and show the closest passage from 55 % on');
  expect(await answeredIn(home)).toContain('I’m not sure');
  expect(await answeredIn(other)).not.toContain('I’m not sure');
  await set(discord, 'strictness', { step: 'lenient' });
  expect(await explained()).toContain('I answer from 35 % on, and show the closest passage from 28 % on');
  expect(await answeredIn(home)).not.toContain('I’m not sure');
  await undo(discord);
  expect(await explained()).toContain('I answer from 75 % on');
});

test('/settings language is what the bot speaks to everybody there', async () => {
  const { discord } = await addServers();
  const [, other] = discord.guilds;
  expect(await set(discord, 'language', { language: 'de' })).toContain('Sprache: Deutsch für alle');
  expect(labelsOf(shown(await discord.interact({ ...ask(MEETING), locale: 'fr' })))).toContain('Mehr…');
  const said = await answerTo(discord, { text: MEETING, mentionsBot: true });
  expect(labelsOf(said)).toContain('Mehr…');
  const elsewhere = { ...ask(MEETING), ...(other && { guild: other }), locale: 'fr' };
  expect(labelsOf(shown(await discord.interact(elsewhere)))).not.toContain('Mehr…');
  expect(await set(discord, 'language', { reset: true })).toContain('each member’s own');
  expect(labelsOf(shown(await discord.interact({ ...ask(MEETING), locale: 'fr' })))).not.toContain('Mehr…');
});

test('/settings show tells all at once with what keeps it from working, to who manages the server', async () => {
  const { discord } = await addServers();
  const { secondChannel } = homeOf(discord);
  expect(await show(discord)).not.toContain('⚠️');
  discord.setBotPermissions(secondChannel, { deny: permission.sendMessages });
  await set(discord, 'log', { channel: secondChannel });
  await set(discord, 'stale', { days: 30 });
  const shownNow = await show(discord);
  expect(shownNow).toContain(`⚠️ I can’t write in <#${secondChannel.id}>`);
  expect(shownNow).toContain('marked outdated after 30 days');
  const { moderator } = discord.people;
  for (const [subcommand, options] of [
    ['show', {}],
    ['strictness', { step: 'strict' }],
  ] as const) {
    const refused = await discord.interact(
      command({ name: 'settings', subcommand, options, user: moderator }),
    );
    expect(textOf(refused.message)).toContain('Manage Server');
  }
});

test('what was set is taken back by the button under its confirmation, all of it, and the log channel is told', async () => {
  const { discord } = await addServers();
  const { channel, secondChannel, roles } = homeOf(discord);
  const user = manager(discord);
  const toldThere = (where: Channel) =>
    discord.nextRequest(({ path }) => path === `/channels/${where.id}/messages`);
  let next = toldThere(secondChannel);
  await set(discord, 'log', { channel: secondChannel });
  await next;
  const options = { channel, role: roles.news };
  next = toldThere(secondChannel);
  const chosen = await discord.interact(command({ name: 'settings', subcommand: 'people', options, user }));
  expect(await show(discord)).toContain(`Questions for helpers go to <#${channel.id}>`);
  await next;
  next = toldThere(secondChannel);
  const undone = await discord.interact(press(shown(chosen), 'Undo', { user }));
  expect(textOf(undone.message)).toContain(`Undone. Now helper channel: <#${channel.id}> → none`);
  expect(await show(discord)).toContain('Helpers: off');
  await next;
  expect(discord.listMessages(secondChannel.id).at(-1)?.content).toContain(
    `Undone. Now \n- helper channel: <#${channel.id}> → none\n- helper role: <@&${roles.news.id}> → none`,
  );
  // The undoing of the log channel itself is told in the one that was.
  const both = Promise.all([toldThere(channel), toldThere(secondChannel)]);
  const moved = await discord.interact(
    command({ name: 'settings', subcommand: 'log', options: { channel }, user }),
  );
  await both;
  const bothAgain = Promise.all([toldThere(channel), toldThere(secondChannel)]);
  await discord.interact(press(shown(moved), 'Undo', { user }));
  await bothAgain;
  expect(discord.findLastMessage(channel.id)?.content).toContain(
    `Undone. Now log channel: <#${channel.id}> → <#${secondChannel.id}>`,
  );
  // Who may no longer manage the server may not any more, though they hold the message.
  const demoted = replacePermissions(user, memberBits);
  const again = await discord.interact(press(shown(undone), 'Redo', { user: demoted }));
  expect(textOf(again.message)).toContain('Manage Server');
});

test('/settings people keeps the channel when the role is set, and the other way round', async () => {
  const { discord } = await addServers();
  const { channel, secondChannel, roles } = homeOf(discord);
  await set(discord, 'people', { channel });
  expect(await set(discord, 'people', { role: roles.news })).toContain(
    `<#${channel.id}> <@&${roles.news.id}>`,
  );
  expect(await set(discord, 'people', { channel: secondChannel })).toContain(
    `<#${secondChannel.id}> <@&${roles.news.id}>`,
  );
  expect(await set(discord, 'people', { reset: true })).toContain('Helpers: off');
});

test('/knowledge undo lists settings with their values before and after, with a button where one can be undone', async () => {
  const { discord } = await addServers();
  const { secondChannel } = homeOf(discord);
  await set(discord, 'log', { channel: secondChannel });
  await set(discord, 'cooldown', { seconds: 20 });
  await set(discord, 'cooldown', { seconds: 30 });
  const user = manager(discord);
  const list = shown(await discord.interact(command({ name: 'knowledge', subcommand: 'undo', user })));
  const by = `\n-# <@${user.id}> · <t:`;
  for (const change of [
    'seconds between questions: 20 → 30',
    'seconds between questions: 4 → 20',
    `log channel: none → <#${secondChannel.id}>`,
  ])
    expect(wordsOf(list)).toContain(`${change}${by}`);
  expect(labelsOf(list)).toEqual(['Undo', 'Undo']);
});
