import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, menuOf, pick, press, shown, textOf, wordsOf } from './under-answers.ts';

const addServers = shareBot();

const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

function firstGuild({ guilds: [guild] }: LocalDiscord): Guild {
  if (guild === undefined) throw new Error('a local Discord has a guild');
  return guild;
}

/** What whoever chooses a log channel is told. */
async function choose(discord: LocalDiscord, channel?: Channel, user = manager(discord)): Promise<string> {
  const options = channel === undefined ? { reset: true } : { channel };
  const set = await discord.interact(command({ name: 'settings', subcommand: 'log', options, user }));
  expect(set.isEphemeral).toBe(true);
  return textOf(set.message);
}

const isPost = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);

/** What the bot posts by itself in this channel when this is done. */
async function toldOf(
  discord: LocalDiscord,
  channel: Channel,
  act: () => Promise<unknown>,
): Promise<Message> {
  const posted = discord.nextRequest((request) => isPost(request) && request.path.includes(channel.id));
  await act();
  await posted;
  return shown({ message: discord.findLastMessage(channel.id) });
}

const refreshBy = (discord: LocalDiscord, user: Person, options: Record<string, boolean> = {}) =>
  discord.interact(command({ name: 'refresh', options, user }));

const optionsOf = (list: Message) => menuOf(list).options ?? [];

test('each refresh is told with who, how and what changed, and pings nobody', async () => {
  const articles = { 'a.txt': 'A\n\nThe tower is 40 m high.\n' };
  const { discord, folder } = await addServers({ articles });
  const { secondChannel } = firstGuild(discord);
  const { moderator } = discord.people;
  await toldOf(discord, secondChannel, () => choose(discord, secondChannel));

  const known = optionsOf(shown(await refreshBy(discord, manager(discord), { undo: true })));
  await writeArticles(folder, { 'b.txt': '@everyone\n\nThe bridge is old.\n' });
  const byCommand = await toldOf(discord, secondChannel, () => refreshBy(discord, moderator));
  expect(wordsOf(byCommand)).toContain(`-# \`/refresh\` · <@${moderator.id}>\n### Refreshed`);
  expect(textOf(byCommand)).toContain('1 added');
  expect(textOf(byCommand)).toContain('\\\\@everyone');
  expect([byCommand.mention_everyone, byCommand.mentions]).toEqual([false, []]);

  await writeArticles(folder, { 'b.txt': 'B\n\nThe bridge is new.\n' });
  const preview = shown(await refreshBy(discord, moderator, { preview: true }));
  const byApply = await toldOf(discord, secondChannel, () =>
    discord.interact(press(preview, 'Apply', { user: moderator })),
  );
  expect(wordsOf(byApply)).toContain(`a preview was applied · <@${moderator.id}>`);

  const list = shown(await refreshBy(discord, manager(discord), { undo: true }));
  expect(optionsOf(list)).toHaveLength(known.length + 2);
  const byUndo = await toldOf(discord, secondChannel, () =>
    discord.interact(pick(list, 2, { user: manager(discord) })),
  );
  expect(wordsOf(byUndo)).toContain(`an earlier version was restored · <@${manager(discord).id}>`);
  expect(textOf(byUndo)).toContain('1 removed');
});

test('changed settings are told there with who, a new log channel in the old one too', async () => {
  const { discord } = await addServers();
  const { channel, secondChannel } = firstGuild(discord);
  const by = `<@${manager(discord).id}> changed the settings: `;
  const first = await toldOf(discord, channel, () => choose(discord, channel));
  expect(first.content).toContain(`${by}log channel: none → <#${channel.id}>`);
  const people = command({
    name: 'settings',
    subcommand: 'people',
    options: { channel: secondChannel },
    user: manager(discord),
  });
  const second = await toldOf(discord, channel, () => discord.interact(people));
  expect(second.content).toContain(`${by}helper channel: none → <#${secondChannel.id}>`);
  const now = await toldOf(discord, secondChannel, () => choose(discord, secondChannel));
  expect(now.content).toContain(`log channel: <#${channel.id}> → <#${secondChannel.id}>`);
  expect(discord.findLastMessage(channel.id)?.content).toBe(now.content);
  const last = await toldOf(discord, secondChannel, () => choose(discord));
  expect(last.content).toContain(`log channel: <#${secondChannel.id}> → none`);
});

test('other servers are told what changed, not who did it, and how many problems there are, not which', async () => {
  const { discord, folder } = await addServers({
    articles: { 'a.txt': 'A\n\nThe tower is 40 m high.\n', 'secret-plan.md': '---\nsecret_key: 1\n' },
    guilds: [{ name: 'One' }, { name: 'Zwei', locale: 'de' }],
  });
  const [, other] = discord.guilds;
  if (other === undefined) throw new Error('two guilds were asked for');
  await toldOf(discord, other.channel, () =>
    discord.interact(
      command({
        name: 'settings',
        subcommand: 'log',
        options: { channel: other.channel },
        user: manager(discord),
        guild: other,
      }),
    ),
  );
  await writeArticles(folder, { 'b.txt': 'B\n\nThe bridge is old.\n' });
  const told = await toldOf(discord, other.channel, () => refreshBy(discord, discord.people.moderator));
  expect(wordsOf(told)).toContain('`/aktualisieren` · auf einem anderen Server');
  expect(textOf(told)).toContain('1 neu');
  expect(textOf(told)).toContain('1 Problem');
  expect(textOf(told)).not.toContain('secret');
});

test('a channel that is closed to the bot is warned of, and keeps no refresh from being done', async () => {
  const { discord, folder, bot } = await addServers();
  const { secondChannel, thread } = firstGuild(discord);
  for (const deny of [permission.sendMessages, permission.viewChannel]) {
    discord.setBotPermissions(secondChannel, { deny });
    expect(await choose(discord, secondChannel)).toContain(`I can’t write in <#${secondChannel.id}>`);
  }
  expect(await choose(discord, thread)).not.toContain('can’t write');
  discord.setBotPermissions(secondChannel, { deny: permission.viewChannel });
  await choose(discord, secondChannel);
  await writeArticles(folder, { 'hours.txt': 'Opening hours\n\nThe library opens at nine.\n' });
  const report = await refreshBy(discord, discord.people.moderator);
  expect(textOf(report.message)).toContain('1 added');
  await bot.logged(({ msg }) => msg.startsWith('not told'));
  expect(textOf((await discord.interact(ask('When does the library open?'))).message)).toContain('nine');
});

test('what moderators do is told in one message, a private question and a limited article without their words', async () => {
  const { discord } = await addServers();
  const { secondChannel } = firstGuild(discord);
  const { moderator: user } = discord.people;
  await toldOf(discord, secondChannel, async () =>
    expect(await choose(discord, secondChannel)).toContain(`Everybody can read <#${secondChannel.id}>`),
  );
  const knowledge = (subcommand: string, options = {}, by = user) =>
    discord.interact(command({ name: 'knowledge', subcommand, options, user: by }));
  const add = (text: string) =>
    knowledge('add', { file: { name: 'ferry.md', bytes: new TextEncoder().encode(text) } });
  const told = await toldOf(discord, secondChannel, async () => {
    await add('---\ntitle: Ferry secrets\nroles: [Captains]\n---\n\nThe captain sleeps.\n');
    await add('# The [ferry](https://evil.example) @everyone\n\nThe ferry goes at noon.\n');
    await add('# The ferry\n\nThe ferry goes at nine.\n');
    await discord.interact(ask('Which zorble sails in secret?', { private: true }));
    const entry = shown(await discord.interact(command({ name: 'unanswered', user })));
    await discord.interact(press(entry, 'Dismiss', { user }));
    const why = shown(await knowledge('explain', { question: 'ferry *times*' }));
    await discord.interact(pick(why, 0, { user }));
    await knowledge('remove', { article: 'server/ferry.md' }, manager(discord));
  });
  const by = `<@${user.id}>`;
  expect(told.content.split('\n')).toEqual([
    `${by} added the article **🔒**`,
    `${by} replaced the article **The ferry \\@everyone**`,
    `${by} replaced the article **The ferry**`,
    `${by} dismissed a question`,
    `${by} taught me the answer to “ferry \\*times\\*”`,
    `<@${manager(discord).id}> removed the article **The ferry**`,
  ]);
  expect([told.mention_everyone, told.mentions]).toEqual([false, []]);
  const last = await toldOf(discord, secondChannel, async () => {
    const list = shown(await knowledge('undo', {}, manager(discord)));
    await discord.interact(press(list, 'Undo', { user: manager(discord) }));
  });
  expect(last.content).toBe(`<@${manager(discord).id}> undid a change. Now added: The ferry`);
});

test('only who manages the server chooses it', async () => {
  const { discord, folder } = await addServers();
  const { secondChannel } = firstGuild(discord);
  for (const user of [discord.people.member, discord.people.moderator])
    expect(await choose(discord, secondChannel, user)).toContain('Manage Server');
  await writeArticles(folder, { 'hours.txt': 'Opening hours\n\nThe library opens at nine.\n' });
  await refreshBy(discord, discord.people.moderator);
  expect(discord.listMessages(secondChannel.id)).toEqual([]);
});
