import { describe, expect, test } from 'vitest';
import {
  autocomplete,
  command,
  type InteractionRequest,
  messageMenu,
} from '../local-discord/interactions/requests.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, labelsOf, optionsOf, press, shown, textOf } from './under-answers.ts';

const article = (title: string, limits: string, text: string): string =>
  `---\ntitle: ${title}\n${limits}\n---\n\n${text}\n`;

const HOURS = 'The library opens at nine in the morning.';
const LAUNCH = 'When does Project Falconry launch?';
const DESK = 'Which extension does the helpdesk use?';
const TELL_ME = 'Tell me when you know';
const MORE = 'More…';

const articles = {
  'library.md': article('The library', 'publisher: The city', HOURS),
  'desk.md': article('The helpdesk', 'channels: ["#Help"]', 'The helpdesk uses the extension 4711.'),
  'falconry.md': article(
    'Project Falconry',
    `roles: [helpers]\npinned: ["${LAUNCH}"]`,
    'Project Falconry launches in the spring of 2031. Agatha Quillfeather leads Project Falconry.',
  ),
  'thread.md': article('The vault', 'channels: [a thread]', 'The vault holds the zirconium.'),
};
/** Any word of an article that not everybody may read, in whatever the bot shows. */
const HIDDEN = /falconr|2031|quillfeather|4711|zirconium/i;

const addServers = shareBot(articles);

/** The first server, somebody with the role of the article, and somebody without. */
async function scene() {
  const servers = await addServers();
  const { discord } = servers;
  const [home, other] = discord.guilds;
  if (home === undefined || other === undefined) throw new Error('there are not two servers');
  const insider = discord.giveRoles(discord.people.member, home.roles.helpers);
  const outsider = discord.people.moderatorElsewhere;
  return { ...servers, home, other, insider, outsider };
}

const by = (user: Person, request: InteractionRequest): InteractionRequest => ({ ...request, user });

/** What all who read a channel have been shown by the bot, also in answer to commands. */
function seenBy(message: Message): string {
  return textOf(message) + labelsOf(message).join();
}

const sources = command({ name: 'sources' });
const typing = (question: string) =>
  autocomplete({ name: 'ask', options: { question }, focused: 'question' });

describe('an article for a channel', () => {
  test('answers there for all to read, in no other channel, and in no thread of its name', async () => {
    const { discord, home } = await scene();
    const { secondChannel: help, thread } = home;
    const answer = await discord.interact({ ...ask(DESK), channel: help });
    expect(answer.isEphemeral).toBe(false);
    expect(textOf(answer.message)).toContain('4711');
    expect(textOf(await optionsOf(discord, shown(answer)))).toContain(
      '**The helpdesk uses the extension 4711.**',
    );
    const mentioned = await discord.ask({ text: DESK, mentionsBot: true, channel: help });
    expect(textOf(mentioned)).toContain('4711');
    for (const where of [{}, { channel: thread }, { isDm: true }]) {
      for (const question of [DESK, 'What does the vault hold?'])
        expect(seenBy(shown(await discord.interact({ ...ask(question), ...where })))).not.toMatch(
          /4711|zirconium/,
        );
      const told = shown(await discord.interact({ ...ask('Who has the extension 4711?'), ...where }));
      expect(textOf(told)).toContain('No article mentions “extension” or “4711”');
      expect(seenBy(told)).not.toMatch(/helpdesk|4711(?!”)/);
      expect(textOf((await discord.interact({ ...sources, ...where })).message)).toContain('1 article');
    }
    expect(textOf((await discord.interact({ ...sources, channel: help })).message)).toContain('2 articles');
  });

  test('answers nobody where it was asked elsewhere, also through a reply to an answer and an old button', async () => {
    const { discord, home, folder, outsider } = await scene();
    const { secondChannel: help } = home;
    const answer = shown(await discord.interact({ ...ask(DESK), channel: help }));
    const asideOne = shown(await discord.interact({ ...ask(DESK, { private: true }), channel: help }));
    const options = await optionsOf(discord, asideOne, { channel: help });
    expect(labelsOf(options)).toContain('Share');
    await writeArticles(folder, {
      'desk.md': articles['desk.md'].replace('channels: ["#Help"]', 'channels: [general]'),
    });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    const pressed = await discord.interact({ ...press(answer, MORE, { user: outsider }), channel: help });
    expect(textOf(pressed.message)).toContain('no longer in the articles');
    const sharing = discord.dispatch({ ...press(options, 'Share'), channel: help });
    const { followUps } = await sharing.until((outcome) => outcome.followUps.length === 1);
    expect(textOf(followUps[0])).toContain('Not everybody in this channel may read this article');
    expect(discord.listMessages(help.id)).toEqual([]);
    const replied = await discord.ask({ text: 'and why?', replyTo: answer, channel: help });
    expect(seenBy(replied)).not.toMatch(HIDDEN);
  });
});

describe('an article for a role', () => {
  test('answers who has it, alone, and leaves no word to others', async () => {
    const { discord, insider, outsider } = await scene();
    const answer = await discord.interact(by(insider, ask(LAUNCH)));
    expect(answer.isEphemeral).toBe(true);
    expect(textOf(answer.message)).toMatch(
      /🔒 Only you see this.*spring of \*\*2031|🔒 Only you see this.*2031/,
    );
    const options = await optionsOf(discord, shown(answer), { user: insider });
    expect(textOf(options)).toContain('2031');
    expect(labelsOf(options)).not.toContain('Share');
    for (const question of [LAUNCH, 'When does projct falconri launch?', 'Who leads Project Falconry?']) {
      const unknown = await discord.interact(by(outsider, ask(question)));
      const words = seenBy(shown(unknown)).replaceAll('Falconry', '').replaceAll('falconri', '');
      expect([unknown.isEphemeral, /2031|Quill|Showing results/.test(words)]).toEqual([true, false]);
    }
    expect(textOf((await discord.interact(by(outsider, sources))).message)).toContain('1 article');
    expect(textOf((await discord.interact(by(insider, sources))).message)).toContain('Project Falconry');
    expect((await discord.interact(by(outsider, typing('When does Pro')))).choices).toEqual([]);
    expect((await discord.interact(by(insider, typing('When does Pro')))).choices).toMatchObject([
      { name: LAUNCH },
    ]);
    for (const where of [{ isDm: true }, { guild: discord.guildWithoutBot, install: 'user' as const }]) {
      const elsewhere = await discord.interact({ ...by(discord.people.member, ask(LAUNCH)), ...where });
      expect(textOf(elsewhere.message)).not.toMatch(/2031/);
    }
  });

  test('never answers in public, however its reader asks', async () => {
    const { discord, home, insider, outsider } = await scene();
    const { channel } = home;
    const mentioned = await discord.ask({ text: LAUNCH, mentionsBot: true, user: insider });
    await discord.interact(by(insider, ask(LAUNCH)));
    const goesOn = await discord.ask({ text: 'who leads it?', mentionsBot: true, user: insider });
    const inThread = await discord.ask({
      text: 'and when?',
      mentionsBot: true,
      user: insider,
      channel: home.thread,
    });
    const asked = discord.say({
      text: 'When does the project launch, by the way: Project Falconry?',
      user: outsider,
    });
    const menu = await discord.interact(
      by(insider, messageMenu({ name: 'Answer this message', target: asked })),
    );
    expect([menu.isEphemeral, textOf(menu.message)]).toEqual([true, expect.stringContaining('2031')]);
    const pointed = await discord.interact(by(insider, ask(LAUNCH, { for: outsider })));
    expect([pointed.isEphemeral, shown(pointed).mentions]).toEqual([true, []]);
    const greeted = await discord.ask({
      text: '',
      mentionsBot: true,
      user: insider,
      channel: home.secondChannel,
    });
    for (const message of [mentioned, goesOn, inThread, greeted])
      expect(seenBy(message).replaceAll('“Falconry”', '')).not.toMatch(HIDDEN);
    for (const message of discord.listMessages(channel.id))
      expect(seenBy(message)).not.toMatch(/2031|quillfeather/i);
    const known = shown(
      await discord.interact({
        ...by(insider, ask('When does the library open?', { private: true })),
        channel: home.secondChannel,
      }),
    );
    const options = await optionsOf(discord, known, { user: insider, channel: home.secondChannel });
    expect([labelsOf(options).includes('Share'), textOf(known).includes('🔒')]).toEqual([true, false]);
  });

  test('is asked of helpers in the words of the asker', async () => {
    const { discord, home, insider } = await scene();
    const { administrator } = discord.people;
    const options = { channel: home.secondChannel };
    await discord.interact(command({ name: 'settings', subcommand: 'people', options, user: administrator }));
    await discord.interact(by(insider, ask(LAUNCH)));
    const next = shown(await discord.interact(by(insider, ask('who leads it?'))));
    expect(textOf(next)).toMatch(/Understood as: .*Falconry/);
    const helpers = labelsOf(next).includes(MORE) ? await optionsOf(discord, next, { user: insider }) : next;
    const pressed = discord.dispatch(press(helpers, 'Ask the helpers', { user: insider }));
    await pressed.until(({ followUps }) => followUps.length === 1);
    const call = shown({ message: discord.findLastMessage(home.secondChannel.id) });
    expect(call.content).toContain('who leads it?');
    expect(seenBy(call)).not.toMatch(HIDDEN);
  });

  test('tells a waiting asker who may read it alone, and nobody else, who wait on; the queue keeps their question', async () => {
    const { discord, home, folder, insider, outsider } = await scene();
    const { moderator: user } = discord.people;
    const question = 'How many bolts does the Quorndon bridge have?';
    for (const asker of [outsider, insider]) {
      const unknown = await discord.ask({ text: question, mentionsBot: true, user: asker });
      await discord.interact(press(unknown, TELL_ME, { user: asker }));
    }
    const sent = discord.nextRequest(
      ({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages/.test(path),
    );
    const bridge = article('The Quorndon bridge', 'roles: [Helpers]', 'The Quorndon bridge has 8128 bolts.');
    await writeArticles(folder, { 'bridge.md': bridge });
    await discord.interact(command({ name: 'refresh', user }));
    const { path } = await sent;
    expect(path).not.toContain(home.channel.id);
    const [, dm = ''] = /channels\/(\d+)/.exec(path) ?? [];
    expect(textOf(discord.findLastMessage(dm))).toContain('8128');
    const queue = shown(await discord.interact(command({ name: 'unanswered', user })));
    expect(textOf(queue)).toMatch(/Quorndon.*8128/s);
    await discord.interact(press(queue, 'Yes, that’s it', { user }));
    for (const message of discord.listMessages(home.channel.id))
      expect(textOf(message)).not.toContain('8128');
    const told = discord.nextRequest(
      ({ method, path: to }) => method === 'POST' && to.includes(`/channels/${home.channel.id}/messages`),
    );
    await writeArticles(folder, { 'bridge.md': bridge.replace('roles: [Helpers]', 'publisher: The city') });
    await discord.interact(command({ name: 'refresh', user }));
    await told;
    const news = shown({ message: discord.findLastMessage(home.channel.id) });
    expect([news.mentions.map(({ id }) => id), news.content.includes('8128')]).toEqual([[outsider.id], true]);
  });
});

describe('moderators', () => {
  test('see everything where they look after the articles, and in another server only what its members may read', async () => {
    const { discord, other, outsider } = await scene();
    const { moderator } = discord.people;
    const question = 'What does the vault hold?';
    const explain = (user: Person, where = {}) =>
      discord.interact({
        ...command({ name: 'knowledge', subcommand: 'explain', options: { question }, user }),
        ...where,
      });
    const own = await explain(moderator);
    expect([own.isEphemeral, textOf(own.message)]).toEqual([true, expect.stringContaining('zirconium')]);
    const elsewhere = await explain(outsider, { guild: other });
    expect(textOf(elsewhere.message)).not.toMatch(/zirconium/);
    const stats = command({ name: 'stats', user: outsider });
    await discord.interact({ ...ask('When does the library open?'), guild: other });
    expect(textOf((await discord.interact({ ...stats, guild: other })).message)).not.toContain('vault');
    expect(seenBy(shown(await discord.interact(by(moderator, ask(LAUNCH)))))).not.toContain('2031');
  });

  test('limit an article of their own server, and are told of names that there are not', async () => {
    const { discord, home, insider, outsider } = await scene();
    const { moderator: user } = discord.people;
    const text = article(
      'The key',
      'roles: [Helpers]\nchannels: [help, staff]',
      'The brass key hangs behind the clock.',
    );
    const file = { name: 'key.md', bytes: new TextEncoder().encode(text) };
    const added = await discord.interact(
      command({ name: 'knowledge', subcommand: 'add', options: { file }, user }),
    );
    expect(textOf(added.message)).toMatch(
      /🔒 only in #help or #staff, only for \\*@Helpers.*⚠️ this server has no #staff/s,
    );
    const list = await discord.interact(command({ name: 'knowledge', subcommand: 'list', user }));
    expect(textOf(list.message)).toMatch(/🔒 only in #help or #staff, only for \\*@Helpers/);
    const where = 'Where does the brass key hang?';
    const asking = (who: Person, channel = home.secondChannel) =>
      discord.interact({ ...by(who, ask(where)), channel });
    const answer = await asking(insider);
    expect([answer.isEphemeral, textOf(answer.message)]).toEqual([
      true,
      expect.stringContaining('behind the clock'),
    ]);
    expect(textOf((await asking(outsider)).message)).not.toContain('clock');
    expect(textOf((await asking(insider, home.channel)).message)).not.toContain('clock');
  });

  test('read in the log how many limited articles changed, and not which', async () => {
    const { discord, home, folder } = await scene();
    const { administrator, moderator: user } = discord.people;
    const options = { channel: home.secondChannel };
    const nextPost = () =>
      discord.nextRequest(
        ({ method, path }) => method === 'POST' && path.includes(`${home.secondChannel.id}/messages`),
      );
    const chosen = nextPost();
    await discord.interact(command({ name: 'settings', subcommand: 'log', options, user: administrator }));
    await chosen;
    const posted = nextPost();
    await writeArticles(folder, {
      'merger.md': article('The merger', 'roles: [Helpers]', 'The merger is on Friday.'),
    });
    const refreshed = await discord.interact(command({ name: 'refresh', user }));
    expect(textOf(refreshed.message)).toContain('The merger');
    await posted;
    const log = textOf(discord.findLastMessage(home.secondChannel.id));
    expect(log).toContain('🔒 1 article that not everybody may read');
    expect(log).not.toContain('merger');
  });
});
