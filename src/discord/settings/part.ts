import type { APIApplicationCommandSubcommandOption, ChatInputCommandInteraction } from 'discord.js';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import type { BotAccess } from '../kit/channels/bot-access.ts';

/** One subcommand of `/settings`, for one thing that a server may set; what is left out is as in a new server. */
export interface SettingsPart {
  readonly option: APIApplicationCommandSubcommandOption;
  readonly changes: (interaction: ChatInputCommandInteraction) => Partial<ServerSettings>;
  /** How it is set now. */
  readonly inWords: (settings: ServerSettings, texts: Texts) => string;
  /** What will keep it from working: it shows only when it is needed. */
  readonly warnings: (settings: ServerSettings, reach: BotAccess, texts: Texts) => readonly string[];
}
