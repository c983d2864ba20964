import { describe, expect, test } from 'vitest';
import { helpCard } from '../../src/discord/help-card.ts';
import { LANGUAGES } from '../../src/wording/languages.ts';
import { expectDiscordTakes } from './card-checks.ts';

describe.each(Object.entries(LANGUAGES))('the help in “%s”', (_, texts) => {
  test('fits Discord, and tells in five lines what is kept', () => {
    const card = helpCard(texts);
    expectDiscordTakes(card);
    expect(card.fields?.[0]?.value.split('\n')).toHaveLength(5);
  });

  test('names the commands as they are typed', () => {
    const shown = JSON.stringify(helpCard(texts));
    for (const command of ['/ask', '/sources', '/refresh']) expect(shown).toContain(`\`${command}\``);
  });
});
