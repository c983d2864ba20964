import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../src/discord/cards/colours.ts';
import { COMMANDS } from '../../src/discord/routing/commands.ts';
import { button, command, modalSubmit, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { crowd } from './crowd.ts';
import type { LogLine } from './running-bot.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, customIdOf, labelsOf, menuOf, now, pick, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const PETS = 'May I bring my poodle along to the offices?';
const NEEDED = 'Manage Messages';
const TELL_ME = 'Tell me when you know';
const FORGET = 'Forget this answer';

function guildsOf({ guilds: [home, other] }: LocalDiscord) {
  if (home === undefined || other === undefined) throw new Error('there are not two servers');
  return { home, other };
}

const unanswered = (user: Person, where: object = {}) => command({ name: 'unanswered', user, ...where });

/** What the moderator sees who calls up the list. */
async function listed(discord: LocalDiscord, user = discord.people.moderator): Promise<Message> {
  return shown(await discord.interact(unanswered(user)));
}

/** The same moderator opens the first entry of the list, and presses Teach. */
async function teachable(discord: LocalDiscord, user = discord.people.moderator): Promise<Message> {
  const list = await listed(discord, user);
  const card = shown(await discord.interact(pick(list, 0, { user })));
  return shown(await discord.interact(press(card, 'Teach', { user })));
}

/** The beginning of the first passage that the menu offers. */
function firstPassageOf(menu: Message): string {
  const label = menuOf(menu).options?.[0]?.label?.slice(0, 40);
  if (label === undefined) throw new Error('the menu offers no passage');
  return label;
}

/** The next message that the bot sends by itself. */
function nextSent(discord: LocalDiscord) {
  return discord.nextRequest(
    ({ method, route, status }) =>
      method === 'POST' && route === '/channels/:channel/messages' && status === 200,
  );
}

/** The moderator opens the form in which an answer to the first entry is written. */
async function writing(discord: LocalDiscord, user = discord.people.moderator) {
  const card = shown(await discord.interact(pick(await listed(discord, user), 0, { user })));
  const { modal } = await discord.interact(press(card, 'Write an answer', { user }));
  if (modal === undefined) throw new Error('no form');
  return { modal, message: card, user };
}

/** The log's line on who was told that somebody else had dealt with a question. */
const isSettled = (line: LogLine): boolean => line.msg === 'refused' && line['code'] === 'settled';

/** The moderator teaches the first passage to the first entry; resolves when the bot has sent the message it is to send then. */
async function taughtTo(discord: LocalDiscord) {
  const menu = await teachable(discord);
  const sent = nextSent(discord);
  await discord.interact(pick(menu, 0, { user: discord.people.moderator }));
  return sent;
}

const explained = (user: Person, question = PETS, where: object = {}) =>
  command({ name: 'knowledge', subcommand: 'explain', options: { question }, user, ...where });

/** Everything that an interaction has told, wherever it stands. */
async function told(discord: LocalDiscord, request: Parameters<LocalDiscord['interact']>[0]) {
  const { message, followUps } = await discord.interact(request);
  return [message, ...followUps].map(textOf).join();
}

describe('a moderator', () => {
  test('lists what was not answered, teaches one, and the next asker gets the answer', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const { home } = guildsOf(discord);
    await discord.interact(ask(PETS));
    await discord.ask({ text: PETS.toLowerCase(), mentionsBot: true });
    const list = await discord.interact(unanswered(user));
    expect(list.isEphemeral).toBe(true);
    const [embed] = shown(list).embeds;
    expect(embed?.title).toBe('1 unanswered question');
    expect(embed?.description).toMatch(
      /^\*\*may i bring my poodle along to the offices\?\*\*\n2 times · first <t:\d+:R>, last <t:/,
    );
    expect(embed?.description).toContain(`https://discord.com/channels/${home.id}/${home.channel.id}/`);
    const menu = await teachable(discord);
    const passage = menuOf(menu).options?.[1]?.label?.slice(0, 40) ?? '';
    const taught = shown(await discord.interact(pick(menu, 1, { user })));
    expect(taught.embeds[0]?.description).toContain('From now on I answer this question');
    expect(taught.embeds[0]?.description).toContain(`> ${passage}`);
    const back = shown(await discord.interact(press(taught, 'Back to the list', { user })));
    expect(back.embeds[0]?.title).toBe('No unanswered questions');
    const answer = await discord.interact(ask('may i brng my poodle along to the offices'));
    expect(answer.isEphemeral).toBe(false);
    expect(answer.message?.components[0]?.['accent_color']).toBe(COLOURS.answered);
    expect(textOf(answer.message)).toContain(passage);
  });

  test('writes an answer, which becomes an article of the server and answers from then on; who waited is told', async () => {
    const { discord } = await addServers();
    const { home, other } = guildsOf(discord);
    const asked = await discord.ask({ text: PETS, mentionsBot: true });
    await discord.interact(press(asked, TELL_ME));
    const form = await writing(discord);
    const sent = nextSent(discord);
    const text = 'Small dogs may come along to the offices on a lead.';
    const added = await discord.interact(modalSubmit({ ...form, values: { text, url: '' } }));
    expect(textOf(added.message)).toContain('Added. It answers');
    await sent;
    expect(textOf(discord.findLastMessage(home.channel.id))).toContain(text);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('Small dogs may come');
    expect(textOf((await discord.interact({ ...ask(PETS), guild: other })).message)).not.toContain(
      'Small dogs',
    );
    expect((await listed(discord)).embeds[0]?.title).toBe('No unanswered questions');
  });

  test('takes back at once what was taught by mistake', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    await discord.interact(ask(PETS));
    const taught = shown(await discord.interact(pick(await teachable(discord), 0, { user })));
    const forgotten = shown(await discord.interact(press(taught, FORGET, { user })));
    expect(textOf(forgotten)).toContain('Forgotten.');
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('I don’t know');
  });

  test('dismisses one, which comes back only when it is asked again', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    for (const question of [PETS, 'How do I mine bitcoin?']) await discord.interact(ask(question));
    const list = await listed(discord);
    const card = shown(await discord.interact(pick(list, 0, { user })));
    const left = shown(await discord.interact(press(card, 'Dismiss', { user })));
    expect(left.embeds.map(({ title }) => title)).toEqual([undefined, '1 unanswered question']);
    await discord.interact(ask('How do I mine bitcoin?'));
    expect((await listed(discord)).embeds[0]?.title).toBe('2 unanswered questions');
  });

  test('sees neither who asked nor where of what was private', async () => {
    const { discord } = await addServers();
    const { member } = discord.people;
    await discord.interact(ask(PETS));
    const text = textOf(await listed(discord));
    expect(text).toContain('in private');
    expect(text).not.toContain(member.id);
    expect(text).not.toContain('discord.com/channels');
  });

  test('goes on after a restart', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const user = discord.people.moderator;
    await discord.interact(ask(PETS));
    const list = await listed(discord);
    const card = shown(await discord.interact(pick(await listed(discord), 0, { user })));
    const menu = await teachable(discord);
    await scene.restart();
    const picked = shown(await discord.interact(pick(list, 0, { user })));
    expect(textOf(picked)).toContain('poodle');
    expect(labelsOf(picked)).toEqual(['Teach', 'Write an answer', 'Dismiss', 'Back to the list']);
    expect(menuOf(shown(await discord.interact(press(card, 'Teach', { user })))).options).not.toEqual([]);
    expect(await told(discord, pick(menu, 0, { user }))).toContain('From now on I answer');
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(firstPassageOf(menu));
  });

  test('who comes second is told that it is settled, and the first one’s passage stays', async () => {
    const { discord } = await addServers();
    const { moderator, administrator } = discord.people;
    await discord.interact(ask(PETS));
    const menus = [await teachable(discord, moderator), await teachable(discord, administrator)] as const;
    const [first, second] = await Promise.all([
      told(discord, pick(menus[0], 0, { user: moderator })),
      told(discord, pick(menus[1], 1, { user: administrator })),
    ]);
    const isFirst = first.includes('From now on');
    expect(isFirst ? second : first).toContain('already been dealt with');
    const taught = menuOf(menus[0]).options?.[isFirst ? 0 : 1]?.label?.slice(0, 40) ?? '';
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(taught);
  });

  test('of two answers that are written at once one is taught; both are articles', async () => {
    const { discord, bot } = await addServers();
    const { moderator, administrator } = discord.people;
    await discord.interact(ask(PETS));
    const forms = [await writing(discord, moderator), await writing(discord, administrator)];
    const both = await Promise.all(
      forms.map((form, number) =>
        told(discord, modalSubmit({ ...form, values: { text: `Poodles wait at gate ${number}.`, url: '' } })),
      ),
    );
    expect(both.filter((text) => text.includes('Added. It answers'))).toHaveLength(2);
    await bot.logged(isSettled);
    const changes = await discord.interact(
      command({ name: 'knowledge', subcommand: 'undo', user: administrator }),
    );
    expect(textOf(changes.message).split('taught: ')).toHaveLength(2);
  });
});

describe('what was taught', () => {
  test('is explained as such to moderators, who take it back for good; undone by who manages the server', async () => {
    const { discord } = await addServers();
    const { moderator, administrator } = discord.people;
    await discord.interact(ask(PETS));
    const menu = await teachable(discord);
    const passage = firstPassageOf(menu);
    await discord.interact(pick(menu, 0, { user: moderator }));
    const why = shown(await discord.interact(explained(moderator, PETS.toLowerCase())));
    expect(textOf(why)).toMatch(
      /a moderator chose this passage for the question.*taught for: May I bring my poodle/,
    );
    const done = shown(await discord.interact(press(why, FORGET, { user: moderator })));
    expect(textOf(done)).toContain('Forgotten. I answer this from the articles alone again: May I');
    // To undo it needs more.
    expect(labelsOf(done)).toEqual([]);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('I don’t know');
    const trail = command({ name: 'knowledge', subcommand: 'undo', user: administrator });
    const changes = shown(await discord.interact(trail));
    expect(textOf(changes)).toContain(
      `forgotten: may i bring my poodle along to the offices · <@${moderator.id}>`,
    );
    await discord.interact(pick(changes, 0, { user: administrator }));
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(passage);
    const again = shown(await discord.interact(explained(administrator)));
    const byManager = shown(await discord.interact(press(again, FORGET, { user: administrator })));
    await discord.interact(press(byManager, 'Undo', { user: administrator }));
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(passage);
  });

  test('is taken back by nobody else, once, also after a restart, and not where something else is taught since', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const { moderator } = discord.people;
    const { other } = guildsOf(discord);
    await discord.interact(ask(PETS));
    const menu = await teachable(discord);
    const passage = firstPassageOf(menu);
    await discord.interact(pick(menu, 0, { user: moderator }));
    const whys = [];
    for (let times = 0; times < 3; times++) whys.push(shown(await discord.interact(explained(moderator))));
    const [first, second, third] = whys;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three times');
    const demoted = { user: replacePermissions(moderator, memberBits) };
    expect(await told(discord, press(first, FORGET, demoted))).toContain(NEEDED);
    const user = discord.people.moderatorElsewhere;
    const there = shown(await discord.interact(explained(user, PETS, { guild: other, locale: 'en-GB' })));
    expect(labelsOf(there)).not.toContain(FORGET);
    const customId = customIdOf(first, FORGET);
    const forged = { message: there, isForged: true, isToldInPart: true, user, guild: other };
    expect(await told(discord, button({ ...forged, customId, locale: 'en-GB' }))).toContain(
      'has changed in the meantime',
    );
    await scene.restart();
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(passage);
    expect(await told(discord, press(second, FORGET, { user: moderator }))).toContain('Forgotten');
    expect(await told(discord, press(third, FORGET, { user: moderator }))).toContain(
      'has changed in the meantime',
    );
  });
});

describe('nobody else', () => {
  test('a member, and a moderator of the other server, are told what it needs, and see nothing', async () => {
    const { discord } = await addServers();
    await discord.interact(ask(PETS));
    for (const user of [discord.people.member, discord.people.moderatorElsewhere]) {
      const refused = await discord.interact(unanswered(user));
      expect(refused.isEphemeral).toBe(true);
      expect(textOf(refused.message)).toContain(NEEDED);
      expect(textOf(refused.message)).not.toContain('poodle');
    }
  });

  test('who is a moderator no more may press nothing, and changes nothing', async () => {
    const { discord } = await addServers();
    await discord.interact(ask(PETS));
    const user = discord.people.moderator;
    const list = await listed(discord);
    const card = shown(await discord.interact(pick(await listed(discord), 0, { user })));
    const menu = await teachable(discord);
    // What is for one person's eyes only that person can press.
    const by = { user: replacePermissions(user, memberBits) };
    for (const request of [
      pick(list, 0, by),
      press(card, 'Teach', by),
      press(card, 'Dismiss', by),
      pick(menu, 0, by),
    ])
      expect(await told(discord, request)).toContain(NEEDED);
    expect((await listed(discord)).embeds[0]?.title).toBe('1 unanswered question');
  });

  test('to a moderator of the other server an id of this one is worth nothing, nor in a direct message', async () => {
    const { discord } = await addServers();
    const { other } = guildsOf(discord);
    const user = discord.people.moderatorElsewhere;
    await discord.interact(ask(PETS));
    const [option] = menuOf(await listed(discord)).options ?? [];
    const askedId = option?.value ?? '';
    const there = { user, guild: other };
    await discord.interact({ ...ask('How do I mine bitcoin?'), ...there });
    const list = shown(await discord.interact(unanswered(user, { guild: other })));
    expect(textOf(list)).not.toContain('poodle');
    const forged = { message: list, isForged: true, isToldInPart: true, ...there };
    const pages = { customId: menuOf(list).custom_id ?? '', values: [askedId] };
    expect(await told(discord, select({ ...forged, ...pages }))).toContain('already been dealt with');
    for (const name of ['unanswered-teach', 'unanswered-dismiss']) {
      const customId = `f1:${name}:0.${askedId}`;
      expect(await told(discord, button({ ...forged, customId }))).toContain('already been dealt with');
    }
    expect((await listed(discord)).embeds[0]?.title).toBe('1 unanswered question');
    const inPrivate = shown(await discord.interact({ ...ask(PETS), isDm: true }));
    const customId = `f1:unanswered-dismiss:0.${askedId}`;
    const pressed = button({
      message: inPrivate,
      customId,
      isForged: true,
      isToldInPart: true,
      user,
      isDm: true,
    });
    expect(await told(discord, pressed)).toContain(NEEDED);
  });

  test('Discord shows the command to moderators alone, and only in servers', () => {
    const found = COMMANDS.find(({ definition }) => definition.name === 'unanswered')?.definition;
    expect(found).toMatchObject({
      default_member_permissions: '8192',
      contexts: [0],
      integration_types: [0],
    });
  });
});

describe('the list', () => {
  test('takes whatever was asked, however hostile or long, and pings nobody', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const hostile = [
      '@everyone zorble',
      '**[zorble](https://evil.example)** `||x||` <@1> <#2>',
      `zorble ${'*_`~|'.repeat(750)}`,
      `zorble ${'🦊'.repeat(1500)}`,
      `zorble ${'x'.repeat(3900)}`,
      '\u202Ezorble\u0000 \n# big',
    ];
    const askers = crowd(discord, hostile.length);
    for (const [number, question] of hostile.entries())
      await discord.interact({ ...ask(question), user: askers[number] ?? user });
    const list = await listed(discord);
    expect(list.embeds[0]?.title).toBe(`${hostile.length} unanswered questions`);
    expect(list.mentions).toEqual([]);
    expect(list.mention_everyone).toBe(false);
    for (const [at] of hostile.entries()) {
      const card = shown(await discord.interact(pick(await listed(discord), at, { user })));
      expect(card.mention_everyone).toBe(false);
      await discord.interact(press(card, 'Teach', { user }));
    }
  });

  test('offers as many passages as Discord takes, however long they and their places are', async () => {
    const sentences = Array.from(
      { length: 60 },
      (_, number) => `Step ${number} leads to the top ${'on '.repeat(90)}.`,
    );
    const path = `${'long-'.repeat(30)}.md`;
    const articles = {
      [path]: `---\ntitle: Steps\n---\n\n# ${'Way '.repeat(60)}\n\n${sentences.join('\n\n')}\n`,
    };
    const { discord } = await addServers({ articles });
    await discord.interact(ask('Do zorbles reach the top?'));
    expect(menuOf(await teachable(discord)).options).toHaveLength(25);
  });

  test('has pages of which none is too long, and leads back to where one was', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const { channel } = guildsOf(discord).home;
    for (const [number, asker] of crowd(discord, 30).entries())
      await discord.ask({
        text: `zorble${'abcdefghijklmnopqrstuvwxyz'[number % 26]}${number} ${'*'.repeat(300)}`,
        user: asker,
        mentionsBot: true,
      });
    let page = await listed(discord);
    expect(page.embeds[0]?.footer?.text).toBe('page 1 of 4');
    for (let number = 2; number <= 4; number++) {
      page = shown(await discord.interact(press(page, 'Next', { user })));
      expect(page.embeds[0]?.footer?.text).toBe(`page ${number} of 4`);
      expect(textOf(page)).toContain(`/${channel.id}/`);
    }
    const card = shown(await discord.interact(pick(page, 1, { user })));
    const back = shown(await discord.interact(press(card, 'Back to the list', { user })));
    expect(back.embeds[0]?.footer?.text).toBe('page 4 of 4');
    const before = shown(await discord.interact(press(back, 'Previous', { user })));
    expect(before.embeds[0]?.footer?.text).toBe('page 3 of 4');
  });
});

describe('Tell me when you know', () => {
  test('tells who asked, once, as a reply where they asked, pinging them alone', async () => {
    const { discord } = await addServers();
    const { member, moderator } = discord.people;
    const { channel } = guildsOf(discord).home;
    const unknown = await discord.ask({ text: PETS, mentionsBot: true });
    expect(await told(discord, press(unknown, TELL_ME, { user: moderator }))).toContain(
      'I can only notify the member who asked',
    );
    await discord.interact(press(unknown, TELL_ME));
    expect(labelsOf(now(discord, unknown))).toContain('I’ll tell you');
    await taughtTo(discord);
    const news = shown({ message: discord.findLastMessage(channel.id) });
    const [opening, question, quote] = news.content.split('\n');
    expect(opening).toBe(`<@${member.id}>, here’s the answer to your question:`);
    expect(question).toBe(`-# ${PETS}`);
    expect(quote).toMatch(/^> ./);
    expect(news.mentions.map(({ id }) => id)).toEqual([member.id]);
    expect(news.message_reference?.message_id).toBe(unknown.id);
    expect(discord.listMessages(channel.id)).toHaveLength(2);
  });

  test('shows what was taught meanwhile at once, to who asked alone, and waits for nothing', async () => {
    const { discord } = await addServers();
    const { member } = discord.people;
    const { channel } = guildsOf(discord).home;
    const unknown = await discord.ask({ text: PETS, mentionsBot: true });
    const menu = await teachable(discord);
    const passage = firstPassageOf(menu);
    await discord.interact(pick(menu, 0, { user: discord.people.moderator }));
    const known = await discord.interact(press(unknown, TELL_ME));
    expect(known.isEphemeral).toBe(true);
    expect(textOf(known.message)).toContain(`"<@${member.id}>, here’s the answer to your question:"`);
    expect(textOf(known.message)).toContain(passage);
    expect(labelsOf(now(discord, unknown))).toContain(TELL_ME);
    expect(discord.listMessages(channel.id)).toHaveLength(1);
    expect((await listed(discord)).embeds[0]?.title).toBe('No unanswered questions');
  });

  test('opens again what was dismissed, and tells when it is taught', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const { channel } = guildsOf(discord).home;
    const unknown = await discord.ask({ text: PETS, mentionsBot: true });
    const card = shown(await discord.interact(pick(await listed(discord), 0, { user })));
    await discord.interact(press(card, 'Dismiss', { user }));
    expect((await listed(discord)).embeds[0]?.title).toBe('No unanswered questions');
    await discord.interact(press(unknown, TELL_ME));
    expect(labelsOf(now(discord, unknown))).toContain('I’ll tell you');
    expect((await listed(discord)).embeds[0]?.title).toBe('1 unanswered question');
    await taughtTo(discord);
    expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
  });

  test('tells who waits for what was dismissed, once somebody else has asked it and it is taught', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const [asker] = crowd(discord, 1);
    const { home, other } = guildsOf(discord);
    const there = await discord.ask({ text: PETS, mentionsBot: true, guild: other });
    await discord.interact({ ...press(there, 'Sag mir, wenn du es weißt'), guild: other });
    const unknown = await discord.ask({ text: PETS, mentionsBot: true });
    await discord.interact(press(unknown, TELL_ME));
    const card = shown(await discord.interact(pick(await listed(discord), 0, { user })));
    await discord.interact(press(card, 'Dismiss', { user }));
    await discord.interact({ ...ask(PETS.toLowerCase()), ...(asker === undefined ? {} : { user: asker }) });
    await taughtTo(discord);
    const news = shown({ message: discord.findLastMessage(home.channel.id) });
    expect(news.mentions.map(({ id }) => id)).toEqual([discord.people.member.id]);
    expect(news.message_reference?.message_id).toBe(unknown.id);
    expect(discord.listMessages(other.channel.id)).toHaveLength(1);
  });

  test('tells in a direct message what was private, and never in public', async () => {
    const { discord } = await addServers();
    const { channel } = guildsOf(discord).home;
    const unknown = shown(await discord.interact(ask(PETS)));
    await discord.interact(press(unknown, TELL_ME));
    const { path } = await taughtTo(discord);
    expect(path).not.toContain(channel.id);
    expect(discord.listMessages(channel.id)).toEqual([]);
  });

  test('tells in a direct message where the bot can’t write any more', async () => {
    const { discord } = await addServers();
    const { channel } = guildsOf(discord).home;
    const unknown = await discord.ask({ text: PETS, mentionsBot: true });
    await discord.interact(press(unknown, TELL_ME));
    discord.setBotPermissions(channel, { deny: permission.sendMessages });
    const { path } = await taughtTo(discord);
    expect(path).not.toContain(channel.id);
  });

  test('tells once the removal of an article that answers is undone', async () => {
    const { discord } = await addServers();
    const { moderator, administrator: user } = discord.people;
    const { channel } = guildsOf(discord).home;
    const bytes = new TextEncoder().encode('Ferry\n\nThe Kellmar ferry had nine decks.\n');
    const knowledge = (subcommand: string, options = {}) =>
      discord.interact(command({ name: 'knowledge', subcommand, options, user }));
    await knowledge('add', { file: { name: 'ferry.txt', bytes } });
    const removed = shown(await knowledge('remove', { article: 'server/ferry.txt' }));
    const unknown = await discord.ask({
      text: 'How many decks did the Kellmar ferry have?',
      mentionsBot: true,
    });
    await discord.interact(press(unknown, TELL_ME));
    expect((await listed(discord, moderator)).embeds[0]?.title).toBe('1 unanswered question');
    const sent = nextSent(discord);
    await discord.interact(press(removed, 'Undo', { user }));
    await sent;
    expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
    expect((await listed(discord, moderator)).embeds[0]?.title).toBe('No unanswered questions');
  });

  test('tells once the server is set to be less strict, and what is known is sure enough', async () => {
    const { discord } = await addServers();
    const { administrator: user } = discord.people;
    const { channel } = guildsOf(discord).home;
    const set = (step: string) =>
      discord.interact(command({ name: 'settings', subcommand: 'strictness', options: { step }, user }));
    await set('strict');
    const unknown = await discord.ask({ text: 'what did the chiefs do', mentionsBot: true });
    await discord.interact(press(unknown, TELL_ME));
    const sent = nextSent(discord);
    await set('lenient');
    await sent;
    expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
  });

  test('tells nobody who has left the server since', async () => {
    const { discord, bot } = await addServers();
    const unknown = shown(await discord.interact(ask(PETS)));
    await discord.interact(press(unknown, TELL_ME));
    discord.removeFrom(guildsOf(discord).home, discord.people.member);
    await discord.interact(pick(await teachable(discord), 0, { user: discord.people.moderator }));
    expect(await bot.logged(({ msg }) => msg === 'asker not told: gone')).toHaveProperty('level', 30);
    expect(discord.requests.map(({ path }) => path)).not.toContain('/users/@me/channels');
  });

  test('gives up, and says so in the log, who cannot be reached', async () => {
    const { discord, bot } = await addServers();
    const unknown = shown(await discord.interact(ask(PETS)));
    await discord.interact(press(unknown, TELL_ME));
    discord.faults.next({ path: /users\/@me\/channels/ }, { kind: 'status', status: 403 });
    const menu = await teachable(discord);
    const taught = await told(discord, pick(menu, 0, { user: discord.people.moderator }));
    expect(taught).toContain('From now on');
    expect(await bot.logged(({ msg }) => msg === 'asker not told')).toHaveProperty('level', 40);
  });

  test('tells once an article answers, added to the server or read from the folder', async () => {
    const { discord, folder } = await addServers();
    const user = discord.people.moderator;
    const { channel } = guildsOf(discord).home;
    const isSent: Parameters<LocalDiscord['nextRequest']>[0] = ({ method, path }) =>
      method === 'POST' && path === `/channels/${channel.id}/messages`;
    const article = 'Poodles\n\nPoodles may come along to the offices of the hill.\n';
    for (const [question, change] of [
      [
        'May poodles come along to the offices of the hill?',
        () => {
          const file = { name: 'poodles.txt', bytes: new TextEncoder().encode(article) };
          return discord.interact(command({ name: 'knowledge', subcommand: 'add', options: { file }, user }));
        },
      ],
      [
        'When was the bridge of Kellmar built?',
        async () => {
          await writeArticles(folder, {
            'bridge.txt': 'Bridge\n\nThe bridge of Kellmar was built in 1850.\n',
          });
          return discord.interact(command({ name: 'refresh', user }));
        },
      ],
    ] as const) {
      const unknown = await discord.ask({ text: question, mentionsBot: true });
      await discord.interact(press(unknown, TELL_ME));
      const sent = discord.nextRequest(isSent);
      await change();
      await sent;
      const news = shown({ message: discord.findLastMessage(channel.id) });
      expect(news.message_reference?.message_id).toBe(unknown.id);
      expect(news.content).toContain('here’s the answer');
      expect(news.content).toMatch(/^> ./m);
    }
    expect((await listed(discord)).embeds[0]?.title).toBe('No unanswered questions');
  });

  test.each(['taught', 'written'])(
    'tells what was %s though the moderator can no longer be told that it was',
    async (how) => {
      const { discord } = await addServers({ expectedFailures: 1 });
      const { channel } = guildsOf(discord).home;
      const unknown = await discord.ask({ text: PETS, mentionsBot: true });
      await discord.interact(press(unknown, TELL_ME));
      const request =
        how === 'taught'
          ? pick(await teachable(discord), 0, { user: discord.people.moderator })
          : modalSubmit({
              ...(await writing(discord)),
              values: { text: 'Small dogs may come along to the offices on a lead.', url: '' },
            });
      const sent = nextSent(discord);
      discord.faults.next({ method: 'PATCH', path: /original/ }, { kind: 'status', status: 404 });
      await discord.interact(request);
      await sent;
      expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
      expect((await listed(discord)).embeds[0]?.title).toBe('No unanswered questions');
    },
  );

  test('tells what a note answers though the question that it was written for was dealt with meanwhile', async () => {
    const { discord, bot } = await addServers();
    const { channel } = guildsOf(discord).home;
    const user = discord.people.moderator;
    const unknown = await discord.ask({
      text: 'How many decks did the Kellmar ferry have?',
      mentionsBot: true,
    });
    await discord.interact(press(unknown, TELL_ME));
    await discord.interact(ask(PETS));
    const list = await listed(discord);
    const form = await writing(discord);
    await discord.interact(
      press(shown(await discord.interact(pick(list, 0, { user }))), 'Dismiss', { user }),
    );
    const sent = nextSent(discord);
    const values = { text: 'The Kellmar ferry had nine decks.', url: '' };
    await discord.interact(modalSubmit({ ...form, values }));
    await bot.logged(isSettled);
    await sent;
    expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
  });

  test('does not stand under answers, nor in direct messages', async () => {
    const { discord } = await addServers();
    const answer = shown(await discord.interact(ask('When was the meeting held?')));
    const inPrivate = shown(await discord.interact({ ...ask(PETS), isDm: true }));
    for (const message of [answer, inPrivate]) expect(labelsOf(message)).not.toContain(TELL_ME);
    expect(textOf(inPrivate)).toContain('I don’t know');
  });
});
