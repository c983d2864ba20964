import type {
  APIComponentInContainer,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  Guild,
} from 'discord.js';
import {
  listSettings,
  SETTINGS_COMMANDS,
  type ServerSettings,
  type SettingsCommandName,
} from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSection, buildSeparator, buildText, COLOURS } from '../cards/card.ts';
import { addButton, buildButton, buildPagerRow } from '../kit/components/buttons.ts';
import { buildAddArticleButton } from '../kit/components/note-modal.ts';
import { describeUndo } from '../kit/components/shared-buttons.ts';
import { describeSettings } from './describe-settings.ts';
import { buildSettingMenu } from './setting-menu.ts';
import { listWarningLines } from './setting-warnings.ts';

/** The names of the screen's buttons in their custom ids. */
export const SETTINGS_PAGER = 'settings-page';
export const SETTINGS_UNDO = 'settings-undo';

/** What has just been changed on the screen. */
export interface ScreenChange {
  readonly command: SettingsCommandName;
  /** What the screen says about it, on one line of Markdown. */
  readonly words: string;
  /** Of the changes, by which they can be undone; none where nothing has changed. */
  readonly numbers: readonly number[];
  /** Whether the change took an earlier one back, so that undoing it does that one again. */
  readonly isUndo: boolean;
}

export interface ScreenContent {
  readonly settings: ServerSettings;
  readonly guild: Guild | null;
  readonly texts: Texts;
  readonly change?: ScreenChange;
}

/** Discord takes 40 components. The card, its title, the row of three buttons below it and *Undo* with its section are always kept free. */
const ROOM = 40 - 8;

/** The sub-commands of `/settings` on each page, evenly distributed in the order of the table. */
export const SCREEN_PAGES: readonly (readonly SettingsCommandName[])[] = distribute();

/** Returns the page with the settings of a sub-command, counted from 0. */
export function findPage(command: SettingsCommandName): number {
  return SCREEN_PAGES.findIndex((page) => page.includes(command));
}

/**
 * Builds one page of the screen that shows and changes all settings: for each sub-command of `/settings` a sentence with its warnings, and a
 * menu for each of its settings. What has just changed is confirmed there, with *Undo*.
 */
export function buildScreen(page: number, content: ScreenContent): readonly APIMessageTopLevelComponent[] {
  const { texts } = content;
  const last = SCREEN_PAGES.length - 1;
  const number = Math.min(page, last);
  const sections = (SCREEN_PAGES[number] ?? []).flatMap((command, index) => [
    ...(index === 0 ? [] : [buildSeparator()]),
    ...buildCommandParts(command, content),
  ]);
  const head = buildText([`## ${texts.settings.title}`, `-# ${texts.settings.atOnce}`]);
  const card: APIContainerComponent = buildCard(COLOURS.done, [...head, ...sections]);
  const pager = last === 0 ? [] : [buildPagerRow(SETTINGS_PAGER, { number, last }, texts)];
  return addButton([card, ...pager], buildAddArticleButton(texts));
}

function buildCommandParts(
  command: SettingsCommandName,
  content: ScreenContent,
): readonly APIComponentInContainer[] {
  const { settings, texts, guild, change } = content;
  const isChanged = change?.command === command;
  const lines = [
    describeSettings(command, settings, texts),
    ...listWarningLines([command], settings, { guild, texts }),
    ...(isChanged ? [`✅ ${change.words}`] : []),
  ];
  const menus = listSettings(command).map((name) => buildSettingMenu(name, settings, { texts, guild }));
  if (!isChanged || change.numbers.length === 0) return [...buildText(lines), ...menus];
  return [buildSection(lines, buildScreenUndo(change, texts)), ...menus];
}

function buildScreenUndo({ command, numbers, isUndo }: ScreenChange, { buttons }: Texts) {
  const argument = [command, numbers.join(), ...(isUndo ? [REDO] : [])].join(':');
  return buildButton({ component: SETTINGS_UNDO, argument }, describeUndo(isUndo, { buttons }));
}

const REDO = 'redo';

/** Reads the argument of the screen's *Undo*, which a client sends back; null for one that names no settings. */
export function parseScreenUndo(
  argument: string,
): Pick<ScreenChange, 'command' | 'numbers' | 'isUndo'> | null {
  const [name, numbers = '', end] = argument.split(':');
  const command = SETTINGS_COMMANDS.find((each) => each === name);
  if (command === undefined) return null;
  return { command, numbers: numbers.split(',').map(Number), isUndo: end === REDO };
}

function distribute(): readonly (readonly SettingsCommandName[])[] {
  const total = SETTINGS_COMMANDS.reduce((sum, command) => sum + countParts(command), 0);
  const even = total / Math.ceil(total / ROOM);
  const pages: SettingsCommandName[][] = [[]];
  let used = 0;
  for (const command of SETTINGS_COMMANDS) {
    const parts = countParts(command);
    // A sub-command goes to the page where most of it belongs.
    if (used + parts / 2 > even || used + parts > ROOM) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(command);
    used += parts;
  }
  return pages;
}

/** Returns how many components a sub-command takes: a line above it, its text, and a row with a menu for each setting. */
function countParts(command: SettingsCommandName): number {
  return 2 + 2 * listSettings(command).length;
}
