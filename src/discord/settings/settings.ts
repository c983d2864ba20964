import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  type Guild,
  InteractionContextType,
} from 'discord.js';
import { changeSettings, readSettingsAsManager } from '../../requests/settings/change-settings.ts';
import {
  SETTINGS_COMMANDS,
  type ServerSettings,
  type SettingsCommandName,
} from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { COLOURS } from '../cards/colours.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { readBotAccess } from '../kit/channels/bot-access.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildUndoButton } from '../kit/components/undo-button.ts';
import type { Command, RequestContext } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { MANAGER, readRequester } from '../kit/requester.ts';
import { findSubcommand, type Subcommand } from '../kit/subcommands.ts';
import { announceSettingsChange } from '../notifications/log-channels.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';
import { describeSettings } from './describe-settings.ts';
import { buildSettingsSubcommand, readSettingsEdit } from './setting-options.ts';
import { listWarnings } from './setting-warnings.ts';

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

/** `/settings show`: a sentence for each sub-command, in the order of the table, with its warnings. */
async function showSettings(
  interaction: ChatInputCommandInteraction,
  context: RequestContext,
): Promise<void> {
  const { texts } = context;
  const { guild } = interaction;
  const request = { requester: readRequester(interaction, context), guildId: requireGuildId(interaction) };
  const settings = await readSettingsAsManager(context, request);
  const lines = SETTINGS_COMMANDS.flatMap((command) => [
    `- ${describeSettings(command, settings, texts)}`,
    ...listCommandWarnings([command], settings, { guild, texts }).map((warning) => `  - ${warning}`),
  ]);
  const card = { color: COLOURS.done, title: texts.settings.title, description: lines.join('\n') };
  await respondPrivately(interaction, { embeds: [card] });
}

async function runChange(
  interaction: ChatInputCommandInteraction,
  command: SettingsCommandName,
  context: RequestContext,
): Promise<void> {
  const { log } = context;
  const { guild, guildLocale, locale, user, client } = interaction;
  const guildId = requireGuildId(interaction);
  const requester = readRequester(interaction, context);
  const edit = readSettingsEdit(command, interaction);
  const { before, now, changeNumbers } = await changeSettings(context, { requester, guildId, edit });
  log.info({ by: user.id, guildId, edit }, 'settings changed');
  // In the language that the member may just have chosen.
  const texts = textsFor(now.language, locale, guildLocale);
  const others = SETTINGS_COMMANDS.filter((each) => each !== command);
  const known = new Set(listCommandWarnings(others, before, { guild, texts }));
  const news = listCommandWarnings(others, now, { guild, texts }).filter((warning) => !known.has(warning));
  const lines = [
    describeSettings(command, now, texts),
    ...listCommandWarnings([command], now, { guild, texts }),
    ...news,
  ];
  await respondPrivately(interaction, {
    embeds: [buildNoticeCard(lines.join('\n'))],
    components: changeNumbers.length === 0 ? [] : buildButtonRows([buildUndoButton(changeNumbers, texts)]),
  });
  if (changeNumbers.length === 0) return;
  await announceSettingsChange(interaction, { before, now }, context);
  if (before.strictness !== now.strictness)
    await notifyNewlyAnswered({ client, guildId, guildLocale }, context);
}

/** Returns a line for each thing that keeps the settings of these sub-commands from working. */
function listCommandWarnings(
  commands: readonly SettingsCommandName[],
  settings: ServerSettings,
  { guild, texts }: { readonly guild: Guild | null; readonly texts: Texts },
): readonly string[] {
  const access = readBotAccess(guild);
  const warnings = commands.flatMap((command) => listWarnings(command, settings, { access, texts }));
  return warnings.map((warning) => `⚠️ ${warning}`);
}
