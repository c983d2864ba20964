import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import { shareBot } from './shared-bot.ts';
import { labelsOf, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const sources = command({ name: 'sources' });

/** 23 articles: three pages. */
const articles = Object.fromEntries(
  Array.from({ length: 23 }, (_, i) => {
    const name = `article-${String(i + 1).padStart(2, '0')}`;
    return [
      `${name}.md`,
      `---\ntitle: The ${name}\npublished: 2020-01-02\n---\n\nOne sentence. Another one.\n`,
    ];
  }),
);

test('lists the articles with facts and dates, are private', async () => {
  const { discord } = await addServers();
  const list = await discord.interact(sources);
  expect(list.isEphemeral).toBe(true);
  expect(textOf(list.message)).toMatch(
    /### 1 article.*Russian FCS held a meeting.*captured 17 December 2018/,
  );
  expect(textOf(list.message)).not.toMatch(/facts|\.md/);
  expect(labelsOf(shown(list))).toEqual([]);
});

test('turns pages, also after a restart, and stays within the pages there are', async () => {
  const { discord, restart } = await addServers({ articles });
  const list = await discord.interact(sources);
  expect(textOf(list.message)).toContain('The article-01');
  expect(textOf(list.message)).toContain('page 1 of 3');
  await restart();
  const turned = await discord.interact(press(shown(list), 'Next'));
  expect(textOf(turned.message)).toContain('The article-11');
  expect(textOf(turned.message)).toContain('page 2 of 3');
});
