import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/commands.ts';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { type Person, withPermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { startBot } from './running-bot.ts';
import { startedScene } from './scene.ts';

/** May manage the server, and nothing else that others may not. */
function manager({ people }: LocalDiscord): Person {
  return withPermissions(people.administrator, memberBits | permission.manageGuild);
}

function firstGuild({ guilds: [guild] }: LocalDiscord): Guild {
  if (guild === undefined) throw new Error('a local Discord has a guild');
  return guild;
}

const peopleAt = (user: Person, channel?: Guild['channel']) =>
  command({
    name: 'settings',
    subcommand: 'people',
    options: channel === undefined ? {} : { channel },
    user,
  });

const ask = command({ name: 'ask', options: { question: 'When was the meeting held?' } });

function labels({ message }: Outcome): readonly (string | undefined)[] {
  return (message?.components ?? []).flatMap(({ components = [] }) => components.map(({ label }) => label));
}

test('who manages the server says where questions for people go; the button comes and goes with it', async () => {
  const { discord, bot, folder } = await startedScene();
  expect(labels(await discord.interact(ask))).not.toContain('Ask a human');
  const set = await discord.interact(peopleAt(manager(discord), firstGuild(discord).secondChannel));
  expect(set.isEphemeral).toBe(true);
  expect(set.message?.embeds[0]?.description).toContain(`<#${firstGuild(discord).secondChannel.id}>`);
  expect(labels(await discord.interact(ask))).toContain('Ask a human');
  await bot.stop();

  const second = startBot(discord, folder);
  await second.logged(({ msg }) => msg === 'commands registered');
  expect(labels(await discord.interact(ask))).toContain('Ask a human');
  await discord.interact(peopleAt(manager(discord)));
  expect(labels(await discord.interact(ask))).not.toContain('Ask a human');
});

test('a moderator who does not manage the server is told what it needs, and nothing changes', async () => {
  const { discord } = await startedScene();
  const refused = await discord.interact(
    peopleAt(discord.people.moderator, firstGuild(discord).secondChannel),
  );
  expect(refused.isEphemeral).toBe(true);
  expect(refused.message?.embeds[0]?.description).toContain('Manage Server');
  expect(labels(await discord.interact(ask))).not.toContain('Ask a human');
});

test('Discord shows the command to those alone who manage the server, and only in servers', () => {
  const settings = COMMANDS.find(({ definition }) => definition.name === 'settings')?.definition;
  expect(settings).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
});
