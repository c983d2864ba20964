import { EventEmitter, once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../src/discord/cards/card.ts';
import { COMMANDS } from '../../src/discord/routing/commands.ts';
import { button, command, modalSubmit, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { crowd } from './crowd.ts';
import type { LogLine } from './running-bot.ts';
import { writeArticles } from './scene.ts';
import { readStore } from './scene-store.ts';
import { shareBot } from './shared-bot.ts';
import {
  ask,
  customIdOf,
  labelsOf,
  MEETING,
  menuOf,
  now,
  pick,
  press,
  shown,
  textOf,
} from './under-answers.ts';

const addServers = shareBot();

const PETS = 'May I bring my poodle along to the offices?';
const NEEDED = 'Manage Messages';
const YES = 'Yes, that’s it';
const TELL_ME = 'Tell me when you know';
const FORGET = 'Forget this answer';

function guildsOf({ guilds: [home, other] }: LocalDiscord) {
  if (home === undefined || other === undefined) throw new Error('there are not two servers');
  return { home, other };
}

const unanswered = (user: Person, where: object = {}) => command({ name: 'unanswered', user, ...where });

/** What the moderator sees who calls up the queue: the first entry, or that there is none. */
async function listed(discord: LocalDiscord, user = discord.people.moderator): Promise<Message> {
  return shown(await discord.interact(unanswered(user)));
}

/** How many entries the queue has, as its screen tells. */
function countOf(screen: Message): number {
  const text = textOf(screen);
  if (text.includes('All caught up')) return 0;
  return Number(/"-# \d+ of (\d+)/.exec(text)?.[1] ?? Number.NaN);
}

async function countListed(discord: LocalDiscord, user = discord.people.moderator): Promise<number> {
  return countOf(await listed(discord, user));
}

/** The beginning of the passage that the screen asks about. */
function nearestOf(screen: Message): string {
  const nearest = /Does this answer it\?\*\*\\n> ([^"\\]{10,40})/.exec(textOf(screen))?.[1];
  if (nearest === undefined) throw new Error('the screen asks about no passage');
  return nearest;
}

/** Teaches as many answers in a server as a statement of SQL. */
function teachSql(guildId: string, count: number): string {
  return `insert into guild_values (guild_id, kind, name, value, changed_at, changed_by)
    with recursive taught (number) as (select 1 union all select number + 1 from taught where number < ${count})
    select '${guildId}', 'taught', 'question ' || number, '{}', 0, '' from taught`;
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
  const message = await listed(discord, user);
  const { modal } = await discord.interact(press(message, 'Write an answer', { user }));
  if (modal === undefined) throw new Error('no form');
  return { modal, message, user };
}

/** The log's line on who was told that somebody else had dealt with a question. */
const isSettled = (line: LogLine): boolean => line.msg === 'refused' && line['code'] === 'settled';

/** The moderator teaches the nearest passage to the first entry; resolves when the bot has sent the message it is to send then. */
async function taughtTo(discord: LocalDiscord) {
  const screen = await listed(discord);
  const sent = nextSent(discord);
  await discord.interact(press(screen, YES, { user: discord.people.moderator }));
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
    const screen = shown(list);
    const text = textOf(screen);
    expect(text).toContain('-# 1 of 1\\n**may i bring my poodle along to the offices?**');
    expect(text).toMatch(/Asked 2 times, last <t:\d+:R>/);
    expect(text).toContain(`https://discord.com/channels/${home.id}/${home.channel.id}/`);
    expect(text).toContain(`<@${discord.people.member.id}>`);
    expect(text).toContain('I said that I don’t know.');
    expect(labelsOf(screen)).toEqual([YES, 'Write an answer', 'Dismiss']);
    const passage = nearestOf(screen);
    const taught = shown(await discord.interact(press(screen, YES, { user })));
    expect(textOf(taught)).toContain('"Taught."');
    expect(countOf(taught)).toBe(0);
    const answer = await discord.interact(ask('may i brng my poodle along to the offices'));
    expect(answer.isEphemeral).toBe(false);
    expect(answer.message?.components[0]?.['accent_color']).toBe(COLOURS.answered);
    expect(textOf(answer.message)).toContain(passage);
  });

  test('settles each entry with one tap, or two for another passage, and each leads to the next by itself', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const { home } = guildsOf(discord);
    const questions = ['Do zorbles reach the offices?', 'How do I mine bitcoin?', PETS];
    for (const question of questions) await discord.interact(ask(question));
    const first = await listed(discord);
    expect(textOf(first)).toContain(`-# 1 of 3\\n**${PETS}**`);
    // The bot hid its “I don't know”; nobody asked in private.
    expect(textOf(first)).toContain(`<#${home.channel.id}>`);
    expect(textOf(first)).toContain(`<@${discord.people.member.id}>`);
    const other = menuOf(first).options?.[0]?.label?.slice(0, 30) ?? '';
    const second = shown(await discord.interact(pick(first, 0, { user })));
    expect(textOf(second)).toContain('"Taught."');
    expect(textOf(second)).toContain('-# 1 of 2\\n**How do I mine bitcoin?**');
    const skipped = shown(await discord.interact(press(second, 'Next', { user })));
    expect(textOf(skipped)).toContain(`-# 2 of 2\\n**${questions[0]}**`);
    const around = shown(await discord.interact(press(skipped, 'Next', { user })));
    expect(textOf(around)).toContain('-# 1 of 2');
    const third = shown(await discord.interact(press(around, 'Dismiss', { user })));
    expect(textOf(third)).toContain('Dismissed until it is asked again.');
    expect(textOf(third)).toContain(`-# 1 of 1\\n**${questions[0]}**`);
    const done = shown(await discord.interact(press(third, YES, { user })));
    expect(textOf(done)).toContain('All caught up');
    expect(labelsOf(done)).toEqual(['Undo']);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(other);
  });

  test('does without what the articles answer by now, and has it back when they no longer do', async () => {
    const { discord } = await addServers();
    const { moderator, administrator: user } = discord.people;
    for (const question of ['How many decks did the Kellmar ferry have?', PETS])
      await discord.interact(ask(question));
    expect(await countListed(discord)).toBe(2);
    const bytes = new TextEncoder().encode('Ferry\n\nThe Kellmar ferry had nine decks.\n');
    const knowledge = (subcommand: string, options: Parameters<typeof command>[0]['options'] = {}) =>
      discord.interact(command({ name: 'knowledge', subcommand, options, user }));
    await knowledge('add', { file: { name: 'ferry.txt', bytes } });
    expect(textOf(await listed(discord, moderator))).toContain(`-# 1 of 1\\n**${PETS}**`);
    await knowledge('remove', { article: 'server/ferry.txt' });
    expect(await countListed(discord)).toBe(2);
  });

  test('undoes what was done by mistake: the entry is open again', async () => {
    const { discord } = await addServers();
    const { moderator } = discord.people;
    await discord.interact(ask(PETS));
    for (const [label, user] of [
      [YES, moderator],
      ['Dismiss', moderator],
    ] as const) {
      const done = shown(await discord.interact(press(await listed(discord), label, { user })));
      expect(countOf(done)).toBe(0);
      const undone = shown(await discord.interact(press(done, 'Undo', { user })));
      expect(textOf(undone)).toContain('Undone. The question is open again.');
      expect(textOf(undone)).toContain(`-# 1 of 1\\n**${PETS}**`);
    }
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('I don’t know');
    const form = await writing(discord);
    const values = { text: 'Small dogs may come along to the offices on a lead.', url: '' };
    const written = shown(await discord.interact(modalSubmit({ ...form, values })));
    expect(textOf(written)).toContain('Added and taught.');
    await discord.interact(press(written, 'Undo', { user: moderator }));
    expect(await countListed(discord)).toBe(1);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('I don’t know');
  });

  test('sees what the bot answered, the votes on it, and what members missed', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const answer = shown(await discord.interact(ask(MEETING)));
    const voted = discord.dispatch(press(answer, '👎'));
    const [question] = (await voted.until(({ followUps }) => followUps.length > 0)).followUps;
    expect(textOf(question)).toContain('Thanks. What was missing?');
    const { modal } = await discord.interact(press(shown({ message: question }), 'Say what was missing'));
    if (modal === undefined) throw new Error('no form');
    const missing = '**The hour** @everyone https://evil.example';
    const said = await discord.interact(
      modalSubmit({ modal, message: shown({ message: question }), values: { missing } }),
    );
    expect(textOf(said.message)).toContain('The moderators can read it now.');
    const screen = await listed(discord);
    const text = textOf(screen);
    expect(text).toContain('I answered:');
    expect(text).toContain('👍 0 · 👎 1');
    expect(text).toContain('What members missed:');
    expect(text).toContain('The hour');
    expect(text).not.toContain('**The hour');
    expect(screen.mention_everyone).toBe(false);
    const teaches = shown(await discord.interact(press(screen, YES, { user })));
    expect(countOf(teaches)).toBe(0);
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
    expect(textOf(added.message)).toContain('Added and taught. 1 member is told.');
    expect(countOf(shown(added))).toBe(0);
    await sent;
    expect(textOf(discord.findLastMessage(home.channel.id))).toContain(text);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('Small dogs may come');
    expect(textOf((await discord.interact({ ...ask(PETS), guild: other })).message)).not.toContain(
      'Small dogs',
    );
    expect(await countListed(discord)).toBe(0);
  });

  test('is told that an answer was added, with Undo, where it cannot be taught', async () => {
    const { discord, folder } = await addServers();
    const { home } = guildsOf(discord);
    const user = discord.people.moderator;
    await discord.interact(ask(PETS));
    const form = await writing(discord);
    await readStore(folder, teachSql(home.id, 2_000));
    const values = { text: 'Small dogs may come along to the offices on a lead.', url: '' };
    const added = shown(await discord.interact(modalSubmit({ ...form, values })));
    expect(textOf(added)).toMatch(/Added as an article, but not taught.* 2,?000 /);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('Small dogs may come');
    const undone = shown(await discord.interact(press(added, 'Undo', { user })));
    expect(textOf(undone)).toContain('Undone. The question is open again.');
    expect(textOf((await discord.interact(ask(PETS))).message)).not.toContain('Small dogs');
  });

  test('dismisses one, which comes back only when it is asked again', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    for (const question of [PETS, 'How do I mine bitcoin?']) await discord.interact(ask(question));
    const left = shown(await discord.interact(press(await listed(discord), 'Dismiss', { user })));
    expect(textOf(left)).toContain('Dismissed until it is asked again.');
    expect(countOf(left)).toBe(1);
    await discord.interact(ask('How do I mine bitcoin?'));
    expect(await countListed(discord)).toBe(2);
  });

  test('sees neither who asked nor where of what was private', async () => {
    const { discord } = await addServers();
    const { member } = discord.people;
    await discord.interact(ask(PETS, { private: true }));
    const text = textOf(await listed(discord));
    expect(text).toContain('in private');
    expect(text).not.toContain(member.id);
    expect(text).not.toContain('discord.com/channels');
    expect(text).not.toContain('<#');
  });

  test('goes on after a restart', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const user = discord.people.moderator;
    await discord.interact(ask(PETS));
    await discord.interact(ask('How do I mine bitcoin?'));
    const first = await listed(discord);
    await scene.restart();
    const next = shown(await discord.interact(press(first, 'Next', { user })));
    expect(textOf(next)).toContain('poodle');
    expect(labelsOf(next)).toEqual([YES, 'Write an answer', 'Dismiss', 'Next', 'All questions']);
    const passage = nearestOf(next);
    await scene.restart();
    expect(await told(discord, press(next, YES, { user }))).toContain('Taught.');
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(passage);
  });

  test('who comes second is told that it is settled, and the first one’s passage stays', async () => {
    const { discord } = await addServers();
    const { moderator, administrator } = discord.people;
    await discord.interact(ask(PETS));
    const screen = await listed(discord, moderator);
    const others = await listed(discord, administrator);
    const [passage, other] = [nearestOf(screen), menuOf(screen).options?.[0]?.label?.slice(0, 30) ?? ''];
    const [first, second] = await Promise.all([
      told(discord, press(screen, YES, { user: moderator })),
      told(discord, pick(others, 0, { user: administrator })),
    ]);
    const isFirst = first.includes('Taught.');
    expect(isFirst ? second : first).toContain('already been dealt with');
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain(isFirst ? passage : other);
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
    expect(both.filter((text) => text.includes('Added'))).toHaveLength(2);
    await bot.logged(isSettled);
    const changes = await discord.interact(
      command({ name: 'knowledge', subcommand: 'undo', user: administrator }),
    );
    expect(textOf(changes.message).split('taught: ')).toHaveLength(2);
  });
});

describe('what was taught', () => {
  test('before comes back where what was taught in its place is undone, and stays where it was taught once more', async () => {
    const { discord } = await addServers();
    const { moderator: user } = discord.people;
    const askers = crowd(discord, 6).values();
    const askAgain = () => discord.interact({ ...ask(PETS), user: askers.next().value ?? user });
    const answerNow = async () => textOf((await askAgain()).message);
    await askAgain();
    const first = await listed(discord);
    const passage = nearestOf(first);
    await discord.interact(press(first, YES, { user }));
    const voted = discord.dispatch(press(shown(await askAgain()), '👎'));
    await voted.until(({ followUps }) => followUps.length > 0);
    for (const at of [0, -1]) {
      const screen = await listed(discord);
      const { options = [] } = menuOf(screen);
      const done = shown(await discord.interact(pick(screen, at === 0 ? 0 : options.length - 1, { user })));
      expect(countOf(done)).toBe(0);
      expect((await answerNow()).includes(passage)).toBe(at !== 0);
      const undone = shown(await discord.interact(press(done, 'Undo', { user })));
      expect(countOf(undone)).toBe(1);
      expect(await answerNow()).toContain(passage);
    }
  });

  test('is explained as such to moderators, who take it back for good; undone by who manages the server', async () => {
    const { discord } = await addServers();
    const { moderator, administrator } = discord.people;
    await discord.interact(ask(PETS));
    const screen = await listed(discord);
    const passage = nearestOf(screen);
    await discord.interact(press(screen, YES, { user: moderator }));
    const why = shown(await discord.interact(explained(moderator, PETS.toLowerCase())));
    expect(textOf(why)).toMatch(
      /a moderator chose this passage for the question.*taught for: May I bring my poodle/,
    );
    const done = shown(await discord.interact(press(why, FORGET, { user: moderator })));
    expect(textOf(done)).toContain('Forgotten. I answer this from the articles alone again: May I');
    expect(labelsOf(done)).toEqual(['Undo']);
    expect(textOf((await discord.interact(ask(PETS))).message)).toContain('I don’t know');
    const trail = command({ name: 'knowledge', subcommand: 'undo', user: administrator });
    const changes = shown(await discord.interact(trail));
    expect(textOf(changes)).toContain(
      `forgotten: may i bring my poodle along to the offices\\n-# <@${moderator.id}>`,
    );
    await discord.interact(press(changes, 'Undo', { user: administrator }));
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
    const screen = await listed(discord);
    const passage = nearestOf(screen);
    await discord.interact(press(screen, YES, { user: moderator }));
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
    await discord.interact(ask('How do I mine bitcoin?'));
    const screen = shown(await discord.interact(press(await listed(discord), 'Next', { user })));
    const list = shown(await discord.interact(press(await listed(discord), 'All questions', { user })));
    // What is for one person's eyes only that person can press.
    const by = { user: replacePermissions(user, memberBits) };
    for (const request of [
      press(list, 'Open', by),
      ...[YES, 'Write an answer', 'Dismiss', 'Next', 'All questions'].map((label) =>
        press(screen, label, by),
      ),
      pick(screen, 0, by),
    ])
      expect(await told(discord, request)).toContain(NEEDED);
    expect(await countListed(discord)).toBe(2);
  });

  test('to a moderator of the other server an id of this one is worth nothing, nor in a direct message', async () => {
    const { discord } = await addServers();
    const { other } = guildsOf(discord);
    const user = discord.people.moderatorElsewhere;
    await discord.interact(ask(PETS));
    const askedId =
      customIdOf(await listed(discord), 'Dismiss')
        .split('.')
        .at(-1) ?? '';
    const there = { user, guild: other };
    await discord.interact({ ...ask('How do I mine bitcoin?'), ...there });
    const list = shown(await discord.interact(unanswered(user, { guild: other })));
    expect(textOf(list)).not.toContain('poodle');
    const forged = { message: list, isForged: true, isToldInPart: true, ...there };
    const earlier = { customId: 'f1:unanswered-pick:0', values: [askedId] };
    expect(await told(discord, select({ ...forged, ...earlier }))).toContain('already been dealt with');
    for (const argument of ['open:0', 'teach:0', 'dismiss:0', 'confirm:abcdefghijkl.0', 'write:0']) {
      const customId = `f1:unanswered-${argument}.${askedId}`;
      expect(await told(discord, button({ ...forged, customId }))).toContain('already been dealt with');
    }
    const undone = button({ ...forged, customId: `f1:unanswered-undo:.0.${askedId}` });
    expect(await told(discord, undone)).not.toContain('poodle');
    expect(await countListed(discord)).toBe(1);
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
    let screen = await listed(discord);
    expect(countOf(screen)).toBe(hostile.length);
    for (const _ of hostile) {
      expect(screen.mentions).toEqual([]);
      expect(screen.mention_everyone).toBe(false);
      screen = shown(await discord.interact(press(screen, 'Next', { user })));
    }
    const list = shown(await discord.interact(press(screen, 'All questions', { user })));
    expect(textOf(list)).toContain(`${hostile.length} unanswered questions`);
    expect(list.mentions).toEqual([]);
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
    expect(menuOf(await listed(discord)).options).toHaveLength(24);
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
    let page = shown(await discord.interact(press(await listed(discord), 'All questions', { user })));
    expect(textOf(page)).toContain('page 1 of 4');
    for (let number = 2; number <= 4; number++) {
      page = shown(await discord.interact(press(page, 'Next', { user })));
      expect(textOf(page)).toContain(`page ${number} of 4`);
      expect(textOf(page)).toContain(`/${channel.id}/`);
    }
    const entry = shown(await discord.interact(press(page, 'Open', { user })));
    expect(textOf(entry)).toContain('-# 25 of 30');
    const back = shown(await discord.interact(press(entry, 'All questions', { user })));
    expect(textOf(back)).toContain('page 4 of 4');
    const before = shown(await discord.interact(press(back, 'Previous', { user })));
    expect(textOf(before)).toContain('page 3 of 4');
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
    const screen = await listed(discord);
    const passage = nearestOf(screen);
    await discord.interact(press(screen, YES, { user: discord.people.moderator }));
    const known = await discord.interact(press(unknown, TELL_ME));
    expect(known.isEphemeral).toBe(true);
    expect(textOf(known.message)).toContain(`"<@${member.id}>, here’s the answer to your question:"`);
    expect(textOf(known.message)).toContain(passage);
    expect(labelsOf(now(discord, unknown))).toContain(TELL_ME);
    expect(discord.listMessages(channel.id)).toHaveLength(1);
    expect(await countListed(discord)).toBe(0);
  });

  test('opens again what was dismissed, and tells when it is taught', async () => {
    const { discord } = await addServers();
    const user = discord.people.moderator;
    const { channel } = guildsOf(discord).home;
    const unknown = await discord.ask({ text: PETS, mentionsBot: true });
    await discord.interact(press(await listed(discord), 'Dismiss', { user }));
    expect(await countListed(discord)).toBe(0);
    await discord.interact(press(unknown, TELL_ME));
    expect(labelsOf(now(discord, unknown))).toContain('I’ll tell you');
    expect(await countListed(discord)).toBe(1);
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
    await discord.interact(press(await listed(discord), 'Dismiss', { user }));
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

  test('tells each of several once, though the process ends while the first is told', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const { channel } = guildsOf(discord).home;
    for (const user of crowd(discord, 3)) {
      const unknown = await discord.ask({ text: PETS, mentionsBot: true, user });
      await discord.interact(press(unknown, TELL_ME, { user }));
    }
    const screen = await listed(discord);
    const ended = new EventEmitter();
    discord.faults.next(
      { method: 'POST', path: new RegExp(`^/channels/${channel.id}/messages`) },
      { kind: 'delay', until: once(ended, 'ended') },
    );
    discord.dispatch(press(screen, YES, { user: discord.people.moderator }));
    const news = () =>
      discord.listMessages(channel.id).filter(({ content }) => content.includes('here’s the answer'));
    await expect.poll(() => news().length).toBe(1);
    await scene.restart();
    ended.emit('ended');
    await expect.poll(() => news().length).toBe(3);
    expect(new Set(news().map(({ message_reference: reference }) => reference?.message_id)).size).toBe(3);
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
    expect(await countListed(discord, moderator)).toBe(1);
    const sent = nextSent(discord);
    await discord.interact(press(removed, 'Undo', { user }));
    await sent;
    expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
    expect(await countListed(discord, moderator)).toBe(0);
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
    await discord.interact(press(await listed(discord), YES, { user: discord.people.moderator }));
    expect(await bot.logged(({ msg }) => msg === 'asker not told: gone')).toHaveProperty('level', 30);
    expect(discord.requests.map(({ path }) => path)).not.toContain('/users/@me/channels');
  });

  test('gives up, and says so in the log, who cannot be reached', async () => {
    const { discord, bot } = await addServers();
    const unknown = shown(await discord.interact(ask(PETS)));
    await discord.interact(press(unknown, TELL_ME));
    discord.faults.next({ path: /users\/@me\/channels/ }, { kind: 'status', status: 403 });
    const screen = await listed(discord);
    const taught = await told(discord, press(screen, YES, { user: discord.people.moderator }));
    expect(taught).toContain('Taught. 1 member is told.');
    expect(await bot.logged(({ msg }) => msg === 'asker not told')).toHaveProperty('level', 40);
  });

  test('who could not be told in a direct message for an outage of Discord’s waits on, and is told after the next change', async () => {
    const { discord, bot } = await addServers();
    const unknown = shown(await discord.interact(ask(PETS)));
    await discord.interact(press(unknown, TELL_ME));
    const screen = await listed(discord);
    discord.faults.next(
      { method: 'POST', path: /channels\/\d+\/messages/ },
      { kind: 'status', status: 503 },
      3,
    );
    await discord.interact(press(screen, YES, { user: discord.people.moderator }));
    expect(await bot.logged(({ msg }) => msg === 'asker not told')).toMatchObject({ waitsOn: true });
    const sent = nextSent(discord);
    const file = { name: 'lift.txt', bytes: new TextEncoder().encode('Lift\n\nThe lift is out of order.\n') };
    const user = discord.people.moderator;
    await discord.interact(command({ name: 'knowledge', subcommand: 'add', options: { file }, user }));
    expect(JSON.stringify((await sent).body)).toContain('here’s the answer');
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
    expect(await countListed(discord)).toBe(0);
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
          ? press(await listed(discord), YES, { user: discord.people.moderator })
          : modalSubmit({
              ...(await writing(discord)),
              values: { text: 'Small dogs may come along to the offices on a lead.', url: '' },
            });
      const sent = nextSent(discord);
      discord.faults.next({ method: 'PATCH', path: /original/ }, { kind: 'status', status: 404 });
      await discord.interact(request);
      await sent;
      expect(discord.findLastMessage(channel.id)?.message_reference?.message_id).toBe(unknown.id);
      expect(await countListed(discord)).toBe(0);
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
    await discord.interact(press(list, 'Dismiss', { user }));
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
