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

describe.each(Object.entries(LANGUAGES))('the help in “%s”', (language, texts) => {
  test('fits Discord, and tells in eight lines what is kept and who hears of it', () => {
    const card = buildHelpCard(texts);
    expectDiscordTakes(card);
    expect(card.fields?.[0]?.value.split('\n')).toHaveLength(8);
  });

  test('tells that of moderators their ids are kept with what they change, and stay', () => {
    const kept = buildHelpCard(texts).fields?.[0]?.value.split('\n') ?? [];
    const { moderators } = texts.help.privacy;
    expect(kept).toContain(`- ${moderators}`);
    expect(moderators).toContain(`\`/${texts.commands.privacy.name}\``);
  });

  test('names commands that are there, by the names of the member’s language', () => {
    const named = [
      ...JSON.stringify({ help: buildHelpCard(texts), answer: texts.answer }).matchAll(/`\/([^`]+)`/g),
    ];
    expect(named.length).toBeGreaterThanOrEqual(6);
    for (const [, name = ''] of named) expect(commandNames(language)).toContain(name);
  });
});
