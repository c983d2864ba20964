import { describe, expect, test } from 'vitest';
import {
  isSettingValue,
  parseSetting,
  type SettingRow,
  writeSetting,
} from '../../src/server-settings/setting-row.ts';
import {
  DEFAULT_SETTINGS,
  isSettingName,
  SETTING_NAMES,
  SETTINGS,
} from '../../src/server-settings/settings-table.ts';

describe('every setting', () => {
  test.each(SETTING_NAMES)('%s has a default that it accepts', (name) => {
    expect(parseSetting(SETTINGS[name], writeSetting(DEFAULT_SETTINGS[name]))).toEqual(
      DEFAULT_SETTINGS[name],
    );
  });

  test('offers numbers that it accepts, rising, with room for the default and the present one in a menu', () => {
    const rows: readonly SettingRow[] = SETTING_NAMES.map((name) => SETTINGS[name]);
    const numbers = rows.filter((row) => row.kind === 'number');
    expect(numbers).toHaveLength(3);
    for (const { steps, ...row } of numbers) {
      expect(steps.length).toBeLessThanOrEqual(23);
      expect(steps).toEqual([...new Set(steps)].toSorted((one, other) => one - other));
      for (const step of steps) expect(isSettingValue({ steps, ...row }, step)).toBe(true);
    }
  });

  test('stands beside the others of its sub-command', () => {
    const commands = SETTING_NAMES.map((name) => SETTINGS[name].command);
    const changes = commands.filter((command, index) => command !== commands[index - 1]);
    expect(changes).toEqual([...new Set(commands)]);
  });

  test('is frozen in the defaults', () => {
    expect(Object.isFrozen(DEFAULT_SETTINGS)).toBe(true);
  });
});

test('a name from a prototype is no setting', () => {
  expect(['strictness', 'toString', 'constructor', ''].map(isSettingName)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

const NUMBER = { kind: 'number', command: 'c', min: 1, max: 20, default: 5, steps: [] } as const;
const CHOICE = { kind: 'choice', command: 'c', choices: ['a', 'b'], default: 'a' } as const;
const LANGUAGE = { kind: 'language', command: 'c', default: null } as const;
const CHANNEL = { kind: 'channel', command: 'c', default: null } as const;
const ROLES = { kind: 'roles', command: 'c', max: 3, default: [] } as const;

describe('a stored text', () => {
  test.each<[SettingRow, string, unknown]>([
    [{ kind: 'flag', command: 'c', default: false }, 'true', true],
    [NUMBER, '1', 1],
    [NUMBER, '20', 20],
    [CHOICE, '"b"', 'b'],
    [LANGUAGE, '"pt-BR"', 'pt-BR'],
    [LANGUAGE, 'null', null],
    [CHANNEL, '"5"', '5'],
    [CHANNEL, 'null', null],
    [ROLES, '["5","6"]', ['5', '6']],
  ])('of %j is read from %s', (row, stored, value) => {
    expect(parseSetting(row, stored)).toEqual(value);
  });

  test.each<[SettingRow, string]>([
    [{ kind: 'flag', command: 'c', default: false }, '"true"'],
    [NUMBER, '0'],
    [NUMBER, '21'],
    [NUMBER, '1.5'],
    [NUMBER, '"5"'],
    [CHOICE, '"c"'],
    [CHOICE, 'null'],
    [LANGUAGE, '"no code"'],
    [LANGUAGE, '5'],
    [CHANNEL, '5'],
    [ROLES, '["5", 6]'],
    [ROLES, '"5"'],
    [CHANNEL, '{'],
    [CHANNEL, ''],
  ])('of %j is refused where it is %s', (row, stored) => {
    expect(parseSetting(row, stored)).toBeUndefined();
  });

  test('gives a frozen list', () => {
    expect(Object.isFrozen(parseSetting(ROLES, '["5"]'))).toBe(true);
  });
});
