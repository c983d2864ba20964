import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js';
import type { SettingsEdit } from '../../requests/settings/change-settings.ts';
import { SETTINGS_COMMANDS, type SettingsCommandName } from '../../server-settings/settings-table.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildUndoButton, DIGEST_OFF_BUTTON } from '../kit/components/shared-buttons.ts';
import {
  type ButtonComponent,
  type Command,
  findSubcommand,
  type RequestContext,
  type Subcommand,
} from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { MANAGER } from '../kit/requester.ts';
import { makeChange, tellOfChange } from './change-setting.ts';
import { describeSettings } from './describe-settings.ts';
import { buildSettingsSubcommand, readSettingsEdit } from './setting-options.ts';
import { listWarningLines } from './setting-warnings.ts';
import { showSettings } from './settings-screen.ts';

const SUBCOMMANDS: readonly Subcommand[] = [
  {
    definition: {
      type: ApplicationCommandOptionType.Subcommand,
      ...localiseDescription(({ settings }) => settings.subcommands.show),
    },
    run: showSettings,
  },
  ...SETTINGS_COMMANDS.map((command) => ({
    definition: buildSettingsSubcommand(command),
    run: (interaction: ChatInputCommandInteraction, context: RequestContext) =>
      runChange(interaction, command, context),
  })),
];

/**
 * `/settings`: shows and changes a server's settings. Confirms each change, warns when it or another setting cannot take effect, and posts
 * the change in the log channel.
 */
export const settingsCommand: Command = {
  definition: {
    ...localiseDescription(({ settings }) => settings),
    default_member_permissions: MANAGER.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: SUBCOMMANDS.map(({ definition }) => definition),
  },
  async run(interaction, context) {
    const subcommand = findSubcommand(SUBCOMMANDS, interaction);
    if (subcommand === undefined) throw new TypeError('/settings came without a known sub-command');
    await subcommand.run(interaction, context);
  },
};

/** Ends the digests of a server, for whoever manages it. The confirmation can undo that. */
export const digestOffButton: ButtonComponent = {
  name: DIGEST_OFF_BUTTON,
  run: (interaction, _, context) =>
    runEdit(interaction, { command: 'log', edit: { values: { postsDigest: false } } }, context),
};

async function runChange(
  interaction: ChatInputCommandInteraction,
  command: SettingsCommandName,
  context: RequestContext,
): Promise<void> {
  await runEdit(interaction, { command, edit: readSettingsEdit(command, interaction) }, context);
}

/**
 * Changes settings of a sub-command, confirms it to the caller with *Undo* and with what cannot take effect, and tells others.
 *
 * @throws {UserFacingError} `not-a-manager`, `everyone`, `list-full`, `not-kept`
 */
async function runEdit(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  { command, edit }: { readonly command: SettingsCommandName; readonly edit: SettingsEdit },
  context: RequestContext,
): Promise<void> {
  const { guild, guildLocale, locale } = interaction;
  const changed = await makeChange(interaction, edit, context);
  const { before, now, changeNumbers } = changed;
  // In the language that the member may just have chosen.
  const texts = textsFor(now.language, locale, guildLocale);
  const others = SETTINGS_COMMANDS.filter((each) => each !== command);
  const known = new Set(listWarningLines(others, before, { guild, texts }));
  const news = listWarningLines(others, now, { guild, texts }).filter((warning) => !known.has(warning));
  const lines = [
    describeSettings(command, now, texts),
    ...listWarningLines([command], now, { guild, texts }),
    ...news,
  ];
  await respondPrivately(interaction, {
    components: [
      buildNoticeCard(lines.join('\n')),
      ...(changeNumbers.length === 0 ? [] : buildButtonRows([buildUndoButton(changeNumbers, texts)])),
    ],
  });
  await tellOfChange(interaction, changed, context);
}
