import { ApplicationCommandType } from 'discord.js';
import { english } from '../../wording/kit/english.ts';
import type { Texts } from '../../wording/kit/texts.ts';

/** A command of the texts: its name, and the sub-commands that it may have. */
interface NamedCommand {
  readonly name: string;
  readonly subcommands?: Readonly<Record<string, { readonly name: string }>>;
}

/** A command in backticks, as our texts name it: `` `/knowledge add` ``. */
const NAMED = /`\/([^`]+)`/gu;

/**
 * Turns the names of commands in our texts into links that open the command. Discord gives each command an id when it is registered; until the
 * ids are known, the names stay as they are.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export class CommandLinks {
  #ids: ReadonlyMap<string, string> = new Map();

  /** Remembers the ids in Discord's list of our commands. */
  remember(registered: unknown): void {
    const commands = Array.isArray(registered) ? registered : [];
    this.#ids = new Map(commands.flatMap((command) => readId(command)));
  }

  /** Links the commands that `text` names in the language of `texts`. The text must be ours: it may quote nobody. */
  link(text: string, texts: Pick<Texts, 'commands'>): string {
    const paths = listPaths(texts);
    return text.replace(NAMED, (code, typed: string) => {
      const path = paths.get(typed);
      const id = this.#ids.get(path?.split(' ')[0] ?? '');
      return path === undefined || id === undefined ? code : `</${path}:${id}>`;
    });
  }
}

/** Lists the English names of commands and sub-commands, as they are registered, by their names in a language. */
function listPaths({ commands }: Pick<Texts, 'commands'>): ReadonlyMap<string, string> {
  const inEnglish: Readonly<Record<string, NamedCommand>> = english.commands;
  return new Map(
    Object.entries<NamedCommand>(commands).flatMap(([key, command]) => pair(command, inEnglish[key])),
  );
}

function pair(
  { name, subcommands = {} }: NamedCommand,
  registered: NamedCommand | undefined,
): readonly (readonly [string, string])[] {
  if (registered === undefined) return [];
  return [
    [name, registered.name],
    ...Object.entries(subcommands).map(
      ([key, subcommand]) =>
        [
          `${name} ${subcommand.name}`,
          `${registered.name} ${registered.subcommands?.[key]?.name ?? ''}`,
        ] as const,
    ),
  ];
}

/** Returns the name and id of a chat command; other entries cannot be linked. */
function readId(command: unknown): readonly (readonly [string, string])[] {
  if (typeof command !== 'object' || command === null) return [];
  const { id, name, type }: Partial<Record<'id' | 'name' | 'type', unknown>> = command;
  const isChat = type === undefined || type === ApplicationCommandType.ChatInput;
  return isChat && typeof name === 'string' && typeof id === 'string' && /^\d+$/.test(id) ? [[name, id]] : [];
}
