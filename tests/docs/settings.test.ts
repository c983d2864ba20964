import { describe, expect, test } from 'vitest';
import type { SettingRow } from '../../src/server-settings/setting-row.ts';
import { listSettings, SETTINGS, SETTINGS_COMMANDS } from '../../src/server-settings/settings-table.ts';
import { pageAt } from './markdown.ts';

const { text } = pageAt('docs/configuration.md');
const shown = (count: number): string => count.toLocaleString('en-GB');

test('docs/configuration.md lists the sub-commands in the order of /settings show', () => {
  const listed = [...text.matchAll(/^\| \[`\/settings (\S+)`\]/gm)].map(([, name]) => name);
  expect(listed).toEqual(SETTINGS_COMMANDS);
});

describe.each(SETTINGS_COMMANDS)('docs/configuration.md tells of /settings %s', (command) => {
  const [row = ''] = text.match(new RegExp(`^\\| \\[\`/settings ${command}\`.*$`, 'm')) ?? [];
  const section = text.split(/^#+ /m).find((part) => part.includes(`\`/settings ${command} `)) ?? '';
  const rows: readonly SettingRow[] = listSettings(command).map((name) => SETTINGS[name]);

  test('its limits, choices and defaults', () => {
    const limits = rows.flatMap((each) =>
      each.kind === 'number' ? [`${shown(each.min)} to ${shown(each.max)}`] : [],
    );
    const choices = rows.flatMap((each) => (each.kind === 'choice' ? each.choices : []));
    const defaults = rows.flatMap((each) =>
      each.kind === 'number' || each.kind === 'choice' ? [String(each.default)] : [],
    );
    expect([...limits, ...choices].filter((each) => !section.includes(each))).toEqual([]);
    expect(defaults.filter((each) => !row.includes(each))).toEqual([]);
  });
});
