import { ApplicationCommandOptionType } from 'discord.js';
import { ALL_COMMANDS } from '../../src/discord/routing/commands.ts';
import { checkDiscordSettings } from '../../src/settings/settings.ts';

/*
 * What the documentation is compared with. All imports of the program are here, because its files move.
 */

/** A command, or a sub-command of one, by their English names. */
export interface CommandNames {
  readonly options: ReadonlySet<string>;
  readonly subcommands: ReadonlyMap<string, Pick<CommandNames, 'options'>>;
}

interface Option {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly options?: readonly Option[];
}

/** Every chat command that the bot registers. */
export const CHAT_COMMANDS: ReadonlyMap<string, CommandNames> = new Map(
  ALL_COMMANDS.flatMap(({ definition }) =>
    'description' in definition ? [[definition.name, namesOf(definition.options ?? [])] as const] : [],
  ),
);

/** Every entry of the menu of a message. */
export const MESSAGE_COMMANDS: readonly string[] = ALL_COMMANDS.flatMap(({ definition }) =>
  'description' in definition ? [] : [definition.name],
);

/** The environment variables that the bot reads when it starts. */
export const VARIABLES: ReadonlySet<string> = variablesRead();

function namesOf(options: readonly Option[]): CommandNames {
  const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return {
    options: new Set(options.filter((each) => !subcommands.includes(each)).map(({ name }) => name)),
    subcommands: new Map(subcommands.map((each) => [each.name, namesOf(each.options ?? [])])),
  };
}

/** Every mistake but a missing token leaves the others to be read; where that is missing, other names for it are read too. */
function variablesRead(): ReadonlySet<string> {
  const read = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    { DISCORD_TOKEN: 'token' },
    {
      get(values, name) {
        if (typeof name === 'string') read.add(name);
        return Reflect.get(values, name);
      },
    },
  );
  checkDiscordSettings(environment);
  return read;
}
