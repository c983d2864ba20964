import { expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { button, command, select } from '../local-discord/interactions/requests.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { labelsOf, now, press } from './under-answers.ts';

const article = (name: string, hour: string): string =>
  `---\ntitle: The town ${name}\n---\n\nThe reading room opens at ${hour} in the morning. It is warm inside.\n`;
const articles = { 'library.md': article('library', 'nine'), 'archive.md': article('archive', 'ten') };
const addServers = shareBot(articles);
const QUESTION = 'When does the reading room open?';
const ask = command({ name: 'ask', options: { question: QUESTION } });

function messageOf({ message }: Outcome): Message {
  if (message === undefined) throw new Error('no message');
  return message;
}

/** The menu under a card: its id, what it offers, and what stands chosen. */
function menuUnder({ components }: Message) {
  const menu = components.flatMap((row) => row.components ?? []).find(({ options }) => options !== undefined);
  const options = menu?.options ?? [];
  const chosen = options.find((option) => option.default === true)?.label;
  const other = options.find((option) => option.default !== true)?.value ?? '';
  return { customId: menu?.custom_id ?? '', labels: options.map(({ label }) => label), chosen, other };
}

test('when two answers are about as good, the asker chooses, and the card follows, also after a restart', async () => {
  const { discord, restart } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const { customId, labels, chosen, other } = menuUnder(message);
  expect([...labels].toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
    'The reading room opens at nine in the morning.',
    'The reading room opens at ten in the morning.',
  ]);
  expect(message.embeds[0]?.description).toContain('More than one passage could answer this');
  await restart();
  const choice = select({ message, customId, values: [other] });
  const changed = messageOf(await discord.interact(choice));
  expect(changed.embeds[0]?.author?.name).toBe(QUESTION);
  expect(changed.embeds[0]?.color).toBe(message.embeds[0]?.color);
  expect(changed.embeds[0]?.description).not.toContain(chosen);
  expect(menuUnder(changed).chosen).toBe(labels.find((label) => label !== chosen));
  const context = changed.components
    .flatMap((row) => row.components ?? [])
    .find(({ label }) => label === 'Context');
  const around = await discord.interact(button({ message: changed, customId: context?.custom_id ?? '' }));
  expect(around.message?.embeds[0]?.description).toContain(`**${menuUnder(changed).chosen}**`);
});

test('a choice and a vote at the same moment are both shown', async () => {
  const { discord } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const { customId, labels, chosen, other } = menuUnder(message);
  const both = [select({ message, customId, values: [other] }), press(message, 'Helpful')];
  await Promise.all(both.map((each) => discord.interact(each)));
  const after = now(discord, message);
  expect(menuUnder(after).chosen).toBe(labels.find((label) => label !== chosen));
  expect(labelsOf(after)).toContain('Helpful (1)');
});

test('nobody but the asker or a moderator chooses; others are told whose choice it is, and ping nobody', async () => {
  const { discord } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const { customId, other } = menuUnder(message);
  const choice = { message, customId, values: [other] };
  const refused = await discord.interact(select({ ...choice, user: discord.people.moderatorElsewhere }));
  expect(refused.isEphemeral).toBe(true);
  expect(refused.message?.embeds[0]?.description).toContain(`<@${discord.people.member.id}>`);
  expect(refused.message?.mentions).toEqual([]);
  const allowed = await discord.interact(select({ ...choice, user: discord.people.moderator }));
  expect(allowed.isEphemeral).toBe(false);
});

test('what was chosen stays choosable after a refresh that brings a better article, and is leant on from then on', async () => {
  const { discord, folder } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const { customId, other, labels, chosen } = menuUnder(message);
  await writeArticles(folder, { 'better.md': article('reading room, where it opens', 'eleven') });
  await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  const changed = messageOf(await discord.interact(select({ message, customId, values: [other] })));
  const meant = labels.find((label) => label !== chosen);
  expect(changed.embeds[0]?.description).toContain(meant);
  const more = changed.components
    .flatMap((row) => row.components ?? [])
    .find(({ label }) => label === 'Other results');
  const others = messageOf(
    await discord.interact(button({ message: changed, customId: more?.custom_id ?? '' })),
  );
  expect(menuUnder(others).labels).toContain(chosen);
  expect(menuUnder(others).labels).not.toContain(meant);
});

test('a passage that the menu does not offer cannot be chosen, though the articles hold it', async () => {
  const { discord } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const warm = messageOf(
    await discord.interact(command({ name: 'ask', options: { question: 'Is it warm inside?' } })),
  );
  const context = warm.components
    .flatMap((row) => row.components ?? [])
    .find(({ label }) => label === 'Context');
  const factId = (context?.custom_id ?? '').slice('f1:context:'.length);
  expect(factId).toHaveLength(12);
  const { customId } = menuUnder(message);
  const refused = await discord.interact(select({ message, customId, values: [factId], isForged: true }));
  expect(refused.isEphemeral).toBe(true);
  expect(refused.message?.embeds[0]?.description).toContain('no longer in the articles');
});

test('a passage that a refresh has taken away is said to be gone', async () => {
  const { discord, folder } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const { customId, other } = menuUnder(message);
  await writeArticles(folder, {
    'library.md': article('museum', 'one'),
    'archive.md': article('museum', 'two'),
  });
  await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  const gone = await discord.interact(select({ message, customId, values: [other] }));
  expect(gone.isEphemeral).toBe(true);
  expect(gone.message?.embeds[0]?.description).toContain('no longer in the articles');
});

test('a choice by somebody of another language leaves the card in its own', async () => {
  const { discord } = await addServers();
  const message = messageOf(await discord.interact(ask));
  const { customId, other } = menuUnder(message);
  const choice = select({ message, customId, values: [other], user: discord.people.moderator, locale: 'ru' });
  const names = messageOf(await discord.interact(choice)).embeds[0]?.fields?.map(({ name }) => name);
  expect(names).toContain('Where');
});
