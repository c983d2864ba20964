import type { CommandView, OptionView } from './body-views.ts';
import { chatNameBreach, commandLimit, lengthBreach } from './command-texts.ts';
import { allOptions, isChat } from './command-tree.ts';
import { isLocale } from './locales.ts';
import { type Breach, breachIf, discordRule, type Rule } from './rule.ts';

type Translations = Readonly<Record<string, string>> | undefined;

/** What is translated: a command, an option, or a choice. */
interface Translated {
  readonly kind: 'command' | 'option' | 'choice';
  readonly item: Pick<OptionView, 'name_localizations' | 'description_localizations'>;
  readonly path: readonly PropertyKey[];
}

/** Translations keep the limits of what they translate. @see https://docs.discord.com/developers/reference#locales */
export const localizationRules: readonly Rule<CommandView>[] = [
  discordRule('localization-locale', 'BASE_TYPE_CHOICES', (command) =>
    allTranslated(command).flatMap(({ item, path }) => [
      ...unknownLocales(item.name_localizations, [...path, 'name_localizations']),
      ...unknownLocales(item.description_localizations, [...path, 'description_localizations']),
    ]),
  ),
  discordRule('localization-name', 'APPLICATION_COMMAND_INVALID_NAME', (command) =>
    allTranslated(command).flatMap((translated) =>
      each(translated.item.name_localizations, [...translated.path, 'name_localizations'], (name, path) =>
        nameBreaches(command, translated, { name, path }),
      ),
    ),
  ),
  discordRule('localization-description', 'BASE_TYPE_BAD_LENGTH', (command) =>
    allTranslated(command).flatMap(({ item, path }) =>
      each(item.description_localizations, [...path, 'description_localizations'], (text, place) =>
        lengthBreach(text, commandLimit.description, place),
      ),
    ),
  ),
];

function allTranslated(command: CommandView): readonly Translated[] {
  const options = allOptions(command.options).map(({ option, path }) => ({
    kind: 'option' as const,
    item: option,
    path,
  }));
  const choices = allOptions(command.options).flatMap(({ option, path }) =>
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
  if (kind === 'choice') return lengthBreach(name, commandLimit.choiceText, path);
  return isChat(command) ? chatNameBreach(name, path) : lengthBreach(name, commandLimit.name, path);
}

function unknownLocales(texts: Translations, path: readonly PropertyKey[]): readonly Breach[] {
  return Object.keys(texts ?? {}).flatMap((code) =>
    breachIf(!isLocale(code), [...path, code], `${code} is no locale of Discord`),
  );
}

function each(
  texts: Translations,
  path: readonly PropertyKey[],
  breaches: (text: string, path: readonly PropertyKey[]) => readonly Breach[],
): readonly Breach[] {
  return Object.entries(texts ?? {}).flatMap(([code, text]) => breaches(text, [...path, code]));
}
