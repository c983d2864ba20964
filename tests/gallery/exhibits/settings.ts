import { writeArticles } from '../../end-to-end/scene.ts';
import { command, type OptionValue, select } from '../../local-discord/interactions/requests.ts';
import type { Message } from '../../local-discord/world/messages.ts';
import { permission } from '../../local-discord/world/permissions.ts';
import type { Exhibit, ShownMessage } from '../exhibit.ts';
import { requireMessage, type Stage } from '../stage.ts';

/** How a server is set up, and who sees that; these come last, and what they set stays set. */
export const settings: readonly Exhibit[] = [
  {
    id: 'settings-changed',
    caption: '`/settings strictness`: confirmed, with *Undo*',
    play: async (stage) => [await set(stage, 'strictness', { step: 'strict' })],
  },
  {
    id: 'settings-moderators',
    caption: '`/settings moderators`: what is left to do',
    play: async (stage) => [await set(stage, 'moderators', { add: guildOf(stage).roles.helpers })],
  },
  { id: 'settings-show', caption: '`/settings show`: one screen with all settings', play: shown },
  { id: 'settings-more', caption: 'Its second page', play: shownMore },
  { id: 'settings-chosen', caption: 'A channel chosen there in which the bot cannot write', play: chosen },
  { id: 'settings-undone', caption: 'A setting taken back by *Undo*, and set again by *Redo*', play: undone },
  {
    id: 'settings-refused',
    caption: '`/settings` by a moderator who does not manage the server',
    play: async (stage) => [
      await stage.runCommand({ name: 'settings', subcommand: 'show', by: stage.discord.people.moderator }),
    ],
  },
  { id: 'log-channel', caption: 'The log channel: a changed setting, a refresh', play: logged },
  {
    id: 'refresh-undo',
    caption: '`/refresh undo`: what served lately',
    play: async (stage) => [
      await stage.runCommand({
        name: 'refresh',
        options: { undo: true },
        by: stage.discord.people.administrator,
      }),
    ],
  },
  {
    id: 'knowledge-undo',
    caption: '`/knowledge undo`: the last changes',
    play: async (stage) => [
      await stage.runCommand({
        name: 'knowledge',
        subcommand: 'undo',
        by: stage.discord.people.administrator,
      }),
    ],
  },
  {
    id: 'server-joined',
    caption: 'What a server reads when the bot joins it, in its language',
    play: greeted,
  },
];

/** The bot joins a server whose language is French, and leaves it again. */
async function greeted({ discord }: Stage): Promise<readonly ShownMessage[]> {
  const guild = discord.guildWithoutBot;
  const { id } = guild.secondChannel;
  const posting = discord.nextRequest(({ path }) => path === `/channels/${id}/messages`);
  discord.addBotTo(guild);
  await posting;
  const message = requireMessage({ message: discord.findLastMessage(id), followUps: [] });
  discord.removeBotFrom(guild);
  return [{ message }];
}

type Options = Readonly<Record<string, OptionValue>>;

function set(stage: Stage, subcommand: string, options: Options = {}): Promise<ShownMessage> {
  return stage.runCommand({ name: 'settings', subcommand, options, by: stage.discord.people.administrator });
}

async function shown(stage: Stage): Promise<readonly ShownMessage[]> {
  const { roles, secondChannel } = guildOf(stage);
  await set(stage, 'people', { channel: secondChannel, role: roles.news });
  return [await set(stage, 'show')];
}

async function shownMore(stage: Stage): Promise<readonly ShownMessage[]> {
  const screen = await set(stage, 'show');
  await stage.press(screen, 'Next', stage.discord.people.administrator);
  return [stage.refresh(screen)];
}

async function chosen(stage: Stage): Promise<readonly ShownMessage[]> {
  const { discord } = stage;
  const { channel } = guildOf(stage);
  const screen = await set(stage, 'show');
  discord.setBotPermissions(channel, { deny: permission.sendMessages });
  const customId = 'f1:settings-menu:logChannelId';
  const user = discord.people.administrator;
  await discord.interact(select({ message: screen.message, customId, values: [channel], user }));
  const confirmed = stage.refresh(screen);
  await stage.press(confirmed, '↩️', user);
  discord.setBotPermissions(channel, {});
  return [confirmed];
}

async function undone(stage: Stage): Promise<readonly ShownMessage[]> {
  const changed = await set(stage, 'private', { 'by-default': true });
  await stage.press(changed, '↩️', stage.discord.people.administrator);
  const undoneNow = stage.refresh(changed);
  await stage.press(undoneNow, '↪️', stage.discord.people.administrator);
  return [undoneNow, stage.refresh(changed)];
}

async function logged(stage: Stage): Promise<readonly ShownMessage[]> {
  const { discord, folder } = stage;
  const { secondChannel: channel } = guildOf(stage);
  await posted(stage, () => set(stage, 'log', { channel }));
  const setting = await posted(stage, () => set(stage, 'cooldown', { 'in-a-row': 3, seconds: 10 }));
  const text = 'Rooms to book\n\nA room for four can be booked for three hours. It has a screen.\n';
  await writeArticles(folder, { 'rooms.txt': text });
  const by = discord.people.moderator;
  const refresh = await posted(stage, () => discord.interact(command({ name: 'refresh', user: by })));
  return [{ message: setting }, { message: refresh }];
}

/** What the bot posts in the log channel because of what is done. */
async function posted(stage: Stage, act: () => Promise<unknown>): Promise<Message> {
  const { id } = guildOf(stage).secondChannel;
  const told = stage.discord.nextRequest(
    ({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`,
  );
  await act();
  await told;
  return requireMessage({ message: stage.discord.findLastMessage(id), followUps: [] });
}

function guildOf({ discord }: Stage) {
  const [guild] = discord.guilds;
  if (guild === undefined) throw new Error('no guild');
  return guild;
}
