import type { ChoiceView, CommandView } from './body-views.ts';
import { isChat, listOptions } from './command-tree.ts';
import { type Breach, checkLength, countCodePoints, reportIf } from './rule.ts';

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

export function checkNames(command: CommandView): readonly Breach[] {
  const optionNames = listOptions(command.options).map(({ option, path }) => ({ name: option.name, path }));
  const chatNames = isChat(command) ? [{ name: command.name, path: [] }, ...optionNames] : [];
  const menuName = isChat(command) ? [] : checkTextLength(command.name, commandLimit.name, ['name']);
  return [...menuName, ...chatNames.flatMap(({ name = '', path }) => checkChatName(name, [...path, 'name']))];
}

export function checkChatName(name: string, path: readonly PropertyKey[]): readonly Breach[] {
  return reportIf(
    !CHAT_NAME.test(name) || name !== name.toLowerCase(),
    path,
    `"${name}" is not 1 to 32 lower-case letters, digits, - or _`,
  );
}

export function checkDescriptions(command: CommandView): readonly Breach[] {
  if (!isChat(command)) return [];
  return [{ option: command, path: [] }, ...listOptions(command.options)].flatMap(({ option, path }) =>
    checkTextLength(option.description, commandLimit.description, [...path, 'description']),
  );
}

export function checkTextLength(
  text: string | undefined,
  max: number,
  path: readonly PropertyKey[],
): readonly Breach[] {
  return [...reportIf(!text?.trim(), path, 'must not be empty'), ...checkLength(text, max, path)];
}

export function checkOptionChoices(choices: readonly ChoiceView[]): readonly Breach[] {
  return choices.flatMap(({ name, value }, at) => [
    ...checkTextLength(name, commandLimit.choiceText, ['choices', at, 'name']),
    ...(typeof value === 'string'
      ? checkTextLength(value, commandLimit.choiceText, ['choices', at, 'value'])
      : []),
  ]);
}

/** Names, descriptions and choice values together; of localized texts the longest counts. */
export function countChars(command: CommandView): number {
  const options = listOptions(command.options).map(({ option }) => option);
  const choices = options.flatMap((option) => option.choices ?? []);
  const texts = [command, ...options].map(
    (item) =>
      longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations),
  );
  const choiceTexts = choices.map(
    (choice) => longest(choice.name, choice.name_localizations) + countCodePoints(String(choice.value)),
  );
  return [...texts, ...choiceTexts].reduce((sum, chars) => sum + chars, 0);
}

function longest(...[text, localized]: Parameters<typeof listTexts>): number {
  return Math.max(...listTexts(text, localized).map(countCodePoints));
}

export function listTexts(text = '', localized: Readonly<Record<string, string>> = {}): readonly string[] {
  return [text, ...Object.values(localized)];
}
