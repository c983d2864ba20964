import { ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { buildScreen, parseScreenUndo, SCREEN_PAGES } from '../../../src/discord/settings/screen-card.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_COMMANDS,
  type ServerSettings,
} from '../../../src/server-settings/settings-table.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { checkMessage } from '../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../local-discord/rules/body-views.ts';
import { listComponents } from '../../local-discord/rules/component-tree.ts';
import { messageFlag } from '../../local-discord/wire-values.ts';

const ids = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => `12345678901234567${first + index}`);

/** Everything is set, and nothing of it works: the bot is not in the server. */
const FULL: ServerSettings = {
  ...DEFAULT_SETTINGS,
  moderatorRoleIds: ids(10, 3),
  logChannelId: '1234567890123456720',
  helperChannelId: '1234567890123456730',
  helperRoleId: '1234567890123456740',
  speakChannelIds: ids(50, 5),
  mentionChannelIds: ids(60, 5),
  questionsInARow: 17,
  secondsBetween: 1234,
  staleAfterDays: 3333,
  strictness: 'strict',
  isPrivateByDefault: true,
};

test('each sub-command stands on one page, in the order of the table, on as few pages as fit', () => {
  expect(SCREEN_PAGES.flat()).toEqual(SETTINGS_COMMANDS);
  expect(SCREEN_PAGES).toHaveLength(2);
});

describe.each(Object.entries(LANGUAGES))('in “%s”', (_, texts) => {
  test.each([DEFAULT_SETTINGS, FULL])(
    'Discord takes every page, whatever was changed last (%#)',
    (settings) => {
      for (const command of SETTINGS_COMMANDS) {
        const numbers = [123456, 123457, 123458];
        const change = { command, words: 'x'.repeat(300), numbers, isUndo: true };
        for (const page of SCREEN_PAGES.keys()) {
          const components = buildScreen(page, { settings, guild: null, texts, change });
          const body = { flags: messageFlag.componentsV2, components, allowed_mentions: { parse: [] } };
          const message = readMessage(body);
          expect(checkMessage(message)).toEqual([]);
          const all = listComponents(message.components).map(({ component }) => component);
          expect(all.length).toBeLessThanOrEqual(40);
          for (const { options } of all) expect(options?.length ?? 0).toBeLessThanOrEqual(25);
        }
      }
    },
  );
});

test('a page that is not there is the last one', () => {
  const content = { settings: DEFAULT_SETTINGS, guild: null, texts: LANGUAGES.en };
  expect(buildScreen(99, content)).toEqual(buildScreen(SCREEN_PAGES.length - 1, content));
});

test('a menu of numbers offers the current one, also when it is not round', () => {
  const content = { settings: FULL, guild: null, texts: LANGUAGES.en };
  const components = buildScreen(1, content).flatMap((part) =>
    part.type === ComponentType.Container ? part.components : [],
  );
  expect(JSON.stringify(components)).toContain(
    'seconds between questions: 1234","value":"1234","default":true',
  );
});

test.each([
  ['log:1,2', { command: 'log', numbers: [1, 2], isUndo: false }],
  ['log:1:redo', { command: 'log', numbers: [1], isUndo: true }],
  ['made-up:1', null],
  ['', null],
  ['log', { command: 'log', numbers: [0], isUndo: false }],
])('the argument %j of Undo is read as %j', (argument, read) => {
  expect(parseScreenUndo(argument)).toEqual(read);
});
