import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  type Guild,
  InteractionContextType,
} from 'discord.js';
import { changeSettings, readSettingsAsManager } from '../../requests/settings/change-settings.ts';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { COLOURS } from '../cards/colours.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { readBotAccess } from '../kit/channels/bot-access.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildUndoButton } from '../kit/components/undo-button.ts';
import type { Command, RequestContext } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { MANAGER, readRequester } from '../kit/requester.ts';
import { announceSettingsChange } from '../notifications/log-channels.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';
import { cooldownSettings } from './cooldown.ts';
import { languageSettings } from './language.ts';
import { logSettings } from './log.ts';
import { mentionSettings } from './mentions.ts';
import { moderatorSettings } from './moderators.ts';
import type { SettingsPart } from './part.ts';
import { peopleSettings } from './people.ts';
import { privateSettings } from './private.ts';
import { speakSettings } from './speak.ts';
import { staleSettings } from './stale.ts';
import { strictnessSettings } from './strictness.ts';

const SHOW = 'show';

/** Every setting; a new one is a file and an entry here. */
const PARTS: readonly SettingsPart[] = [
  moderatorSettings,
  logSettings,
  peopleSettings,
  speakSettings,
  mentionSettings,
  privateSettings,
  cooldownSettings,
  strictnessSettings,
  languageSettings,
  staleSettings,
];

/** `/settings …`: how a server is set up, and each change of it: confirmed to who makes it, with what will keep it, or something else by now, from working, and told in the log channel. */
export const settingsCommand: Command = {
  definition: {
    ...localiseDescription(({ settings }) => settings),
    default_member_permissions: MANAGER.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...localiseDescription(({ settings }) => settings.subcommands.show),
      },
      ...PARTS.map(({ option }) => option),
    ],
  },
  async run(interaction, call) {
    const { guildId, options } = interaction;
    if (guildId === null) throw new TypeError('/settings came without server');
    if (options.getSubcommand() === SHOW) return show(interaction, guildId, call);
    const part = PARTS.find(({ option }) => option.name === options.getSubcommand());
    if (part === undefined) throw new TypeError('/settings came without a known subcommand');
    await change(interaction, { guildId, part }, call);
  },
};

async function show(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  call: RequestContext,
): Promise<void> {
  const { texts } = call;
  const { guild } = interaction;
  const settings = await readSettingsAsManager(call, {
    requester: readRequester(interaction, call),
    guildId,
  });
  const lines = PARTS.flatMap((part) => [
    `- ${part.inWords(settings, texts)}`,
    ...warned(part, settings, { guild, texts }).map((warning) => `  - ${warning}`),
  ]);
  const card = { color: COLOURS.done, title: texts.settings.title, description: lines.join('\n') };
  await respondPrivately(interaction, { embeds: [card] });
}

async function change(
  interaction: ChatInputCommandInteraction,
  { guildId, part }: { readonly guildId: string; readonly part: SettingsPart },
  call: RequestContext,
): Promise<void> {
  const { log } = call;
  const { guild, guildLocale, locale, user, client } = interaction;
  const requester = readRequester(interaction, call);
  const changes = part.changes(interaction);
  const { before, now, changeNumbers } = await changeSettings(call, { requester, guildId, changes });
  log.info({ by: user.id, guildId, changes }, 'settings changed');
  // In the language that may just have been chosen.
  const texts = textsFor(now.language, locale, guildLocale);
  const at = { guild, texts };
  const others = PARTS.filter((each) => each !== part);
  const known = new Set(others.flatMap((each) => warned(each, before, at)));
  const news = others.flatMap((each) => warned(each, now, at)).filter((warning) => !known.has(warning));
  const words = [part.inWords(now, texts), ...warned(part, now, at), ...news];
  await respondPrivately(interaction, {
    embeds: [buildNoticeCard(words.join('\n'))],
    components: changeNumbers.length === 0 ? [] : buildButtonRows([buildUndoButton(changeNumbers, texts)]),
  });
  if (changeNumbers.length === 0) return;
  const theirs = textsFor(now.language, guildLocale);
  const content = theirs.settings.changed({ by: `<@${user.id}>`, words: part.inWords(now, theirs) });
  await announceSettingsChange({ client, log }, { before, now, cause: interaction.id }, content);
  if (before.strictness !== now.strictness) await notifyNewlyAnswered({ client, guildId, guildLocale }, call);
}

/** What will keep it from working, a line each. */
function warned(
  { warnings }: SettingsPart,
  settings: ServerSettings,
  { guild, texts }: { readonly guild: Guild | null; readonly texts: Texts },
): readonly string[] {
  return warnings(settings, readBotAccess(guild), texts).map((warning) => `⚠️ ${warning}`);
}
