import { expect, test } from 'vitest';
import { button, command } from '../local-discord/interactions/requests.ts';
import { shareBot } from './shared-bot.ts';

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
  expect(list.message?.embeds).toMatchObject([
    {
      title: '1 article, 19 facts',
      description: expect.stringMatching(
        /Russian FCS held a meeting.*\n.*19 facts.*captured 17 December 2018/,
      ),
    },
  ]);
  expect(list.message?.components).toEqual([]);
});

test('turns pages, also after a restart, and stays within the pages there are', async () => {
  const { discord, restart } = await addServers({ articles });
  const list = await discord.interact(sources);
  expect(list.message?.embeds[0]?.description).toContain('The article-01');
  expect(list.message?.embeds[0]?.footer?.text).toContain('page 1 of 3');
  if (list.message === undefined) throw new Error('no list');
  await restart();
  const next = list.message.components[0]?.components?.[1]?.custom_id ?? '';
  const turned = await discord.interact(button({ message: list.message, customId: next }));
  expect(turned.message?.embeds[0]?.description).toContain('The article-11');
  expect(turned.message?.embeds[0]?.footer?.text).toContain('page 2 of 3');
});
