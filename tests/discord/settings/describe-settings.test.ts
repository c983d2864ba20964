import { describe, expect, test } from 'vitest';
import { describeSettings } from '../../../src/discord/settings/describe-settings.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_COMMANDS,
  type ServerSettings,
  type SettingsCommandName,
} from '../../../src/server-settings/settings-table.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';

const describeWith = (command: SettingsCommandName, changes: Partial<ServerSettings>) =>
  describeSettings(command, { ...DEFAULT_SETTINGS, ...changes }, english);

test.each<[SettingsCommandName, Partial<ServerSettings>, RegExp]>([
  ['moderators', { moderatorRoleIds: ['1', '2'] }, /, and <@&1> <@&2>\.$/],
  ['log', { logChannelId: '3' }, /in <#3>\.$/],
  ['log', {}, /not told in a channel/],
  ['people', { humanChannelId: '4', humanRoleId: '5' }, /go to <#4> <@&5>\.$/],
  ['people', { humanRoleId: '5' }, /go to <@&5>\.$/],
  ['people', {}, /not handed/],
  ['speak', { speakChannelIds: ['6', '7'] }, /in <#6> <#7> alone/],
  ['mentions', { answersMentions: false, mentionChannelIds: ['8'] }, /do not answer mentions/],
  ['mentions', { mentionChannelIds: ['8'] }, /in <#8> alone/],
  ['mentions', {}, /wherever I speak/],
  ['private', { isPrivateByDefault: true }, /for the asker alone/],
  ['private', {}, /for all to see/],
  ['cooldown', { questionsInARow: 1, secondsBetween: 9 }, /1 question in a row .* every 9 seconds/],
  ['strictness', { strictness: 'lenient' }, /^Lenient/],
  ['language', { language: 'de' }, /one language: Deutsch\.$/],
  ['language', {}, /language of whoever asks/],
  ['stale', { staleAfterDays: 1 }, /for 1 day are/],
])('%s set to %j is described', (command, changes, sentence) => {
  expect(describeWith(command, changes)).toMatch(sentence);
});

test('a language that the interface does not speak counts as none', () => {
  expect(describeWith('language', { language: 'xx' })).toBe(describeWith('language', {}));
});

describe.each(Object.entries(LANGUAGES))('in “%s”', (_, texts) => {
  test.each(SETTINGS_COMMANDS)('%s has a whole sentence', (command) => {
    expect(describeSettings(command, DEFAULT_SETTINGS, texts)).toMatch(/^\p{Lu}.*\.$/u);
  });
});
