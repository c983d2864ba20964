import type { ChoiceView, CommandView } from './body-views.ts';
import { allOptions, isChat } from './command-tree.ts';
import { type Breach, breachIf, codePoints, tooLong } from './rule.ts';

/** @see https://docs.discord.com/developers/interactions/application-commands */
export const commandLimit = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceText: 100,
  total: 8000,
} as const;

/** Letters, digits, - _ ' and the marks of Devanagari and Thai, as in Discord's own description. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function badNames(command: CommandView): readonly Breach[] {
  const optionNames = allOptions(command.options).map(({ option, path }) => ({ name: option.name, path }));
  const chatNames = isChat(command) ? [{ name: command.name, path: [] }, ...optionNames] : [];
  const menuName = isChat(command) ? [] : lengthBreach(command.name, commandLimit.name, ['name']);
  return [
    ...menuName,
    ...chatNames.flatMap(({ name = '', path }) => chatNameBreach(name, [...path, 'name'])),
  ];
}

export function chatNameBreach(name: string, path: readonly PropertyKey[]): readonly Breach[] {
  return breachIf(
    !CHAT_NAME.test(name) || name !== name.toLowerCase(),
    path,
    `"${name}" is not 1 to 32 lower-case letters, digits, - or _`,
  );
}

export function badDescriptions(command: CommandView): readonly Breach[] {
  if (!isChat(command)) return [];
  return [{ option: command, path: [] }, ...allOptions(command.options)].flatMap(({ option, path }) =>
    lengthBreach(option.description, commandLimit.description, [...path, 'description']),
  );
}

export function lengthBreach(
  text: string | undefined,
  max: number,
  path: readonly PropertyKey[],
): readonly Breach[] {
  return [...breachIf(!text?.trim(), path, 'must not be empty'), ...tooLong(text, max, path)];
}

export function badChoices(choices: readonly ChoiceView[]): readonly Breach[] {
  return choices.flatMap(({ name, value }, at) => [
    ...lengthBreach(name, commandLimit.choiceText, ['choices', at, 'name']),
    ...(typeof value === 'string'
      ? lengthBreach(value, commandLimit.choiceText, ['choices', at, 'value'])
      : []),
  ]);
}

/** Names, descriptions and choice values together; of localized texts the longest counts. */
export function totalChars(command: CommandView): number {
  const options = allOptions(command.options).map(({ option }) => option);
  const choices = options.flatMap((option) => option.choices ?? []);
  const texts = [command, ...options].map(
    (item) =>
      longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations),
  );
  const choiceTexts = choices.map(
    (choice) => longest(choice.name, choice.name_localizations) + codePoints(String(choice.value)),
  );
  return [...texts, ...choiceTexts].reduce((sum, chars) => sum + chars, 0);
}

function longest(...[text, localized]: Parameters<typeof allTexts>): number {
  return Math.max(...allTexts(text, localized).map(codePoints));
}

export function allTexts(text = '', localized: Readonly<Record<string, string>> = {}): readonly string[] {
  return [text, ...Object.values(localized)];
}
