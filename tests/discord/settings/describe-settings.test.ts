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
  ['log', { logChannelId: '3' }, /: <#3>, with a digest/],
  ['log', { logChannelId: '3', postsDigest: false }, /: <#3>, without/],
  ['log', {}, /^Log channel: none/],
  ['people', { helperChannelId: '4', helperRoleId: '5' }, /go to <#4> <@&5>\.$/],
  ['people', { helperRoleId: '5' }, /go to <@&5>\.$/],
  ['people', {}, /^Helpers: off/],
  ['speak', { speakChannelIds: ['6', '7'] }, /only in <#6> <#7>;/],
  ['mentions', { answersMentions: false, mentionChannelIds: ['8'] }, /don’t answer mentions/],
  ['mentions', { mentionChannelIds: ['8'] }, /only in <#8>\.$/],
  ['mentions', {}, /wherever public answers are allowed/],
  ['forums', { forumChannelIds: ['8', '9'] }, /new ones in <#8> <#9> when/],
  ['forums', {}, /don’t answer them/],
  ['private', { isPrivateByDefault: true }, /are private/],
  ['private', {}, /are public/],
  ['cooldown', { questionsInARow: 1, secondsBetween: 9 }, /1 question in a row .* every 9 seconds/],
  ['strictness', { strictness: 'lenient' }, /^Lenient/],
  ['language', { language: 'de' }, /^Language: Deutsch/],
  ['language', {}, /each member’s own/],
  ['stale', { staleAfterDays: 1 }, /after 1 day\.$/],
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
