import { commandType, optionType } from '../wire-values.ts';
import type { CommandView, OptionView } from './body-views.ts';
import {
  allTexts,
  badChoices,
  badDescriptions,
  badNames,
  commandLimit,
  totalChars,
} from './command-texts.ts';
import { allOptions, isChat } from './command-tree.ts';
import { localizationRules } from './localization-rules.ts';
import { type Breach, breachIf, discordRule, type Rule, repeated } from './rule.ts';

/** Rules on one command. */
export const commandRules: readonly Rule<CommandView>[] = [
  discordRule('command-name', 'APPLICATION_COMMAND_INVALID_NAME', badNames),
  discordRule('command-description', 'BASE_TYPE_BAD_LENGTH', badDescriptions),
  discordRule('menu-without-description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', (command) =>
    breachIf(
      !isChat(command) && allTexts(command.description, command.description_localizations).some(Boolean),
      ['description'],
      'a context menu has no description',
    ),
  ),
  discordRule('menu-without-options', 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', (command) =>
    breachIf(!isChat(command) && !!command.options?.length, ['options'], 'a context menu has no options'),
  ),
  discordRule('option-count', 'BASE_TYPE_MAX_LENGTH', (command) =>
    eachLevel(command, (options) =>
      breachIf(options.length > commandLimit.options, [], `${options.length} options, at most 25`),
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
    breachIf(choices.length > commandLimit.choices, ['choices'], `${choices.length} choices, at most 25`),
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
    return breachIf(total > commandLimit.total, [], `${total} characters in total, at most 8000`);
  }),
  ...localizationRules,
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

function isSubcommand({ type }: OptionView): boolean {
  return type === optionType.subcommand || type === optionType.group;
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

function requiredAfterOptional(options: readonly OptionView[]): readonly Breach[] {
  const firstOptional = options.findIndex((option) => !option.required && !isSubcommand(option));
  if (firstOptional === -1) return [];
  return options.flatMap((option, at) =>
    breachIf(at > firstOptional && option.required === true, [at], 'a required option after an optional one'),
  );
}
