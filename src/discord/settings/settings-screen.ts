import type {
  AnySelectMenuInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
} from 'discord.js';
import { undoChanges } from '../../requests/articles/changes.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import { readSettingsAsManager } from '../../requests/settings/change-settings.ts';
import { isSettingName, SETTINGS, type ServerSettings } from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { describeDifferences, MENTIONS } from '../cards/setting-change.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { parsePage } from '../kit/components/buttons.ts';
import { SET_UP_BUTTON } from '../kit/components/shared-buttons.ts';
import type { AnySelectComponent, ButtonComponent, RequestContext } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { makeChange, tellOfChange } from './change-setting.ts';
import {
  buildScreen,
  findPage,
  parseScreenUndo,
  type ScreenChange,
  SETTINGS_PAGER,
  SETTINGS_UNDO,
} from './screen-card.ts';
import { readMenuEdit, SETTINGS_MENU } from './setting-menu.ts';

/** Shows all settings to whoever manages the server, with menus to change them. */
export async function showSettings(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  context: RequestContext,
): Promise<void> {
  const { guild } = interaction;
  const { texts } = context;
  const settings = await readAsManager(interaction, context);
  await respondPrivately(interaction, {
    components: buildScreen(0, { settings, guild, texts }),
  });
}

/** Opens the screen from a message that offers it. */
export const setUpButton: ButtonComponent = {
  name: SET_UP_BUTTON,
  run: (interaction, _, context) => showSettings(interaction, context),
};

/** Turns the pages of the screen. */
export const settingsPager: ButtonComponent = {
  name: SETTINGS_PAGER,
  async run(interaction, page, context) {
    const { guild } = interaction;
    const { texts } = context;
    const settings = await readAsManager(interaction, context);
    const components = buildScreen(parsePage(page), { settings, guild, texts });
    await update(interaction, buildReply({ components }));
  },
};

/** Changes the setting of a menu at once, and confirms it on the screen. */
export const settingsMenu: AnySelectComponent = {
  name: SETTINGS_MENU,
  async run(interaction, name, context) {
    if (!isSettingName(name)) throw createRefusal({ kind: 'unknown-button' });
    const changed = await makeChange(interaction, readMenuEdit(name, interaction), context);
    const { before, now, changeNumbers: numbers } = changed;
    const { command } = SETTINGS[name];
    const words = (texts: Texts) => describeChange(before, now, texts);
    await updateScreen(interaction, now, { command, words, numbers, isUndo: false });
    await tellOfChange(interaction, changed, context);
  },
};

/** Undoes a change on the screen, or does it again. */
export const settingsUndoButton: ButtonComponent = {
  name: SETTINGS_UNDO,
  async run(interaction, argument, context) {
    const undo = parseScreenUndo(argument);
    if (undo === null) throw createRefusal({ kind: 'unknown-button' });
    const { user } = interaction;
    const guildId = requireGuildId(interaction);
    const request = { requester: readRequester(interaction, context), guildId };
    const before = await readAsManager(interaction, context);
    const undone = await undoChanges(context, { ...request, numbers: undo.numbers });
    const numbers = undone.map(({ number }) => number);
    context.log.info({ by: user.id, guildId, numbers }, 'changes undone');
    const now = await readAsManager(interaction, context);
    const words = ({ knowledge, ...texts }: Texts) => {
      const what = describeChange(before, now, { knowledge, ...texts });
      return undo.isUndo ? knowledge.redone({ what }) : knowledge.undone({ what });
    };
    await updateScreen(interaction, now, { ...undo, words, numbers, isUndo: !undo.isUndo });
    const kind = undo.isUndo ? 'redo' : 'undo';
    await tellOfChange(interaction, { before, now, changeNumbers: numbers, kind }, context);
  },
};

function readAsManager(
  interaction: AnySelectMenuInteraction | ButtonInteraction | ChatInputCommandInteraction,
  context: RequestContext,
): Promise<ServerSettings> {
  const guildId = requireGuildId(interaction);
  return readSettingsAsManager(context, { requester: readRequester(interaction, context), guildId });
}

function describeChange(before: ServerSettings, now: ServerSettings, texts: Texts): string {
  return describeDifferences(before, now, { texts, style: MENTIONS }).join(', ');
}

/** Shows the page with the change, in the language that it may just have chosen. */
async function updateScreen(
  interaction: MessageComponentInteraction,
  settings: ServerSettings,
  { words, ...change }: Omit<ScreenChange, 'words'> & { readonly words: (texts: Texts) => string },
): Promise<void> {
  const { guild, locale, guildLocale } = interaction;
  const texts = textsFor(settings.language, locale, guildLocale);
  const content = { settings, guild, texts, change: { ...change, words: words(texts) } };
  const components = buildScreen(findPage(change.command), content);
  await update(interaction, buildReply({ components }));
}
