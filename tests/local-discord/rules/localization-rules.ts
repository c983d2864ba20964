import type { CommandView, OptionView } from './body-views.ts';
import { checkChatName, checkTextLength, commandLimit } from './command-texts.ts';
import { isChat, listOptions } from './command-tree.ts';
import { isLocale } from './locales.ts';
import { type Breach, defineDiscordRule, type Rule, reportIf } from './rule.ts';

type Translations = Readonly<Record<string, string>> | undefined;

/** What is translated: a command, an option, or a choice. */
interface Translated {
  readonly kind: 'command' | 'option' | 'choice';
  readonly item: Pick<OptionView, 'name_localizations' | 'description_localizations'>;
  readonly path: readonly PropertyKey[];
}

/** Translations keep the limits of what they translate. @see https://docs.discord.com/developers/reference#locales */
export const localizationRules: readonly Rule<CommandView>[] = [
  defineDiscordRule('localization-locale', 'BASE_TYPE_CHOICES', (command) =>
    allTranslated(command).flatMap(({ item, path }) => [
      ...unknownLocales(item.name_localizations, [...path, 'name_localizations']),
      ...unknownLocales(item.description_localizations, [...path, 'description_localizations']),
    ]),
  ),
  defineDiscordRule('localization-name', 'APPLICATION_COMMAND_INVALID_NAME', (command) =>
    allTranslated(command).flatMap((translated) =>
      each(translated.item.name_localizations, [...translated.path, 'name_localizations'], (name, path) =>
        nameBreaches(command, translated, { name, path }),
      ),
    ),
  ),
  defineDiscordRule('localization-description', 'BASE_TYPE_BAD_LENGTH', (command) =>
    allTranslated(command).flatMap(({ item, path }) =>
      each(item.description_localizations, [...path, 'description_localizations'], (text, place) =>
        checkTextLength(text, commandLimit.description, place),
      ),
    ),
  ),
];

function allTranslated(command: CommandView): readonly Translated[] {
  const options = listOptions(command.options).map(({ option, path }) => ({
    kind: 'option' as const,
    item: option,
    path,
  }));
  const choices = listOptions(command.options).flatMap(({ option, path }) =>
    (option.choices ?? []).map((item, at) => ({
      kind: 'choice' as const,
      item,
      path: [...path, 'choices', at],
    })),
  );
  return [{ kind: 'command', item: command, path: [] }, ...options, ...choices];
}

function nameBreaches(
  command: CommandView,
  { kind }: Translated,
  { name, path }: { readonly name: string; readonly path: readonly PropertyKey[] },
): readonly Breach[] {
  if (kind === 'choice') return checkTextLength(name, commandLimit.choiceText, path);
  return isChat(command) ? checkChatName(name, path) : checkTextLength(name, commandLimit.name, path);
}

function unknownLocales(texts: Translations, path: readonly PropertyKey[]): readonly Breach[] {
  return Object.keys(texts ?? {}).flatMap((code) =>
    reportIf(!isLocale(code), [...path, code], `${code} is no locale of Discord`),
  );
}

function each(
  texts: Translations,
  path: readonly PropertyKey[],
  breaches: (text: string, path: readonly PropertyKey[]) => readonly Breach[],
): readonly Breach[] {
  return Object.entries(texts ?? {}).flatMap(([code, text]) => breaches(text, [...path, code]));
}
