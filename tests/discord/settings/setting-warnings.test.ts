import { expect, test } from 'vitest';
import { listWarnings } from '../../../src/discord/settings/setting-warnings.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_COMMANDS,
  type ServerSettings,
  type SettingsCommandName,
} from '../../../src/server-settings/settings-table.ts';
import { english } from '../../../src/wording/kit/english.ts';

/** The bot may do nothing; channel 6 is a category. */
const NO_ACCESS = {
  isCategory: (id: string) => id === '6',
  canWrite: () => false,
  canWriteInThreads: () => false,
  canShowCards: () => false,
  canPing: () => false,
  isSeenByMembers: (id: string) => id === '2',
  listParentIds: (id: string) => (id === '7' ? ['6'] : []),
};

const warn = (command: SettingsCommandName, changes: Partial<ServerSettings>) =>
  listWarnings(command, { ...DEFAULT_SETTINGS, ...changes }, { access: NO_ACCESS, texts: english });

test('nothing is wrong with the defaults', () => {
  expect(SETTINGS_COMMANDS.flatMap((command) => warn(command, {}))).toEqual([]);
});

test.each<[SettingsCommandName, Partial<ServerSettings>, readonly RegExp[]]>([
  ['moderators', { moderatorRoleIds: ['1'] }, [/Server Settings/]],
  ['log', { logChannelId: '3' }, [/<#3> yet/]],
  ['log', { logChannelId: '2' }, [/<#2> yet/, /Everybody can read <#2>/]],
  ['people', { helperChannelId: '4', helperRoleId: '5' }, [/<#4> yet/, /<@&5> won’t be notified/]],
  ['speak', { speakChannelIds: ['6', '8'] }, [/<#8> yet/]],
  ['mentions', { mentionChannelIds: ['8'], answersMentions: false }, []],
  ['mentions', { mentionChannelIds: ['8'] }, [/<#8> yet/]],
  ['mentions', { mentionChannelIds: ['8'], speakChannelIds: ['9'] }, [/<#8> yet/, /public answers in <#8>/]],
  ['mentions', { mentionChannelIds: ['6'], speakChannelIds: ['7'] }, []],
  ['mentions', { mentionChannelIds: ['7'], speakChannelIds: ['6'] }, [/<#7> yet/]],
  ['forums', { forumChannelIds: ['8'] }, [/<#8> yet.*in threads/]],
  ['forums', { forumChannelIds: ['8'], speakChannelIds: ['9'] }, [/<#8> yet/, /public answers in <#8>/]],
])('%s set to %j has the warnings %j', (command, changes, warnings) => {
  expect(warn(command, changes)).toEqual(warnings.map((each) => expect.stringMatching(each)));
});
