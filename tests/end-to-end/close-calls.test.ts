import { expect, test } from 'vitest';
import { button, command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, customIdOf, labelsOf, menuOf, now, optionsOf, press, shown, textOf } from './under-answers.ts';

const article = (name: string, hour: string): string =>
  `---\ntitle: The town ${name}\n---\n\nThe reading room opens at ${hour} in the morning. It is warm inside.\n`;
const articles = { 'library.md': article('library', 'nine'), 'archive.md': article('archive', 'ten') };
const addServers = shareBot(articles);
const QUESTION = 'When does the reading room open?';

/** The buttons beside the passages of a card, each with the passage that it chooses, in their order. */
function choicesOn({ components }: Message) {
  return listComponents(components).flatMap(({ component: { accessory, components: texts = [] } }) => {
    const [passage = ''] = (texts[0]?.content ?? '').split('\n');
    return accessory?.custom_id === undefined ? [] : [{ customId: accessory.custom_id, passage }];
  });
}

/** The passages on the card of the question, and how to choose the second. */
async function askAndLook(discord: LocalDiscord) {
  const message = shown(await discord.interact(ask(QUESTION)));
  const [first, second] = choicesOn(message);
  if (first === undefined || second === undefined)
    throw new Error('there are no two passages to choose from');
  return { message, first, second };
}

test('when two answers are about as good, the asker chooses, and the card follows, also after a restart', async () => {
  const { discord, restart } = await addServers();
  const { message, first, second } = await askAndLook(discord);
  expect([first.passage, second.passage].toSorted((a, b) => a.localeCompare(b))).toEqual([
    'The reading room opens at nine in the morning. It is warm inside.',
    'The reading room opens at ten in the morning. It is warm inside.',
  ]);
  expect(textOf(message)).toContain(`-# ${QUESTION}\\nMore than one passage could answer this`);
  await restart();
  const changed = shown(await discord.interact(button({ message, customId: second.customId })));
  expect(textOf(changed)).toContain(second.passage);
  expect(textOf(changed)).not.toContain(first.passage);
  expect(changed.components[0]?.['accent_color']).toBe(message.components[0]?.['accent_color']);
  const [sentence] = second.passage.split(' It is');
  const options = textOf(await optionsOf(discord, changed));
  expect(options).toContain(QUESTION);
  expect(options).toContain(`**${sentence}**`);
});

test('/knowledge explain shows a moderator both passages, as members see them', async () => {
  const { discord } = await addServers();
  const { first, second } = await askAndLook(discord);
  const options = { question: QUESTION };
  const { moderator: user } = discord.people;
  const why = await discord.interact(command({ name: 'knowledge', subcommand: 'explain', options, user }));
  const text = textOf(why.message);
  expect(text).toContain('🟧 **Members choose**: More than one passage could answer this.');
  const [, shownToMembers = ''] = /What I show(.*)Best matches/.exec(text) ?? [];
  for (const { passage } of [first, second]) expect(shownToMembers).toContain(`> ${passage}`);
  expect(text).toContain('If a passage above answers it, choose it below.');
});

test('a choice and a vote at the same moment are both shown', async () => {
  const { discord } = await addServers();
  const { message, first, second } = await askAndLook(discord);
  const both = [button({ message, customId: second.customId }), press(message, '👍')];
  await Promise.all(both.map((each) => discord.interact(each)));
  const after = now(discord, message);
  expect(textOf(after)).not.toContain(first.passage);
  expect(labelsOf(after)).toContain('1');
});

test('nobody but the asker or a moderator chooses; others are told whose choice it is, and ping nobody', async () => {
  const { discord } = await addServers();
  const { message, second } = await askAndLook(discord);
  const choice = { message, customId: second.customId };
  const refused = await discord.interact(button({ ...choice, user: discord.people.moderatorElsewhere }));
  expect(refused.isEphemeral).toBe(true);
  expect(textOf(refused.message)).toContain(`<@${discord.people.member.id}>`);
  expect(refused.message?.mentions).toEqual([]);
  const allowed = await discord.interact(button({ ...choice, user: discord.people.moderator }));
  expect(allowed.isEphemeral).toBe(false);
});

test('what was chosen stays choosable after a refresh that brings a better article, and is leant on from then on', async () => {
  const { discord, folder } = await addServers();
  const { message, first, second } = await askAndLook(discord);
  await writeArticles(folder, { 'better.md': article('reading room, where it opens', 'eleven') });
  await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  const changed = shown(await discord.interact(button({ message, customId: second.customId })));
  expect(textOf(changed)).toContain(second.passage);
  const options = await optionsOf(discord, changed);
  const others = shown(await discord.interact(press(options, 'Other results')));
  const labels = (menuOf(others).options ?? []).map(({ label = '' }) => label);
  expect(labels.some((label) => first.passage.includes(label))).toBe(true);
  expect(labels.some((label) => second.passage.includes(label))).toBe(false);
});

test('a passage that the card does not offer cannot be chosen, though the articles hold it', async () => {
  const { discord } = await addServers();
  const { message, second } = await askAndLook(discord);
  const warm = shown(await discord.interact(ask('Is it warm inside?')));
  const factId = customIdOf(warm, 'More…').split(' ')[1] ?? '';
  expect(factId).toHaveLength(12);
  const customId = second.customId.replace(/ .*$/, ` ${factId}`);
  const refused = await discord.interact(button({ message, customId, isForged: true }));
  expect(refused.isEphemeral).toBe(true);
  expect(textOf(refused.message)).toContain('This button no longer works');
});

test('a passage that a refresh has taken away is said to be gone', async () => {
  const { discord, folder } = await addServers();
  const { message, second } = await askAndLook(discord);
  await writeArticles(folder, {
    'library.md': article('museum', 'one'),
    'archive.md': article('museum', 'two'),
  });
  await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  const gone = await discord.interact(button({ message, customId: second.customId }));
  expect(gone.isEphemeral).toBe(true);
  expect(textOf(gone.message)).toContain('no longer in the articles');
});

test('a choice by somebody of another language leaves the card in its own', async () => {
  const { discord } = await addServers();
  const { message, second } = await askAndLook(discord);
  const choice = { message, customId: second.customId, user: discord.people.moderator, locale: 'ru' };
  expect(labelsOf(shown(await discord.interact(button(choice))))).toEqual(['👍', '👎', 'More…']);
});
