import type { APIApplicationCommandSubcommandOption, ChatInputCommandInteraction } from 'discord.js';
import type { GuildSettings } from '../store/guild-settings.ts';
import type { Texts } from '../wording/texts.ts';
import type { HumanReach } from './human-reach.ts';

/** One subcommand of `/settings`; its options are called `channel` and `role` where it has them. */
export interface SettingsPart {
  readonly option: APIApplicationCommandSubcommandOption;
  readonly changes: (interaction: ChatInputCommandInteraction) => Partial<GuildSettings>;
  /** How it is set now. */
  readonly inWords: (settings: GuildSettings, texts: Texts) => string;
  /** What will keep it from working: it shows only when it is needed. */
  readonly warnings: (settings: GuildSettings, reach: HumanReach, texts: Texts) => readonly string[];
}
