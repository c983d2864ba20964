import { describe, expect, test } from 'vitest';
import { buildHelpCard } from '../../../src/discord/about/help.ts';
import { COMMANDS } from '../../../src/discord/routing/commands.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakes } from '../card-checks.ts';

/** The commands' names as a member with this language types them. */
function commandNames(language: string): ReadonlySet<string> {
  return new Set(
    COMMANDS.map(({ definition: { name, name_localizations: names } }) => {
      const [, local = name] =
        Object.entries(names ?? {}).find(([locale]) => locale.startsWith(language)) ?? [];
      return local ?? name;
    }),
  );
}

const MODERATORS_IDS: Readonly<Record<string, RegExp>> = {
  en: /moderators change.*refreshes.*their ids.*`\/privacy` does not delete/,
  ru: /меняют модераторы.*обновления.*их идентификаторами.*`\/приватность` этого не удаляет/,
  de: /die Moderation ändert.*Aktualisierungen.*ihren IDs.*`\/datenschutz` löscht das nicht/,
  es: /cambian los moderadores.*actualizaciones.*sus identificadores.*`\/privacidad` no lo borra/,
  fr: /changent les modérateurs.*actualisations.*leurs identifiants.*`\/confidentialité` ne l’efface pas/,
};

describe.each(Object.entries(LANGUAGES))('the help in “%s”', (language, texts) => {
  test('fits Discord, and tells in eight lines what is kept and who hears of it', () => {
    const card = buildHelpCard(texts);
    expectDiscordTakes(card);
    expect(card.fields?.[0]?.value.split('\n')).toHaveLength(8);
  });

  test('tells that of moderators their ids are kept with what they change, and stay', () => {
    const kept = buildHelpCard(texts).fields?.[0]?.value.split('\n') ?? [];
    expect(kept.filter((line) => MODERATORS_IDS[language]?.test(line))).toHaveLength(1);
  });

  test('names commands that are there, by the names of the member’s language', () => {
    const named = [
      ...JSON.stringify({ help: buildHelpCard(texts), answer: texts.answer }).matchAll(/`\/([^`]+)`/g),
    ];
    expect(named.length).toBeGreaterThanOrEqual(6);
    for (const [, name = ''] of named) expect(commandNames(language)).toContain(name);
  });
});
