import { DiscordAPIError, REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { ALL_COMMANDS } from '../../../src/discord/routing/commands.ts';
import { areSameCommands, syncCommands } from '../../../src/discord/routing/registration.ts';
import { startTestDiscord } from '../../local-discord/client-under-test.ts';

const definitions = ALL_COMMANDS.map(({ definition }) => definition);

const ask = {
  name: 'ask',
  description: 'Ask',
  contexts: [0, 1],
  options: [
    { type: 3, name: 'question', description: 'What?', required: true },
    { type: 5, name: 'private', description: 'Only to me' },
  ],
};
const refresh = { name: 'refresh', description: 'Refresh', default_member_permissions: '8192' };

/** As Discord gives a command back: with ids, defaults, and its keys in another order. */
const stored = {
  version: '1234567890123456789',
  type: 1,
  options: [
    { required: true, description: 'What?', name: 'question', type: 3, name_localizations: null },
    { description: 'Only to me', name: 'private', type: 5, required: false, choices: [] },
  ],
  nsfw: false,
  name: 'ask',
  id: '1234567890123456788',
  guild_id: '1234567890123456787',
  application_id: '1234567890123456786',
  description: 'Ask',
  description_localizations: null,
  dm_permission: true,
  default_permission: true,
  default_member_permissions: null,
  contexts: [0, 1],
};

describe('sameCommands', () => {
  test('sees past what Discord adds, defaults and every order but that of options', () => {
    expect(areSameCommands([ask, refresh], [refresh, stored])).toBe(true);
    expect(areSameCommands([], [])).toBe(true);
    expect(areSameCommands(definitions, definitions.toReversed())).toBe(true);
  });

  test.each([
    ['another description', { ...stored, description: 'Ask me' }],
    ['another name', { ...stored, name: 'asks' }],
    ['another permission', { ...stored, default_member_permissions: '8192' }],
    ['other contexts', { ...stored, contexts: [0] }],
    ['another type', { ...stored, type: 3 }],
    ['a translation', { ...stored, description_localizations: { de: 'Frag' } }],
    ['an option less', { ...stored, options: stored.options.slice(0, 1) }],
    ['options in another order', { ...stored, options: stored.options.toReversed() }],
    [
      'an option that is no longer required',
      { ...stored, options: [{ ...stored.options[0], required: false }, stored.options[1]] },
    ],
    [
      'an option of another type',
      { ...stored, options: [stored.options[0], { ...stored.options[1], type: 3 }] },
    ],
    [
      'an option of a default’s type',
      { ...stored, options: [{ ...stored.options[0], type: 1 }, stored.options[1]] },
    ],
  ])('sees %s', (_, other) => {
    expect(areSameCommands([ask], [stored])).toBe(true);
    expect(areSameCommands([ask], [other])).toBe(false);
  });

  test('sees a command more or less', () => {
    expect(areSameCommands([ask], [])).toBe(false);
    expect(areSameCommands([ask], [stored, refresh])).toBe(false);
    expect(areSameCommands([ask], [stored, stored])).toBe(false);
  });
});

describe('syncCommands', () => {
  test.each(['everywhere', 'in one server'])(
    'writes %s once, and not again while nothing has changed',
    async (where) => {
      const discord = await startTestDiscord();
      const guildId = where === 'everywhere' ? null : (discord.guilds[0]?.id ?? '');
      const target = { applicationId: discord.applicationId, guildId };
      const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
      expect((await syncCommands(rest, target)).result).toBe('written');
      expect((await syncCommands(rest, target)).result).toBe('unchanged');
      const { global, perGuild, writes } = discord.registeredCommands;
      const registered = guildId === null ? global : (perGuild[guildId] ?? []);
      expect(registered.map(({ name }) => name).toSorted()).toEqual(
        ALL_COMMANDS.map(({ definition }) => definition.name).toSorted(),
      );
      expect(writes).toBe(1);
      expect(discord.violations).toEqual([]);
    },
  );

  test('takes away what is no longer a command', async () => {
    const discord = await startTestDiscord();
    const target = { applicationId: discord.applicationId, guildId: null };
    const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
    await rest.put(`/applications/${discord.applicationId}/commands`, {
      body: [{ name: 'old', description: 'Old' }],
    });
    expect((await syncCommands(rest, target)).result).toBe('written');
    expect(discord.registeredCommands.global.map(({ name }) => name)).not.toContain('old');
  });

  test('throws what Discord refuses', async () => {
    const discord = await startTestDiscord();
    const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
    const target = { applicationId: discord.applicationId, guildId: '999999999999999999' };
    await expect(syncCommands(rest, target)).rejects.toThrow(DiscordAPIError);
  });
});
