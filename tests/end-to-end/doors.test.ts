import { describe, expect, test } from 'vitest';
import { messageMenu } from '../local-discord/interactions/requests.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { ask, labelsOf, MEETING, now, optionsOf, posted, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const ANSWER = 'Answer this message';
const HELLO = 'Hello! Ask me a question';
const EXAMPLES = [
  'When was the meeting on international cooperation held?',
  'How many representative offices does Russian customs have abroad?',
  'Who is the head of the Customs Cooperation Directorate?',
];

describe('/ask', () => {
  test('pings nobody, and with “for” only the member it is for, who is named above the card', async () => {
    const { discord } = await addServers();
    const { member, moderator } = discord.people;
    const plain = shown(await discord.interact(ask(`${MEETING} <@${moderator.id}> @everyone`)));
    expect(plain.mentions).toEqual([]);
    expect(plain.mention_everyone).toBe(false);
    const pointed = shown(await discord.interact(ask(MEETING, { for: moderator })));
    expect(pointed.content).toMatch(new RegExp(`^<@${moderator.id}>, this may help:\n> .*September`, 's'));
    expect(labelsOf(pointed)).toEqual(['👍', '👎', 'More…']);
    expect(pointed.mentions.map(({ id }) => id)).toEqual([moderator.id]);
    expect(pointed.mentions.map(({ id }) => id)).not.toContain(member.id);
  });

  test('pings nobody with “for” where the answer is are private', async () => {
    const { discord } = await addServers();
    const { moderator } = discord.people;
    for (const request of [
      ask(MEETING, { for: moderator, private: true }),
      ask('How do I mine bitcoin?', { for: moderator }),
    ]) {
      const answer = await discord.interact(request);
      expect(answer.isEphemeral).toBe(true);
      expect(shown(answer)).toMatchObject({ content: '', mentions: [] });
    }
  });

  test('works in a direct message, where the answer has its buttons', async () => {
    const { discord } = await addServers();
    const answer = shown(await discord.interact({ ...ask(MEETING), isDm: true }));
    expect(labelsOf(answer)).toEqual(['👍', '👎', 'More…']);
  });

  test('works for who has installed it, in a group and in a server without the bot', async () => {
    const { discord } = await addServers();
    const places = [{ channel: discord.privateChannel }, { guild: discord.guildWithoutBot }];
    for (const place of places) {
      const answer = await discord.interact({ ...ask(MEETING), ...place, install: 'user' });
      expect(textOf(answer.message)).toContain('September');
      expect(answer.isEphemeral).toBe(false);
    }
  });
});

describe('“Answer this message”', () => {
  test('replies to that message for everybody, and tells the one who asked for it where', async () => {
    const { discord } = await addServers();
    const target = discord.say({ text: MEETING, user: discord.people.moderatorElsewhere });
    const told = await discord.interact(messageMenu({ name: ANSWER, target }));
    expect(told.isEphemeral).toBe(true);
    const link = /channels\/\d+\/\d+\/(\d+)/.exec(shown(told).content)?.[1] ?? '';
    const answer = shown({ message: discord.findMessage(link) });
    expect(answer.message_reference).toMatchObject({ message_id: target.id });
    expect(answer.mentions).toEqual([]);
    expect(textOf(answer)).toContain('September');
    expect(labelsOf(await optionsOf(discord, answer))).toContain('Delete');
  });

  test('answers beside the command where the bot can’t write, and in its threads as they allow', async () => {
    const { discord } = await addServers();
    const [home] = discord.guilds;
    if (home === undefined) throw new Error('no server');
    const inChannel = discord.say({ text: MEETING });
    const inThread = discord.say({ text: MEETING, channel: home.thread });
    discord.setBotPermissions(home.channel, { deny: permission.sendMessages });
    const beside = await discord.interact(messageMenu({ name: ANSWER, target: inChannel }));
    expect(textOf(beside.message)).toContain('September');
    expect(posted(discord)).toBe(0);
    await discord.interact(messageMenu({ name: ANSWER, target: inThread }));
    expect(posted(discord)).toBe(1);
    discord.setBotPermissions(home.channel, { deny: permission.sendMessagesInThreads });
    const besideThread = await discord.interact(messageMenu({ name: ANSWER, target: inThread }));
    expect(textOf(besideThread.message)).toContain('September');
    await discord.interact(messageMenu({ name: ANSWER, target: inChannel }));
    expect(posted(discord)).toBe(2);
  });

  test('answers outside the bot’s servers beside the command', async () => {
    const { discord } = await addServers();
    for (const channel of [discord.privateChannel, discord.guildWithoutBot.channel]) {
      const target = discord.say({ text: MEETING, channel });
      const answer = await discord.interact(messageMenu({ name: ANSWER, target, install: 'user' }));
      expect(textOf(answer.message)).toContain('September');
    }
    expect(posted(discord)).toBe(0);
  });

  test('says that there is nothing to answer in a message without text', async () => {
    const { discord } = await addServers();
    const target = discord.say({ text: '  ' });
    const told = await discord.interact(messageMenu({ name: ANSWER, target }));
    expect(told.isEphemeral).toBe(true);
    expect(textOf(told.message)).toContain('has no text that I could answer');
  });

  test('tells only the one who asked for it that it does not know', async () => {
    const { discord } = await addServers();
    const target = discord.say({ text: 'How do I mine bitcoin?' });
    const told = await discord.interact(messageMenu({ name: ANSWER, target }));
    expect(told.isEphemeral).toBe(true);
    expect(textOf(told.message)).toContain('I don’t know');
    expect(posted(discord)).toBe(0);
  });

  test('answers though the message is deleted meanwhile', async () => {
    const { discord } = await addServers();
    const target = discord.say({ text: MEETING });
    const told = discord.dispatch(messageMenu({ name: ANSWER, target }));
    discord.deleteMessage(target);
    expect(shown(await told.final()).content).toContain('Answered');
  });
});

describe('a message', () => {
  test('that mentions the bot with a question is replied to, pinging nobody', async () => {
    const { discord } = await addServers();
    const answer = await discord.ask({ text: MEETING, mentionsBot: true });
    expect(textOf(answer)).toContain('September');
    expect(textOf(answer)).not.toContain(MEETING);
    expect(answer.message_reference).toBeDefined();
    expect(answer.mentions).toEqual([]);
    expect(labelsOf(answer)).toEqual(['👍', '👎', 'More…']);
  });

  test('that only mentions the bot, or greets it, gets two lines and example questions', async () => {
    const { discord } = await addServers();
    for (const text of ['', 'hello!']) {
      const invitation = await discord.ask({ text, mentionsBot: true });
      expect(textOf(invitation)).toContain(HELLO);
      expect(textOf(invitation)).toMatch(/<\/sources:\d+> lists the articles, and <\/help:\d+> shows/);
      expect(textOf(invitation)).not.toContain('keep');
      expect(labelsOf(invitation)).toEqual(EXAMPLES);
    }
  });

  test('an example question is answered to whoever presses it, and the message stays', async () => {
    const { discord } = await addServers();
    const invitation = await discord.ask({ text: '', mentionsBot: true });
    const [question = ''] = EXAMPLES;
    const by = { user: discord.people.moderator };
    const answer = await discord.interact(press(invitation, question, by));
    expect(answer.isEphemeral).toBe(true);
    expect(textOf(answer.message)).toContain('September');
    expect(labelsOf(shown(answer))).toContain('More…');
    expect(labelsOf(now(discord, invitation))).toEqual(EXAMPLES);
  });

  test('in a direct message needs no mention', async () => {
    const { discord } = await addServers();
    const at = { isDm: true, user: discord.people.moderator } as const;
    expect(textOf(await discord.ask({ text: MEETING, ...at }))).toContain('September');
    expect(textOf(await discord.ask({ text: 'How do I mine bitcoin?', ...at }))).toContain('I don’t know');
    expect(textOf(await discord.ask({ text: ' ', ...at }))).toContain(HELLO);
  });

  test('that replies to an answer of the bot needs none either', async () => {
    const { discord } = await addServers();
    const answer = shown(
      await discord.interact(ask('Who is the head of the Customs Cooperation Directorate?')),
    );
    const other = discord.people.moderatorElsewhere;
    const next = await discord.ask({ text: MEETING, replyTo: answer, user: other });
    expect(textOf(next)).toContain('September');
  });

  test('that replies to somebody and mentions the bot is answered for itself', async () => {
    const { discord } = await addServers();
    const first = discord.say({ text: 'I wonder.', user: discord.people.moderator });
    const answer = await discord.ask({ text: MEETING, mentionsBot: true, replyTo: first });
    expect(textOf(answer)).toContain('September');
    expect(answer.mentions).toEqual([]);
  });

  test('of a bot, a webhook or itself, or one that is not for it, gets no answer', async () => {
    const { discord } = await addServers();
    const { otherBot, administrator, member } = discord.people;
    const [home] = discord.guilds;
    const own = shown(await discord.interact(ask(MEETING)));
    const self = { ...otherBot, id: discord.applicationId };
    discord.say({ text: MEETING, mentionsBot: true, user: otherBot });
    discord.say({ text: MEETING, mentionsBot: true, webhook: 'news' });
    discord.say({ text: MEETING, mentionsBot: true, user: self });
    discord.say({ text: MEETING, user: otherBot, isDm: true });
    discord.say({ text: `@everyone ${MEETING}`, user: administrator });
    discord.say({ text: `@here ${MEETING}`, user: administrator });
    discord.say({ text: `<@&${home?.roles.bot.id}> ${MEETING}`, user: administrator });
    discord.say({ text: MEETING, replyTo: own, isReplySilent: true });
    discord.say({ text: `<@${member.id}> ${MEETING}` });
    await discord.ask({ text: MEETING, mentionsBot: true, user: discord.people.moderator });
    expect(posted(discord)).toBe(1);
  });

  test('where the bot can’t write is passed over without a fault in the log', async () => {
    const { discord, bot } = await addServers();
    const [home] = discord.guilds;
    if (home === undefined) throw new Error('no server');
    discord.setBotPermissions(home.channel, { deny: permission.sendMessages | permission.addReactions });
    discord.say({ text: MEETING, mentionsBot: true });
    await bot.logged(({ msg }) => msg === 'message not answered');
    // Nor can that be shown by a sign.
    await bot.logged(({ msg }) => msg === 'the failure could not be told');
    expect(bot.log.filter(({ level }) => level >= 50)).toEqual([]);
  });

  test('that is deleted meanwhile does not make the answer fail', async () => {
    const { discord, bot } = await addServers();
    const asked = discord.nextRequest(({ method, path }) => method === 'POST' && /messages/.test(path));
    discord.deleteMessage(discord.say({ text: '', mentionsBot: true }));
    expect((await asked).status).toBe(200);
    expect(bot.log.filter(({ level }) => level >= 40)).toEqual([]);
  });
});
