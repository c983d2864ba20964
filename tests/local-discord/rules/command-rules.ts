import { commandType, optionType } from '../wire-values.ts';
import type { CommandView, OptionView } from './body-views.ts';
import {
  checkDescriptions,
  checkNames,
  checkOptionChoices,
  commandLimit,
  countChars,
  listTexts,
} from './command-texts.ts';
import { isChat, listOptions } from './command-tree.ts';
import { localizationRules } from './localization-rules.ts';
import { type Breach, defineDiscordRule, findRepeated, type Rule, reportIf } from './rule.ts';

/** Rules on one command. */
export const commandRules: readonly Rule<CommandView>[] = [
  defineDiscordRule('command-name', 'APPLICATION_COMMAND_INVALID_NAME', checkNames),
  defineDiscordRule('command-description', 'BASE_TYPE_BAD_LENGTH', checkDescriptions),
  defineDiscordRule('menu-without-description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', (command) =>
    reportIf(
      !isChat(command) && listTexts(command.description, command.description_localizations).some(Boolean),
      ['description'],
      'a context menu has no description',
    ),
  ),
  defineDiscordRule('menu-without-options', 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', (command) =>
    reportIf(!isChat(command) && !!command.options?.length, ['options'], 'a context menu has no options'),
  ),
  defineDiscordRule('option-count', 'BASE_TYPE_MAX_LENGTH', (command) =>
    eachLevel(command, (options) =>
      reportIf(options.length > commandLimit.options, [], `${options.length} options, at most 25`),
    ),
  ),
  defineDiscordRule('option-order', 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', (command) =>
    eachLevel(command, requiredAfterOptional),
  ),
  defineDiscordRule('option-repeated', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', (command) =>
    eachLevel(command, (options) =>
      findRepeated(options.map(({ name }) => name)).map((name) => ({
        path: [],
        detail: `option ${name} twice`,
      })),
    ),
  ),
  defineDiscordRule('subcommand-beside-option', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', (command) =>
    eachLevel(command, (options) =>
      reportIf(
        options.some(isSubcommand) && !options.every(isSubcommand),
        [],
        'subcommands and plain options at one level',
      ),
    ),
  ),
  onOptions('choices-with-autocomplete', 'APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE', (option) =>
    reportIf(!!option.autocomplete && !!option.choices?.length, [], 'fixed choices and autocomplete at once'),
  ),
  onOptions('choice-count', 'BASE_TYPE_MAX_LENGTH', ({ choices = [] }) =>
    reportIf(choices.length > commandLimit.choices, ['choices'], `${choices.length} choices, at most 25`),
  ),
  onOptions('choice-text', 'BASE_TYPE_BAD_LENGTH', ({ choices = [] }) => checkOptionChoices(choices)),
  onOptions('choice-repeated', 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', ({ choices = [] }) =>
    findRepeated(choices.map(({ name }) => name)).map((name) => ({
      path: ['choices'],
      detail: `choice ${name} twice`,
    })),
  ),
  defineDiscordRule('command-total-length', 'APPLICATION_COMMAND_TOO_LARGE', (command) => {
    const total = countChars(command);
    return reportIf(total > commandLimit.total, [], `${total} characters in total, at most 8000`);
  }),
  ...localizationRules,
];

/** Rules on all commands of one scope together: global, or of one guild. */
export const commandSetRules: readonly Rule<readonly CommandView[]>[] = [
  defineDiscordRule('command-repeated', 'APPLICATION_COMMANDS_DUPLICATE_NAME', (commands) =>
    findRepeated(commands.map(({ type, name }) => `${name} (type ${type})`)).map((name) => ({
      path: [],
      detail: `command ${name} twice`,
    })),
  ),
  defineDiscordRule('command-count', 'MAXIMUM_APPLICATION_COMMANDS', (commands) =>
    maxPerType.flatMap(([type, max]) => {
      const count = commands.filter((command) => command.type === type).length;
      return reportIf(count > max, [], `${count} commands of type ${type}, at most ${max}`);
    }),
  ),
];

const maxPerType = [
  [commandType.chat, 100],
  [commandType.userMenu, 5],
  [commandType.messageMenu, 5],
] as const;

function isSubcommand({ type }: OptionView): boolean {
  return type === optionType.subcommand || type === optionType.group;
}

function onOptions(
  name: string,
  code: string,
  breaches: (option: OptionView) => readonly Breach[],
): Rule<CommandView> {
  return defineDiscordRule(name, code, (command) =>
    listOptions(command.options).flatMap(({ option, path }) =>
      breaches(option).map((breach) => ({ ...breach, path: [...path, ...breach.path] })),
    ),
  );
}

/** Runs the check on the options of the command and of each subcommand and group. */
function eachLevel(
  command: CommandView,
  breaches: (options: readonly OptionView[]) => readonly Breach[],
): readonly Breach[] {
  const levels = [{ option: command, path: [] }, ...listOptions(command.options)];
  return levels.flatMap(({ option, path }) =>
    breaches(option.options ?? []).map((breach) => ({
      ...breach,
      path: [...path, 'options', ...breach.path],
    })),
  );
}

function requiredAfterOptional(options: readonly OptionView[]): readonly Breach[] {
  const firstOptional = options.findIndex((option) => !option.required && !isSubcommand(option));
  if (firstOptional === -1) return [];
  return options.flatMap((option, at) =>
    reportIf(at > firstOptional && option.required === true, [at], 'a required option after an optional one'),
  );
}
