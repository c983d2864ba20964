import {
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Command } from './context.ts';

/** One of several things that a command does: a sub-command of Discord, or an option that members set to true. */
export interface Subcommand extends Pick<Command, 'run' | 'suggest'> {
  readonly definition: APIApplicationCommandSubcommandOption | APIApplicationCommandBooleanOption;
}

/** Returns the sub-command that a member chose; the last one when several options are true, undefined when none is. */
export function findSubcommand(
  subcommands: readonly Subcommand[],
  { options }: ChatInputCommandInteraction | AutocompleteInteraction,
): Subcommand | undefined {
  const chosen = options.getSubcommand(false);
  return subcommands.findLast(({ definition: { type, name } }) =>
    type === ApplicationCommandOptionType.Subcommand ? name === chosen : options.getBoolean(name) === true,
  );
}
