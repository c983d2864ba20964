import { describe, expect, test } from 'vitest';
import { buildHelpCard } from '../../../src/discord/about/help.ts';
import { CommandLinks } from '../../../src/discord/kit/command-links.ts';
import { COMMANDS } from '../../../src/discord/routing/commands.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakesCard, textsOfCard } from '../card-checks.ts';

const MEMBER = { isModerator: false, managesServer: false, maintainsFolder: true };
const MANAGER = { isModerator: true, managesServer: true, maintainsFolder: true };

/** As Discord lists them once they are registered. */
const registered = COMMANDS.map(({ definition }, number) => ({ ...definition, id: String(1000 + number) }));

function linked(): CommandLinks {
  const links = new CommandLinks();
  links.remember(registered);
  return links;
}

describe.each(Object.entries(LANGUAGES))('the help in “%s”', (_, texts) => {
  test('fits Discord, and is short for members', () => {
    const card = buildHelpCard({ texts, commandLinks: linked() }, MEMBER);
    expectDiscordTakesCard(card);
    expectDiscordTakesCard(buildHelpCard({ texts, commandLinks: linked() }, MANAGER));
    const lines = textsOfCard(card).flatMap((text) => text.split('\n'));
    expect(lines).toHaveLength(8);
    expect(lines.join('\n').length).toBeLessThan(700);
  });

  test('links every command that it names', () => {
    const shown = textsOfCard(buildHelpCard({ texts, commandLinks: linked() }, MANAGER)).join('\n');
    expect(shown).not.toContain('`/');
    const paths = [...shown.matchAll(/<\/([^:]+):10\d\d>/g)].map(([, path]) => path);
    expect(paths).toEqual([
      'ask',
      'sources',
      'unanswered',
      'knowledge explain',
      'knowledge synonyms',
      'stats',
      'knowledge add',
      'knowledge list',
      'knowledge edit',
      'knowledge show',
      'knowledge export',
      'knowledge remove',
      'refresh',
      'settings show',
      'knowledge undo',
      'privacy',
    ]);
  });

  test('names commands by the names of the member’s language until their ids are known', () => {
    const shown = textsOfCard(buildHelpCard({ texts, commandLinks: new CommandLinks() }, MANAGER)).join('\n');
    const { knowledge, ask } = texts.commands;
    expect(shown).toContain(`\`/${ask.name}\``);
    expect(shown).toContain(`\`/${knowledge.name} ${knowledge.subcommands.add.name}\``);
  });

  test('tells that the ids of moderators are kept with what they change', () => {
    expect(texts.help.privacy.moderators).toContain(`\`/${texts.commands.privacy.name}\``);
  });
});

test('the help lists only the commands that a moderator may use', () => {
  const texts = LANGUAGES.en;
  const reader = { isModerator: true, managesServer: false, maintainsFolder: false };
  const shown = textsOfCard(buildHelpCard({ texts, commandLinks: linked() }, reader)).join('\n');
  expect(shown).toContain('knowledge add');
  expect(shown).not.toMatch(/knowledge remove|settings|refresh/);
});
