import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { buildSettingsSubcommand } from '../../../src/discord/settings/setting-options.ts';
import type { SettingRow } from '../../../src/server-settings/setting-row.ts';
import { listSettings, SETTINGS, SETTINGS_COMMANDS } from '../../../src/server-settings/settings-table.ts';

const rowsOf = (command: (typeof SETTINGS_COMMANDS)[number]): readonly SettingRow[] =>
  listSettings(command).map((name) => SETTINGS[name]);

describe.each(SETTINGS_COMMANDS)('/settings %s', (command) => {
  const { name, options = [] } = buildSettingsSubcommand(command);

  test('has an option for each setting, two for each list, and one to reset what may be left out', () => {
    const counts = rowsOf(command).map(({ kind }) => (kind === 'channels' || kind === 'roles' ? 2 : 1));
    const isResettable = rowsOf(command).some(({ isRequired }) => isRequired !== true);
    expect(options).toHaveLength(counts.reduce((sum, count) => sum + count, isResettable ? 1 : 0));
    expect(options.some((option) => option.name === 'reset')).toBe(isResettable);
    expect(name).toBe(command);
  });

  test('has options of different names, the required ones first', () => {
    expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
    const required = options.map((option) => option.required === true);
    expect(required).toEqual(required.toSorted((one, other) => Number(other) - Number(one)));
  });

  test('limits numbers as the table does', () => {
    const limits = options.flatMap((option) =>
      option.type === ApplicationCommandOptionType.Integer ? [[option.min_value, option.max_value]] : [],
    );
    expect(limits).toEqual(
      rowsOf(command).flatMap((row) => (row.kind === 'number' ? [[row.min, row.max]] : [])),
    );
  });
});

test('/settings strictness offers the steps of the table, with a name each', () => {
  const [step] = buildSettingsSubcommand('strictness').options ?? [];
  expect(step).toMatchObject({
    required: true,
    choices: SETTINGS.strictness.choices.map((value) => ({ value, name: expect.stringMatching(/.{20}/) })),
  });
});
