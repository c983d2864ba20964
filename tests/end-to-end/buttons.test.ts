import { EventEmitter, once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../src/discord/cards/card.ts';
import { CARS, FERRY, LORRIES } from '../ferry.ts';
import { command, type InteractionRequest } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { messageFlag } from '../local-discord/wire-values.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { crowd } from './crowd.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import {
  ask,
  customIdOf,
  labelsOf,
  MEETING,
  menuOf,
  now,
  optionsOf,
  pick,
  press,
  share,
  shown,
  textOf,
} from './under-answers.ts';

const addServers = shareBot();

const BITCOIN = 'How do I mine bitcoin?';

async function answered(discord: LocalDiscord, question = MEETING) {
  return shown(await discord.interact(ask(question)));
}

function firstServer({ guilds }: LocalDiscord) {
  const [home] = guilds;
  if (home === undefined) throw new Error('no server');
  return home;
}

/** The administrator chooses where questions for people go. */
async function choosePeople(discord: LocalDiscord, places: 'channel' | 'role' | 'both'): Promise<void> {
  const { secondChannel: channel, roles } = firstServer(discord);
  const options = {
    ...(places === 'role' ? {} : { channel }),
    ...(places === 'channel' ? {} : { role: roles.news }),
  };
  const user = discord.people.administrator;
  await discord.interact(command({ name: 'settings', subcommand: 'people', options, user }));
}

describe('More', () => {
  test('shows to whoever presses it, alone, the quote in bold between what stands around it', async () => {
    const { discord } = await addServers();
    const answer = await answered(discord, 'How many interdepartmental agreements are signed?');
    for (const user of [discord.people.member, discord.people.otherBot]) {
      const around = await discord.interact(press(answer, 'More…', { user }));
      expect(around.isEphemeral).toBe(true);
      expect(textOf(around.message)).toMatch(
        /Besides, there are .*\\n\\n\*\*About 80 .* agreements\.\*\*\\n\\nRepresentative/,
      );
      expect(textOf(around.message)).toContain('-# russian-fcs-meeting.md › paragraph 8, sentence 1');
      expect(textOf(around.message)).toMatch(/captured 17 December 2018 · articles read <t:\d+:R>/);
    }
  });

  test('says that the passage is gone once a refresh has taken it away', async () => {
    const articles = { 'tower.txt': 'The tower\n\nThe tower was built in 1900. It is made of stone.\n' };
    const { discord, folder } = await addServers({ articles });
    const answer = await answered(discord, 'When was the tower built?');
    await writeArticles(folder, { 'tower.txt': 'The tower\n\nIt is made of stone.\n' });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    const gone = await discord.interact(press(answer, 'More…'));
    expect(gone.isEphemeral).toBe(true);
    expect(textOf(gone.message)).toContain('no longer in the articles');
  });
});

describe('Other results', () => {
  test('shows the next match with a menu of all others, in which whoever pressed it leafs', async () => {
    const { discord } = await addServers();
    const answer = await answered(discord);
    const best = textOf(answer);
    const user = discord.people.moderatorElsewhere;
    const more = await discord.interact(
      press(await optionsOf(discord, answer, { user }), 'Other results', { user }),
    );
    expect(more.isEphemeral).toBe(true);
    const { options = [] } = menuOf(shown(more));
    expect(options.length).toBeGreaterThan(3);
    for (const { label = '' } of options) expect(best.replaceAll('**', '')).not.toContain(label);
    const third = await discord.interact(pick(shown(more), 2, { user }));
    expect(third.message?.id).toBe(more.message?.id);
    expect(textOf(third.message)).toContain(options[2]?.label?.slice(0, 40));
  });

  test('is not offered where there is only one match', async () => {
    const articles = { 'tower.txt': 'The tower\n\nThe tower was built in 1900.\n' };
    const { discord } = await addServers({ articles });
    const answer = await answered(discord, 'When was the tower built?');
    expect(labelsOf(await optionsOf(discord, answer))).not.toContain('Other results');
  });

  test('says so where a refresh has left no other, and in the menu where the picked one is gone', async () => {
    const tower = '# The tower\n\nThe tower was built in 1900.\n';
    const later = '## Paint\n\nThe tower was painted in 1901.\n\n## Sale\n\nThe tower was sold in 1902.\n';
    const articles = { 'tower.md': `${tower}\n${later}` };
    const { discord, folder } = await addServers({ articles });
    const answer = await answered(discord, 'When was the tower built?');
    const more = shown(await discord.interact(press(await optionsOf(discord, answer), 'Other results')));
    await writeArticles(folder, { 'tower.md': tower });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    const gone = await discord.interact(pick(more, 1));
    expect([gone.isEphemeral, textOf(gone.message)]).toEqual([
      true,
      expect.stringContaining('no longer in the articles'),
    ]);
    const none = await discord.interact(press(await optionsOf(discord, answer), 'Other results'));
    expect(textOf(none.message)).toContain('There are no other results.');
    expect(labelsOf(shown(none))).toEqual([]);
  });
});

describe('The votes', () => {
  test('take one vote a member, which can be changed, and show the counts', async () => {
    const { discord } = await addServers();
    const answer = await answered(discord);
    const { member, moderator } = discord.people;
    const votes = [
      [member, '👍', ['1', '👎']],
      [member, '👍', ['1', '👎']],
      [moderator, '👎', ['1', '1']],
      [member, '👎', ['👍', '2']],
      [moderator, '👍', ['1', '1']],
    ] as const;
    for (const [user, label, after] of votes) {
      await discord.interact(press(now(discord, answer), label, { user }));
      expect(labelsOf(now(discord, answer)).slice(0, 2)).toEqual(after);
    }
    expect(textOf(now(discord, answer))).toEqual(textOf(answer));
  });

  test('of many members at once all count', async () => {
    const { discord } = await addServers();
    const answer = await answered(discord);
    const [last, ...voters] = crowd(discord, 21);
    if (last === undefined) throw new Error('nobody is left');
    await Promise.all(voters.map((user) => discord.interact(press(answer, '👍', { user }))));
    await discord.interact(press(now(discord, answer), '👎', { user: last }));
    expect(labelsOf(now(discord, answer)).slice(0, 2)).toEqual(['20', '1']);
  });

  test('do not stand under “I don’t know”, where there is nothing to vote on', async () => {
    const { discord } = await addServers();
    expect(labelsOf(await answered(discord, BITCOIN))).toEqual(['Tell me when you know']);
  });

  test('are shown beside what else happens to the answer at the same time', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'channel');
    const answer = await answered(discord);
    const options = await optionsOf(discord, answer);
    const voted = new EventEmitter();
    const posting = { path: /channels\/\d+\/messages/ };
    discord.faults.next(posting, { kind: 'delay', until: once(voted, 'shown') });
    const handedOn = discord.dispatch(press(options, 'Ask the helpers'));
    await handedOn.acknowledged();
    await discord.interact(press(answer, '👍', { user: discord.people.moderator }));
    voted.emit('shown');
    await handedOn.until(({ followUps }) => followUps.length === 1);
    expect(labelsOf(now(discord, answer))).toEqual(['1', '👎', 'More…']);
    expect(labelsOf(now(discord, options))).toContain('Sent');
  });

  test('do no harm where the answer is deleted meanwhile', async () => {
    const { discord, bot } = await addServers();
    const answer = await answered(discord);
    discord.dispatch(press(answer, '👍'));
    discord.deleteMessage(answer);
    expect(await bot.logged(({ expected }) => expected === 'message-gone')).toHaveProperty('level', 40);
  });
});

describe('What is near', () => {
  const MAYBE = 'This passage may be related, but I don’t know whether it answers your question:';
  const articles = { 'ferry.md': FERRY };

  test('is listed under “I don’t know”, and opens for whoever presses it alone, not as the answer', async () => {
    const { discord } = await addServers({ articles });
    await answered(discord, CARS);
    const unknown = await answered(discord, LORRIES);
    expect(textOf(unknown)).toContain('These passages may be related:');
    expect(labelsOf(unknown)).toEqual(['Tell me when you know', 'Cars', 'Crossing']);
    const opened = await discord.interact(press(unknown, 'Crossing'));
    expect(opened.isEphemeral).toBe(true);
    expect(textOf(shown(opened))).toContain(`🔸 ${MAYBE}","The ferry to Marrow carries passengers`);
    expect(textOf(shown(opened))).toContain('-# The ferry › Crossing');
    expect(shown(opened).components[0]?.['accent_color']).toBe(COLOURS.unsure);
    expect(labelsOf(shown(opened))).toEqual(['Context']);
    expect(textOf((await discord.interact(press(shown(opened), 'Context'))).message)).toContain('upper deck');
    expect(now(discord, unknown)).toEqual(unknown);
  });

  test('stands under a reply to a mention too, in the language of whoever presses', async () => {
    const { discord } = await addServers({ articles });
    await discord.ask({ text: CARS, mentionsBot: true });
    const unknown = await discord.ask({ text: LORRIES, mentionsBot: true });
    const user = discord.people.moderatorElsewhere;
    const opened = await discord.interact(press(unknown, 'Cars', { user, locale: 'de' }));
    expect(opened.isEphemeral).toBe(true);
    expect(textOf(opened.message)).toContain('Diese Stelle könnte damit zu tun haben');
    expect(textOf(opened.message)).toContain('carries 40 cars');
  });

  test('stands in a direct message and in private answers', async () => {
    const { discord } = await addServers({ articles });
    for (const request of [{ isDm: true }, {}]) {
      await discord.interact({ ...ask(CARS, { private: true }), ...request });
      const unknown = shown(await discord.interact({ ...ask(LORRIES, { private: true }), ...request }));
      const opened = await discord.interact({ ...press(unknown, 'Cars'), ...request });
      expect(textOf(opened.message)).toContain(MAYBE);
    }
  });

  test('is not offered where nothing is near, nor under an answer', async () => {
    const { discord } = await addServers({ articles });
    for (const question of [BITCOIN, CARS])
      expect(labelsOf(await answered(discord, question))).not.toContain('Cars');
  });

  test('says that the passage is gone once a refresh has taken it away', async () => {
    const { discord, folder } = await addServers({ articles });
    await answered(discord, CARS);
    const unknown = await answered(discord, LORRIES);
    await writeArticles(folder, { 'ferry.md': FERRY.replace('carries 40 cars', 'carries no cars') });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    const gone = await discord.interact(press(unknown, 'Cars'));
    expect([gone.isEphemeral, textOf(gone.message)]).toEqual([
      true,
      expect.stringContaining('no longer in the articles'),
    ]);
  });
});

describe('Delete', () => {
  test.each(['member', 'moderator', 'administrator'] as const)(
    'takes the answer away for the %s',
    async (who) => {
      const { discord } = await addServers();
      const answer = await answered(discord);
      await discord.interact(
        press(await optionsOf(discord, answer, { user: discord.people[who] }), 'Delete', {
          user: discord.people[who],
        }),
      );
      expect(discord.findMessage(answer.id)).toBeUndefined();
    },
  );

  test('tells anyone else whose it is, pinging nobody, and leaves the answer', async () => {
    const { discord } = await addServers();
    const answer = await answered(discord);
    const refused = await discord.interact(
      press(await optionsOf(discord, answer, { user: discord.people.moderatorElsewhere }), 'Delete', {
        user: discord.people.moderatorElsewhere,
      }),
    );
    expect(refused.isEphemeral).toBe(true);
    expect(textOf(refused.message)).toContain(`<@${discord.people.member.id}>`);
    expect(shown(refused).mentions).toEqual([]);
    expect(now(discord, answer)).toEqual(answer);
  });

  test('works under a reply to a message too', async () => {
    const { discord } = await addServers();
    const replied = await discord.ask({ text: MEETING, mentionsBot: true });
    await discord.interact(press(await optionsOf(discord, replied), 'Delete'));
    expect(discord.findMessage(replied.id)).toBeUndefined();
  });

  test('by two moderators at once is done once, and no fault', async () => {
    const { discord } = await addServers();
    const answer = await answered(discord);
    const { moderator, administrator } = discord.people;
    const presses: InteractionRequest[] = [];
    for (const user of [moderator, administrator])
      presses.push(press(await optionsOf(discord, answer, { user }), 'Delete', { user }));
    const both = presses.map((each) => discord.dispatch(each));
    await Promise.all(both.map((each) => each.acknowledged()));
    // Whoever comes second finds the answer deleted; the options of both are closed last.
    await Promise.all(both.map((each) => each.until(({ isDeleted }) => isDeleted)));
    expect(discord.findMessage(answer.id)).toBeUndefined();
  });

  test('tells moderators no longer who asked, also where the message is gone by then', async () => {
    const { discord } = await addServers();
    const unknown = await discord.ask({ text: BITCOIN, mentionsBot: true });
    const queue = command({ name: 'unanswered', user: discord.people.moderator });
    expect(textOf((await discord.interact(queue)).message)).toContain(`<@${discord.people.member.id}>`);
    discord.dispatch(press(unknown, '🗑️'));
    discord.deleteMessage(unknown);
    await expect.poll(async () => textOf((await discord.interact(queue)).message)).toContain('in private');
  });

  test('that Discord does not carry out leaves the answer as it is', async () => {
    const { discord, bot } = await addServers({ expectedFailures: 1 });
    const answer = await answered(discord);
    discord.faults.next({ method: 'DELETE' }, { kind: 'status', status: 503 }, 3);
    const told = await discord.interact(press(await optionsOf(discord, answer), 'Delete'));
    const failed = await bot.logged(({ msg }) => msg === 'interaction failed');
    expect(textOf(told.followUps[0])).toContain(failed['id']);
    expect(now(discord, answer)).toEqual(answer);
  });
});

describe('Share', () => {
  test('shows a private answer to everybody, once, with a button to take it away again', async () => {
    const { discord } = await addServers();
    const own = await discord.interact(ask(MEETING, { private: true }));
    expect(labelsOf(shown(own))).toEqual(['👍', '👎', 'More…']);
    const options = await optionsOf(discord, shown(own));
    expect(labelsOf(options)).toEqual(['Share', 'Other results']);
    const { followUps } = await discord
      .dispatch(press(options, 'Share'))
      .until((outcome) => outcome.followUps.length === 1 && outcome.edits === 1);
    const [shared] = followUps;
    expect(textOf(shared)).toContain(`Shared by <@${discord.people.member.id}>\\n-# ${MEETING}`);
    expect(shared).toMatchObject({ flags: messageFlag.componentsV2, mentions: [] });
    expect(textOf(shared)).toContain('September');
    expect(labelsOf(shown({ message: shared }))).toEqual(['👍', '👎', 'More…']);
    expect(labelsOf(now(discord, options))).toEqual(['Other results']);
    expect(labelsOf(await optionsOf(discord, shown(own)))).toEqual(['Other results']);
  });

  test('gives an answer that anyone may vote on, and that its asker or a moderator alone may delete', async () => {
    const { discord } = await addServers();
    const own = shown(await discord.interact(ask(MEETING, { private: true })));
    const sharing = await share(discord, own);
    const { followUps } = await sharing.until((outcome) => outcome.followUps.length === 1);
    const shared = shown({ message: followUps[0] });
    const user = discord.people.moderatorElsewhere;
    await discord.interact(press(shared, '👍', { user }));
    expect(labelsOf(now(discord, shared))).toContain('1');
    const options = await optionsOf(discord, now(discord, shared), { user });
    const refused = await discord.interact(press(options, 'Delete', { user }));
    expect(textOf(refused.message)).toContain('or a moderator can use this');
    await discord.interact(press(await optionsOf(discord, now(discord, shared)), 'Delete'));
    expect(discord.findMessage(shared.id)).toBeUndefined();
  });

  test('shows what is pressed twice at the same moment once', async () => {
    const { discord } = await addServers();
    const own = shown(await discord.interact(ask(MEETING, { private: true })));
    // The options were opened twice, too.
    const opened = [await optionsOf(discord, own), await optionsOf(discord, own)];
    const presses = [...opened, ...opened].map((options) => discord.dispatch(press(options, 'Share')));
    const ended = await Promise.all(presses.map((each) => each.until(({ edits }) => edits === 1)));
    expect(ended.flatMap(({ followUps }) => followUps)).toHaveLength(1);
    for (const options of opened) expect(labelsOf(now(discord, options))).toEqual(['Other results']);
  });

  test('that could not be posted can be pressed again', async () => {
    const { discord, bot } = await addServers({ expectedFailures: 1 });
    const own = shown(await discord.interact(ask(MEETING, { private: true })));
    discord.faults.next({ method: 'POST', path: /webhooks/ }, { kind: 'status', status: 503 }, 3);
    await (await share(discord, own)).until(({ followUps }) => followUps.length === 1);
    await bot.logged(({ msg }) => msg === 'interaction failed');
    const again = await share(discord, own);
    const { followUps } = await again.until((outcome) => outcome.followUps.length === 1);
    expect(textOf(followUps[0])).toContain('September');
  });

  test('is not offered under “I don’t know” nor under what everybody sees', async () => {
    const { discord } = await addServers();
    expect(labelsOf(await answered(discord, BITCOIN))).not.toContain('Share');
    expect(labelsOf(await optionsOf(discord, await answered(discord)))).not.toContain('Share');
  });
});

describe('Ask the helpers', () => {
  test('is not there where nobody has chosen people, in another server, nor in a direct message', async () => {
    const { discord } = await addServers();
    expect(labelsOf(await answered(discord, BITCOIN))).not.toContain('Ask the helpers');
    expect(labelsOf(await optionsOf(discord, await answered(discord)))).not.toContain('Ask the helpers');
    await choosePeople(discord, 'both');
    const [, guild] = discord.guilds;
    if (guild === undefined) throw new Error('no second server');
    for (const place of [{ guild }, { isDm: true }]) {
      const elsewhere = shown(await discord.interact({ ...ask(BITCOIN), ...place }));
      expect(labelsOf(elsewhere)).not.toContain('Ask the helpers');
    }
  });

  test('posts the question and a link to the answer where helpers are, and pings only their role', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'both');
    const { secondChannel, roles } = firstServer(discord);
    const asking = `${MEETING} @everyone <@${discord.people.moderator.id}>`;
    const answer = await answered(discord, asking);
    const user = discord.people.moderatorElsewhere;
    const options = await optionsOf(discord, answer, { user });
    const others = await optionsOf(discord, answer);
    const pressed = discord.dispatch(press(options, 'Ask the helpers', { user }));
    const { followUps } = await pressed.until((outcome) => outcome.followUps.length === 1);
    expect(followUps[0]).toMatchObject({ content: `I’ve posted the question in <#${secondChannel.id}>.` });
    const call = postedIn(discord, secondChannel.id);
    const { member } = discord.people;
    const words = `<@&${roles.news.id}> <@${user.id}> passes on a question from <@${member.id}>: ${MEETING}`;
    expect(call.content).toContain(words);
    expect(call.content).toContain(`/${answer.channel_id}/${answer.id}`);
    expect(call.mention_roles).toEqual([roles.news.id]);
    expect(call.mentions).toEqual([]);
    expect(call.mention_everyone).toBe(false);
    const after = now(discord, options);
    expect(labelsOf(after)).toContain('Sent');
    expect(() => discord.dispatch(press(after, 'Sent', { user }))).toThrow('disabled');
    expect(now(discord, answer)).toEqual(answer);
    // The answer itself does not change, so others learn it from its options, also from those that were open before.
    const late = await discord.interact(press(others, 'Ask the helpers'));
    expect(textOf(late.message)).toContain('has already passed this question on to the helpers');
    expect(labelsOf(await optionsOf(discord, answer))).toContain('Sent');
    expect(discord.listMessages(secondChannel.id)).toHaveLength(1);
  });

  test('posts the question as it was understood, in the language of the server', async () => {
    const founded = 'The museum\n\nThe museum was founded in 1952 by Emil Harrow. It has 23 employees.\n';
    const guilds = [{ name: 'Lesesaal', locale: 'de' }];
    const { discord } = await addServers({ articles: { 'museum.txt': founded }, guilds });
    await choosePeople(discord, 'channel');
    await answered(discord, 'Who founded the museum?');
    const when = await answered(discord, 'when?');
    const pressed = discord.dispatch(press(await optionsOf(discord, when), 'Ask the helpers'));
    const { followUps } = await pressed.until((outcome) => outcome.followUps.length === 1);
    const { secondChannel } = firstServer(discord);
    expect(followUps[0]?.content).toBe(`I’ve posted your question in <#${secondChannel.id}>.`);
    const { content } = postedIn(discord, secondChannel.id);
    expect(content).toMatch(new RegExp(`^<@${discord.people.member.id}> braucht Hilfe: .*museum`));
  });

  test('posts once what two press at the same moment, and keeps the language of the card', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'channel');
    const answer = await discord.ask({ text: BITCOIN, mentionsBot: true });
    const { member, moderator } = discord.people;
    const both = [member, moderator].map((user) =>
      discord.dispatch(press(answer, 'Ask the helpers', { user, locale: 'fr' })),
    );
    const told = await Promise.all(
      both.map((each) =>
        each.until(({ message, followUps }) => followUps.length === 1 || textOf(message).includes('aidants')),
      ),
    );
    expect(told.filter(({ followUps }) => followUps.length === 1)).toHaveLength(1);
    const { secondChannel } = firstServer(discord);
    expect(discord.listMessages(secondChannel.id)).toHaveLength(1);
    expect(labelsOf(now(discord, answer))).toContain('Sent');
  });

  test('of an answer that only the asker sees leads to the channel, since nobody could follow a link to it', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'channel');
    const { secondChannel, channel } = firstServer(discord);
    const unknown = await answered(discord, BITCOIN);
    expect(labelsOf(unknown)).toEqual(['Ask the helpers', 'Tell me when you know']);
    await discord
      .dispatch(press(unknown, 'Ask the helpers'))
      .until(({ followUps }) => followUps.length === 1);
    const call = postedIn(discord, secondChannel.id);
    expect(call.content).toBe(`<@${discord.people.member.id}> needs help with: ${BITCOIN}\n<#${channel.id}>`);
    expect(call.mention_roles).toEqual([]);
  });

  test('calls a role where the question was asked when no channel is chosen', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'role');
    const answer = await answered(discord);
    const options = await optionsOf(discord, answer);
    await discord
      .dispatch(press(options, 'Ask the helpers'))
      .until(({ followUps }) => followUps.length === 1);
    const { roles } = firstServer(discord);
    expect(postedIn(discord, answer.channel_id).mention_roles).toEqual([roles.news.id]);
  });

  test('says that the bot can’t write there, and stays', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'channel');
    const answer = await answered(discord, BITCOIN);
    const { secondChannel } = firstServer(discord);
    for (const deny of [permission.sendMessages, permission.viewChannel]) {
      discord.setBotPermissions(secondChannel, { deny });
      const pressed = discord.dispatch(press(answer, 'Ask the helpers'));
      const { followUps } = await pressed.until((outcome) => outcome.followUps.length === 1);
      expect(textOf(followUps[0])).toContain('I can’t write in the helper channel');
      expect(now(discord, answer)).toEqual(answer);
    }
  });

  test('says that no people are chosen any more, and stays', async () => {
    const { discord } = await addServers();
    await choosePeople(discord, 'channel');
    const answer = await answered(discord, BITCOIN);
    const user = discord.people.administrator;
    await discord.interact(
      command({ name: 'settings', subcommand: 'people', options: { reset: true }, user }),
    );
    const told = await discord.interact(press(answer, 'Ask the helpers'));
    expect(textOf(told.message)).toContain('no longer has a channel or role for helpers');
    expect(customIdOf(now(discord, answer), 'Ask the helpers')).toBeDefined();
  });

  test('tells an outage by its id instead of blaming permissions', async () => {
    const { discord, bot } = await addServers({ expectedFailures: 1 });
    await choosePeople(discord, 'channel');
    const answer = await answered(discord, BITCOIN);
    discord.faults.next({ path: /channels\/\d+\/messages/ }, { kind: 'status', status: 503 }, 3);
    const pressed = discord.dispatch(press(answer, 'Ask the helpers'));
    const { followUps } = await pressed.until((outcome) => outcome.followUps.length === 1);
    const failed = await bot.logged(({ msg }) => msg === 'interaction failed');
    expect(textOf(followUps[0])).toContain(failed['id']);
  });
});

function postedIn(discord: LocalDiscord, channelId: string) {
  return shown({ message: discord.findLastMessage(channelId) });
}
