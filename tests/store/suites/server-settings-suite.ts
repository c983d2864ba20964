import { describe, expect, test } from 'vitest';
import type { SettingRow } from '../../../src/server-settings/setting-row.ts';
import { buildSettings, DEFAULT_SETTINGS, SETTINGS } from '../../../src/server-settings/settings-table.ts';
import type { Store } from '../../../src/store/open-store.ts';

/** Tests how every kind of store keeps the settings of servers. `freshStore` opens an empty one. */
export function describeServerSettings(kind: string, freshStore: () => Promise<Store>): void {
  describe(`settings of servers kept in ${kind}`, () => {
    const defaults = DEFAULT_SETTINGS;

    test('are defaults, frozen, where nothing was set', async () => {
      const { serverSettings } = await freshStore();
      const settings = await serverSettings.read('guild-1');
      expect(settings).toEqual(defaults);
      expect(Object.isFrozen(settings)).toBe(true);
    });

    test('change where they are named, and nowhere else', async () => {
      const { serverSettings } = await freshStore();
      const both = { helperChannelId: '5', helperRoleId: '6' };
      const changes = await serverSettings.change('guild-1', 'mod', both);
      expect(changes).toMatchObject([{ name: 'helperChannelId' }, { name: 'helperRoleId' }]);
      expect(await serverSettings.read('guild-1')).toEqual({ ...defaults, ...both });
      expect(await serverSettings.change('guild-1', 'mod', both)).toEqual([]);
      // As at first, and never set.
      expect(
        await serverSettings.change('guild-1', 'mod', { logChannelId: null, moderatorRoleIds: [] }),
      ).toEqual([]);
      await serverSettings.change('guild-1', 'mod', { helperRoleId: '7' });
      await serverSettings.change('guild-1', 'mod', {});
      expect(await serverSettings.read('guild-1')).toEqual({
        ...defaults,
        helperChannelId: '5',
        helperRoleId: '7',
      });
      expect(await serverSettings.read('guild-2')).toEqual(defaults);
    });

    test('are kept, each, as they are set', async () => {
      const { serverSettings } = await freshStore();
      const all = buildSettings((name) => differingValue(SETTINGS[name]));
      await serverSettings.change('guild-1', 'mod', all);
      expect(await serverSettings.read('guild-1')).toEqual(all);
    });

    test.each([
      ['moderatorRoleIds', '["1", 2]'],
      ['answersMentions', '"no"'],
      ['questionsInARow', '0'],
      ['questionsInARow', '21'],
      ['secondsBetween', '1.5'],
      ['strictness', '"harsh"'],
      ['language', '"no code"'],
      ['staleAfterDays', '"30"'],
      ['logChannelId', '{'],
    ])('are defaults where “%s” is %s, which it cannot be', async (name, value) => {
      const { serverSettings, serverValues } = await freshStore();
      await serverValues.change('guild-1', 'mod', [{ kind: 'setting', name, value }]);
      expect(await serverSettings.read('guild-1')).toEqual(defaults);
    });

    test('tell the log channels of all servers that have one', async () => {
      const { serverSettings, serverValues } = await freshStore();
      expect(await serverSettings.listLogChannels()).toEqual([]);
      await serverSettings.change('guild-2', 'mod', { logChannelId: '8' });
      await serverSettings.change('guild-1', 'mod', { logChannelId: '7', helperRoleId: '6' });
      await serverSettings.change('guild-3', 'mod', { logChannelId: '9' });
      await serverSettings.change('guild-3', 'mod', { logChannelId: null });
      await serverValues.change('guild-4', 'mod', [{ kind: 'article', name: 'logChannelId', value: '"5"' }]);
      await serverValues.change('guild-5', 'mod', [{ kind: 'setting', name: 'logChannelId', value: '{' }]);
      expect(await serverSettings.listLogChannels()).toEqual([
        { guildId: 'guild-1', channelId: '7' },
        { guildId: 'guild-2', channelId: '8' },
      ]);
    });

    test('can be taken back', async () => {
      const { serverSettings } = await freshStore();
      await serverSettings.change('guild-1', 'mod', { helperChannelId: '5' });
      await serverSettings.change('guild-1', 'mod', { helperChannelId: null });
      expect(await serverSettings.read('guild-1')).toEqual(defaults);
    });
  });
}

/** A value that a setting accepts and that is not its default. */
function differingValue(row: SettingRow): unknown {
  switch (row.kind) {
    case 'flag':
      return !row.default;
    case 'number':
      return row.max;
    case 'choice':
      return row.choices.find((choice) => choice !== row.default);
    case 'language':
      return 'de';
    case 'channel':
    case 'role':
      return '1';
    case 'channels':
    case 'roles':
      return ['4', '5'];
  }
}
