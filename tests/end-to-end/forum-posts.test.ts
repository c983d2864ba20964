import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { labelsOf, now, optionsOf, posted, press, shown, textOf } from './under-answers.ts';

const opening = (name: string, hour: string): string =>
  `---\ntitle: The town ${name}\n---\n\nThe reading room opens at ${hour} in the morning. It is warm inside.\n`;
const ARTICLES = {
  'tower.md': '---\ntitle: The tower\n---\n\nThe tower was built in 1900. It was restored in 1950.\n',
  'library.md': opening('library', 'nine'),
  'archive.md': opening('archive', 'ten'),
};
const addServers = shareBot(ARTICLES);

const ANSWERED = 'When was the tower built?';
const CLOSE_CALL = 'When does the reading room open?';

function homeOf({ guilds: [home] }: LocalDiscord): Guild {
  if (home === undefined) throw new Error('a local Discord has a guild');
  return home;
}

/** Somebody who may manage the server runs a sub-command of `/settings`. */
async function set(discord: LocalDiscord, subcommand: string, options: Record<string, Channel | boolean>) {
  const user = replacePermissions(discord.people.administrator, memberBits | permission.manageGuild);
  const { message } = await discord.interact(command({ name: 'settings', subcommand, options, user }));
  return textOf(message);
}

/** What stands in a post by the bot, once anything does. */
async function replyIn(discord: LocalDiscord, thread: Channel): Promise<Message> {
  await expect.poll(() => discord.listMessages(thread.id).length, { timeout: 10_000 }).toBeGreaterThan(0);
  return shown({ message: discord.listMessages(thread.id)[0] });
}

/** Posts what is answered, by somebody who has not posted yet, and waits: what came before it has been decided by then. */
async function allDecided(discord: LocalDiscord, forum: Channel, user: Person): Promise<void> {
  await replyIn(discord, discord.post({ forum, title: ANSWERED, user }));
}

test('a new post in a forum that the server chose gets one reply, also after a restart; elsewhere none', async () => {
  const { discord, restart } = await addServers();
  const { forum, channel } = homeOf(discord);
  const { moderator, administrator } = discord.people;
  const before = discord.post({ forum, title: ANSWERED });
  // What comes after it is answered once it has been passed over.
  await discord.ask({ channel, text: ANSWERED, mentionsBot: true });
  expect(await set(discord, 'forums', { add: forum })).toContain(`I answer new ones in <#${forum.id}>`);
  const thread = discord.post({ forum, title: `${ANSWERED} <@${moderator.id}>` });
  const reply = await replyIn(discord, thread);
  expect(textOf(reply)).toMatch(/This may already be answered:.*built in \*\*1900\*\*.*The tower/);
  expect(labelsOf(reply)).toEqual(['This solved it', '👎', 'More…']);
  expect([reply.mention_everyone, reply.mentions, reply.mention_roles]).toEqual([false, [], []]);
  expect(labelsOf(await optionsOf(discord, reply))).toContain('Delete');

  discord.repeatPost(thread);
  await allDecided(discord, forum, moderator);
  await restart();
  discord.repeatPost(thread);
  await allDecided(discord, forum, administrator);
  expect(discord.listMessages(thread.id)).toHaveLength(1);
  expect(discord.listMessages(before.id)).toEqual([]);
  expect(posted(discord)).toBe(4);

  // A reply to it is a follow-up.
  const text = 'When was it restored?';
  const followUp = await discord.ask({ channel: thread, text, replyTo: reply });
  expect(textOf(followUp)).toContain('Understood as: When was the tower restored?');
  expect(await set(discord, 'forums', { remove: forum })).toContain('I don’t answer them');
  const after = discord.post({ forum, title: ANSWERED, user: moderator });
  await discord.ask({ channel, text: ANSWERED, mentionsBot: true });
  expect(discord.listMessages(after.id)).toEqual([]);
});

test('stays silent where it is not sure, where it may not speak, and for posts that are not a member’s own question', async () => {
  const { discord } = await addServers();
  const { forum, channel } = homeOf(discord);
  const { member, moderator, administrator, otherBot, moderatorElsewhere } = discord.people;
  await set(discord, 'forums', { add: forum });
  const silent = [
    discord.post({ forum, title: 'help pls' }),
    discord.post({ forum, title: 'How do I mine bitcoin?' }),
    discord.post({ forum, title: CLOSE_CALL }),
    discord.post({ forum, title: ANSWERED, user: otherBot }),
    discord.post({ forum, title: ANSWERED, user: moderator, ageMs: 120_000 }),
  ];
  await allDecided(discord, forum, administrator);
  for (const { id } of silent) expect(discord.listMessages(id)).toEqual([]);

  // Whoever mentions the bot in the post is answered there as anywhere, and once.
  const addressed = discord.post({
    forum,
    title: ANSWERED,
    user: moderator,
    text: `<@${discord.applicationId}> ${ANSWERED}`,
  });
  const answer = await replyIn(discord, addressed);
  expect(labelsOf(answer)).toContain('👍');
  await allDecided(discord, forum, moderatorElsewhere);
  expect(discord.listMessages(addressed.id)).toHaveLength(1);

  // A burst of posts by one member: three have been looked at, and five in a row may be.
  const burst = Array.from({ length: 6 }, () => discord.post({ forum, title: ANSWERED, user: member }));
  await allDecided(discord, forum, administrator);
  expect(burst.filter(({ id }) => discord.listMessages(id).length > 0).length).toBeLessThanOrEqual(3);

  expect(await set(discord, 'speak', { add: channel })).toContain('Public answers only in');
  const unheard = discord.post({ forum, title: ANSWERED, user: moderatorElsewhere });
  await discord.ask({ channel, text: ANSWERED, mentionsBot: true, user: moderator });
  expect(discord.listMessages(unheard.id)).toEqual([]);
  const queue = await discord.interact(command({ name: 'unanswered', user: moderator }));
  expect(textOf(queue.message)).toContain('There are no unanswered questions');
});

test('who found the reply unhelpful and then says that it solved the post has one vote, which the reply shows', async () => {
  const { discord } = await addServers();
  const { forum } = homeOf(discord);
  await set(discord, 'forums', { add: forum });
  const reply = await replyIn(discord, discord.post({ forum, title: ANSWERED }));
  await discord.dispatch(press(reply, '👎')).until(({ followUps }) => followUps.length > 0);
  const before = now(discord, reply);
  expect(labelsOf(before)).toEqual(['This solved it', '1', 'More…']);
  await discord.dispatch(press(before, 'This solved it')).until(({ edits }) => edits === 1);
  expect(labelsOf(now(discord, reply))).toEqual(['Solved', '👎', 'More…']);
});

test('who posted or a moderator says that it is solved, nobody else; that counts, and /privacy knows the post', async () => {
  const { discord, restart } = await addServers({
    guilds: [{ name: 'Home', locale: 'de' }, { name: 'Other' }],
  });
  const { forum } = homeOf(discord);
  const { moderator, moderatorElsewhere: other } = discord.people;
  await set(discord, 'forums', { add: forum });
  const thread = discord.post({ forum, title: ANSWERED });
  const reply = await replyIn(discord, thread);
  expect(textOf(reply)).toContain('Vielleicht ist das schon beantwortet:');
  await restart();
  const refused = await discord.interact(press(reply, 'Das hat es gelöst', { user: other, locale: 'en-US' }));
  expect(refused.isEphemeral).toBe(true);
  expect(textOf(refused.message)).toContain(`Only <@${discord.people.member.id}> or a moderator`);
  expect(labelsOf(now(discord, reply))).toContain('Das hat es gelöst');
  const presses = [{}, { user: moderator }].map((by) =>
    discord.dispatch(press(reply, 'Das hat es gelöst', by)),
  );
  await Promise.all(presses.map((each) => each.acknowledged()));
  // Who changes one message takes turns: once the vote stands there, both presses have had theirs.
  await discord.interact(press(reply, '👎', { user: other }));
  const solved = now(discord, reply);
  expect(textOf(solved)).toMatch(/Gelöst, sagt <@\d+>/);
  expect(textOf(solved).match(/Gelöst, sagt/g)).toHaveLength(1);
  expect(labelsOf(solved)).toEqual(['Gelöst', '1', 'Mehr…']);
  const stats = await discord.interact(command({ name: 'stats', user: moderator, locale: 'en-US' }));
  expect(textOf(stats.message)).toMatch(/👍 2 · 👎 1.*1 forum post answered, 1 solved by that/);
  // Nobody asked the bot, so the title is not among the questions of the server.
  expect(textOf(stats.message)).not.toContain('Most asked');
  const kept = await discord.interact(command({ name: 'privacy', locale: 'en-US' }));
  expect(textOf(kept.message)).toContain('I keep 1 question, 1 vote');
});

test('waits for the first message of a post, whose files take a while', async () => {
  const { discord } = await addServers();
  const { forum } = homeOf(discord);
  await set(discord, 'forums', { add: forum });
  const thread = discord.post({ forum, title: ANSWERED, isUploading: true });
  await allDecided(discord, forum, discord.people.moderator);
  expect(discord.listMessages(thread.id)).toEqual([]);
  discord.finishPost(thread);
  expect(textOf(await replyIn(discord, thread))).toContain('1900');
});

test('a forum that is closed to the bot is warned of among the settings, and logged once', async () => {
  const { discord, bot } = await addServers();
  const { forum, channel } = homeOf(discord);
  discord.setBotPermissions(forum, { deny: permission.sendMessagesInThreads });
  expect(await set(discord, 'forums', { add: forum })).toContain(`can’t answer posts in <#${forum.id}> yet`);
  const threads = [1, 2].map(() => discord.post({ forum, title: ANSWERED }));
  const isReport = ({ msg, ...line }: { readonly msg: string; readonly forumId?: unknown }): boolean =>
    msg.startsWith('forum posts not answered') && line.forumId === forum.id;
  await bot.logged(isReport);
  await discord.ask({ channel, text: ANSWERED, mentionsBot: true });
  expect(bot.log.filter(isReport)).toHaveLength(1);
  for (const { id } of threads) expect(discord.listMessages(id)).toEqual([]);
});
