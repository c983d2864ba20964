import { commandType, optionType } from '../wire-values.ts';
import type { ChoiceView, CommandView, OptionView } from './body-views.ts';
import { type Breach, breachIf, codePoints, discordRule, type Rule, repeated, tooLong } from './rule.ts';

/** @see https://docs.discord.com/developers/interactions/application-commands */
const limit = { name: 32, description: 100, options: 25, choices: 25, choiceText: 100, total: 8000 } as const;

/** Letters, digits, - _ ' and the marks of Devanagari and Thai, as in Discord's own description. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Rules on one command. */
export const commandRules: readonly Rule<CommandView>[] = [
  discordRule('command-name', 'APPLICATION_COMMAND_INVALID_NAME', badNames),
  discordRule('command-description', 'BASE_TYPE_BAD_LENGTH', badDescriptions),
  discordRule('menu-without-description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', (command) =>
    breachIf(!isChat(command) && !!command.description, ['description'], 'a context menu has no description'),
  ),
  discordRule('menu-without-options', 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', (command) =>
    breachIf(!isChat(command) && !!command.options?.length, ['options'], 'a context menu has no options'),
  ),
  discordRule('option-count', 'BASE_TYPE_MAX_LENGTH', (command) =>
    eachLevel(command, (options) =>
      breachIf(options.length > limit.options, [], `${options.length} options, at most 25`),
    ),
  ),
  discordRule('option-order', 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', (command) =>
    eachLevel(command, requiredAfterOptional),
  ),
  discordRule('option-repeated', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', (command) =>
    eachLevel(command, (options) =>
      repeated(options.map(({ name }) => name)).map((name) => ({ path: [], detail: `option ${name} twice` })),
    ),
  ),
  discordRule('subcommand-beside-option', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', (command) =>
    eachLevel(command, (options) =>
      breachIf(
        options.some(isSubcommand) && !options.every(isSubcommand),
        [],
        'subcommands and plain options at one level',
      ),
    ),
  ),
  onOptions('choices-with-autocomplete', 'APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE', (option) =>
    breachIf(!!option.autocomplete && !!option.choices?.length, [], 'fixed choices and autocomplete at once'),
  ),
  onOptions('choice-count', 'BASE_TYPE_MAX_LENGTH', ({ choices = [] }) =>
    breachIf(choices.length > limit.choices, ['choices'], `${choices.length} choices, at most 25`),
  ),
  onOptions('choice-text', 'BASE_TYPE_BAD_LENGTH', ({ choices = [] }) => badChoices(choices)),
  onOptions('choice-repeated', 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', ({ choices = [] }) =>
    repeated(choices.map(({ name }) => name)).map((name) => ({
      path: ['choices'],
      detail: `choice ${name} twice`,
    })),
  ),
  discordRule('command-total-length', 'APPLICATION_COMMAND_TOO_LARGE', (command) => {
    const total = totalChars(command);
    return breachIf(total > limit.total, [], `${total} characters in total, at most 8000`);
  }),
];

/** Rules on all commands of one scope together: global, or of one guild. */
export const commandSetRules: readonly Rule<readonly CommandView[]>[] = [
  discordRule('command-repeated', 'APPLICATION_COMMANDS_DUPLICATE_NAME', (commands) =>
    repeated(commands.map(({ type, name }) => `${name} (type ${type})`)).map((name) => ({
      path: [],
      detail: `command ${name} twice`,
    })),
  ),
  discordRule('command-count', 'MAXIMUM_APPLICATION_COMMANDS', (commands) =>
    maxPerType.flatMap(([type, max]) => {
      const count = commands.filter((command) => command.type === type).length;
      return breachIf(count > max, [], `${count} commands of type ${type}, at most ${max}`);
    }),
  ),
];

const maxPerType = [
  [commandType.chat, 100],
  [commandType.userMenu, 5],
  [commandType.messageMenu, 5],
] as const;

function isChat(command: CommandView): boolean {
  return command.type === commandType.chat;
}

function isSubcommand({ type }: OptionView): boolean {
  return type === optionType.subcommand || type === optionType.group;
}

interface PlacedOption {
  readonly option: OptionView;
  readonly path: readonly PropertyKey[];
}

function allOptions(
  options: readonly OptionView[] = [],
  path: readonly PropertyKey[] = [],
): readonly PlacedOption[] {
  return options.flatMap((option, at) => {
    const here = [...path, 'options', at];
    return [{ option, path: here }, ...allOptions(option.options, here)];
  });
}

function onOptions(
  name: string,
  code: string,
  breaches: (option: OptionView) => readonly Breach[],
): Rule<CommandView> {
  return discordRule(name, code, (command) =>
    allOptions(command.options).flatMap(({ option, path }) =>
      breaches(option).map((breach) => ({ ...breach, path: [...path, ...breach.path] })),
    ),
  );
}

/** Runs the check on the options of the command and of each subcommand and group. */
function eachLevel(
  command: CommandView,
  breaches: (options: readonly OptionView[]) => readonly Breach[],
): readonly Breach[] {
  const levels = [{ option: command, path: [] }, ...allOptions(command.options)];
  return levels.flatMap(({ option, path }) =>
    breaches(option.options ?? []).map((breach) => ({
      ...breach,
      path: [...path, 'options', ...breach.path],
    })),
  );
}

function badNames(command: CommandView): readonly Breach[] {
  const optionNames = allOptions(command.options).map(({ option, path }) => ({ name: option.name, path }));
  const chatNames = isChat(command) ? [{ name: command.name, path: [] }, ...optionNames] : [];
  const menuName = isChat(command) ? [] : lengthBreach(command.name, limit.name, ['name']);
  return [
    ...menuName,
    ...chatNames.flatMap(({ name = '', path }) =>
      breachIf(
        !CHAT_NAME.test(name) || name !== name.toLowerCase(),
        [...path, 'name'],
        `"${name}" is not 1 to 32 lower-case letters, digits, - or _`,
      ),
    ),
  ];
}

function badDescriptions(command: CommandView): readonly Breach[] {
  if (!isChat(command)) return [];
  return [{ option: command, path: [] }, ...allOptions(command.options)].flatMap(({ option, path }) =>
    lengthBreach(option.description, limit.description, [...path, 'description']),
  );
}

function lengthBreach(
  text: string | undefined,
  max: number,
  path: readonly PropertyKey[],
): readonly Breach[] {
  return [...breachIf(!text?.trim(), path, 'must not be empty'), ...tooLong(text, max, path)];
}

function requiredAfterOptional(options: readonly OptionView[]): readonly Breach[] {
  const firstOptional = options.findIndex((option) => !option.required && !isSubcommand(option));
  if (firstOptional === -1) return [];
  return options.flatMap((option, at) =>
    breachIf(at > firstOptional && option.required === true, [at], 'a required option after an optional one'),
  );
}

function badChoices(choices: readonly ChoiceView[]): readonly Breach[] {
  return choices.flatMap(({ name, value }, at) => [
    ...lengthBreach(name, limit.choiceText, ['choices', at, 'name']),
    ...(typeof value === 'string' ? lengthBreach(value, limit.choiceText, ['choices', at, 'value']) : []),
  ]);
}

/** Names, descriptions and choice values together; of localized texts the longest counts. */
function totalChars(command: CommandView): number {
  const options = allOptions(command.options).map(({ option }) => option);
  const choices = options.flatMap((option) => option.choices ?? []);
  const texts = [command, ...options].reduce(
    (sum, item) =>
      sum +
      longest(item.name, item.name_localizations) +
      longest(item.description, item.description_localizations),
    0,
  );
  return choices.reduce((sum, { name, value }) => sum + codePoints(name) + codePoints(String(value)), texts);
}

function longest(text: string | undefined, localized: Readonly<Record<string, string>> = {}): number {
  return Math.max(codePoints(text), ...Object.values(localized).map(codePoints));
}
