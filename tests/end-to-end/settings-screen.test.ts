import { expect, test } from 'vitest';
import { command, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import { messageFlag } from '../local-discord/wire-values.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { labelsOf, now, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

/** May manage the server, and nothing else that others may not. */
function manager({ people }: LocalDiscord): Person {
  return replacePermissions(people.administrator, memberBits | permission.manageGuild);
}

function homeOf({ guilds: [home] }: LocalDiscord): Guild {
  if (home === undefined) throw new Error('a local Discord has a guild');
  return home;
}

/** `/settings show` by whoever manages the server. */
async function openScreen(discord: LocalDiscord, by: { locale?: string } = {}): Promise<Message> {
  const show = command({ name: 'settings', subcommand: 'show', user: manager(discord), ...by });
  const opened = await discord.interact(show);
  expect(opened.isEphemeral).toBe(true);
  return shown(opened);
}

type Values = Parameters<typeof select>[0]['values'];

/** The menu of a setting. */
function menuFor({ components }: Message, setting: string) {
  const id = `f1:settings-menu:${setting}`;
  const menu = listComponents(components).find(({ component }) => component.custom_id === id)?.component;
  if (menu === undefined) throw new Error(`no menu for ${setting}`);
  return menu;
}

/** Chooses in the menu of a setting, and returns the screen as it is then. */
async function choose(discord: LocalDiscord, screen: Message, setting: string, values: Values) {
  const customId = menuFor(now(discord, screen), setting).custom_id ?? '';
  await discord.interact(select({ message: screen, customId, values, user: manager(discord) }));
  return now(discord, screen);
}

const defaultsOf = (screen: Message, setting: string) => menuFor(screen, setting)['default_values'];

test('shows on two pages how everything is set, with a menu for each setting', async () => {
  const { discord } = await addServers();
  const screen = await openScreen(discord);
  expect(screen.flags & messageFlag.componentsV2).toBeTruthy();
  expect(textOf(screen)).toContain('Settings of this server');
  for (const words of [
    'Moderators:',
    'Language:',
    'Log channel: none',
    'Helpers: off',
    'Public answers in every',
  ])
    expect(textOf(screen)).toContain(words);
  expect(textOf(screen)).not.toContain('⚠️');
  expect(labelsOf(screen)).toEqual(['Previous', 'Next', 'Add an article']);
  await discord.interact(press(screen, 'Next', { user: manager(discord) }));
  const second = now(discord, screen);
  for (const words of [
    'I answer mentions',
    'Forum posts: I don’t',
    'are public',
    '5 questions in a row',
    'Balanced:',
    'after 180 days',
  ])
    expect(textOf(second)).toContain(words);
  expect(menuFor(second, 'staleAfterDays').options?.find((option) => option.default)?.label).toBe(
    'days until articles are outdated: 180',
  );
});

test('a choice counts at once, is confirmed there with what was before, warned of, and undone and redone there', async () => {
  const { discord } = await addServers();
  const { secondChannel } = homeOf(discord);
  const user = manager(discord);
  discord.setBotPermissions(secondChannel, { deny: permission.sendMessages });
  const chosen = await choose(discord, await openScreen(discord), 'logChannelId', [secondChannel]);
  expect(textOf(chosen)).toContain(`✅ log channel: none → <#${secondChannel.id}>`);
  expect(textOf(chosen)).toContain(`⚠️ I can’t write in <#${secondChannel.id}>`);
  expect(defaultsOf(chosen, 'logChannelId')).toEqual([{ id: secondChannel.id, type: 'channel' }]);
  expect(labelsOf(chosen)).toEqual(['Undo', 'Previous', 'Next', 'Add an article']);
  await discord.interact(press(chosen, 'Undo', { user }));
  const undone = now(discord, chosen);
  expect(textOf(undone)).toContain(`✅ Undone. Now log channel: <#${secondChannel.id}> → none`);
  expect(textOf(undone)).not.toContain('⚠️');
  await discord.interact(press(undone, 'Redo', { user }));
  expect(textOf(now(discord, undone))).toContain(`Log channel: <#${secondChannel.id}>`);
  expect(labelsOf(now(discord, undone))).toContain('Undo');
  const cleared = await choose(discord, undone, 'logChannelId', []);
  expect(textOf(cleared)).toContain('Log channel: none');
});

test('choosing one thing leaves the others, also what somebody else has set meanwhile', async () => {
  const { discord } = await addServers();
  const { secondChannel, roles } = homeOf(discord);
  const user = manager(discord);
  const screen = await openScreen(discord);
  await choose(discord, screen, 'helperChannelId', [secondChannel]);
  const both = await choose(discord, screen, 'helperRoleId', [roles.news]);
  expect(textOf(both)).toContain(`go to <#${secondChannel.id}> <@&${roles.news.id}>`);
  await discord.interact(
    command({ name: 'settings', subcommand: 'moderators', options: { add: roles.helpers }, user }),
  );
  const moderators = await choose(discord, screen, 'moderatorRoleIds', [roles.news]);
  expect(textOf(moderators)).toContain(`and <@&${roles.helpers.id}> <@&${roles.news.id}>.`);
  const fewer = await choose(discord, screen, 'moderatorRoleIds', [roles.news]);
  expect(textOf(fewer)).toContain(`and <@&${roles.news.id}>.`);
});

test('the screen changes to the language that was chosen on it', async () => {
  const { discord } = await addServers();
  const german = await choose(discord, await openScreen(discord), 'language', ['"de"']);
  expect(textOf(german)).toContain('Sprache: Deutsch für alle');
  expect(textOf(german)).toContain('✅ Sprache: die jedes Mitglieds → Deutsch');
  const back = await choose(discord, german, 'language', ['null']);
  expect(textOf(back)).toContain('each member’s own');
});

test('whoever no longer manages the server changes nothing, though they hold the screen', async () => {
  const { discord } = await addServers();
  const screen = await openScreen(discord);
  const user = replacePermissions(manager(discord), memberBits);
  const customId = menuFor(screen, 'helperRoleId').custom_id ?? '';
  const values = [homeOf(discord).roles.news];
  const refused = await discord.interact(select({ message: screen, customId, values, user }));
  expect(textOf(refused.message)).toContain('Manage Server');
  expect(textOf((await discord.interact(press(screen, 'Next', { user }))).message)).toContain(
    'Manage Server',
  );
  expect(textOf(await openScreen(discord))).toContain('Helpers: off');
});

test('@everyone, foreign channels and values that no menu offers are refused', async () => {
  const { discord } = await addServers();
  const home = homeOf(discord);
  const user = manager(discord);
  const screen = await openScreen(discord);
  const customId = menuFor(screen, 'moderatorRoleIds').custom_id ?? '';
  const everyone = { ...home.roles.news, id: home.id, name: '@everyone' };
  const refused = await discord.interact(select({ message: screen, customId, values: [everyone], user }));
  expect(textOf(refused.message)).toContain('every member of this server');
  for (const [setting, value] of [
    ['logChannelId', '1234567890123456789'],
    ['moderatorRoleIds', '1234567890123456789'],
    ['language', '"<@&1>"'],
    ['language', 'not JSON'],
    ['language', '{"length":1}'],
  ] as const) {
    const id = menuFor(screen, setting).custom_id ?? '';
    const forged = select({ message: screen, customId: id, values: [value], user, isForged: true });
    expect(textOf((await discord.interact(forged)).message)).toContain('no longer works');
  }
  const list = command({ name: 'knowledge', subcommand: 'undo', user });
  expect(textOf((await discord.interact(list)).message)).toContain('Nothing has been changed');
});

test('/help offers the screen to those who manage the server, and to nobody else', async () => {
  const { discord } = await addServers();
  const help = (user: Person) => discord.interact(command({ name: 'help', user }));
  expect(labelsOf(shown(await help(discord.people.moderator)))).not.toContain('Set up');
  const user = manager(discord);
  const opened = await discord.interact(press(shown(await help(user)), 'Set up', { user }));
  expect(opened.isEphemeral).toBe(true);
  expect(textOf(opened.message)).toContain('Settings of this server');
});
