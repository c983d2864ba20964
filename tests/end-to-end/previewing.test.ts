import { expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { button, command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits } from '../local-discord/world/permissions.ts';
import { writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, customIdOf, labelsOf, now, press, shown, textOf } from './under-answers.ts';

const WHEN = 'When was the tower built?';
const GONE = 'This preview is no longer valid';
const tower = (year: number) => ({ 'tower.txt': `The tower\n\nThe tower was built in ${year}.\n` });
const addServers = shareBot(tower(1900));

async function previewBy(discord: LocalDiscord, user: Person): Promise<Message> {
  const outcome = await discord.interact(command({ name: 'refresh', options: { preview: true }, user }));
  expect(outcome.isEphemeral).toBe(true);
  return shown(outcome);
}

/** All that whoever pressed reads then. */
const said = ({ message, followUps }: Outcome): string => [message, ...followUps].map(textOf).join();

const yearOf = async (discord: LocalDiscord) =>
  /in \*\*(\d+)\*\*/.exec(textOf((await discord.interact(ask(WHEN))).message))?.[1];

/** The tower of 1900 serves, somebody has asked about it, and the folder holds that of 2000. */
async function changedScene() {
  const scene = await addServers();
  expect(await yearOf(scene.discord)).toBe('1900');
  await writeArticles(scene.folder, tower(2000));
  return { ...scene, ...scene.discord.people };
}

test('a moderator sees what would change and which answers, applies it, and sees what has changed', async () => {
  const { discord, folder, moderator } = await changedScene();
  await writeArticles(folder, { 'half.md': '---\ntitle: "Half\n---\n\nBroken.\n' });
  const card = await previewBy(discord, moderator);
  expect(textOf(card)).toContain('Preview: 1 article');
  expect(textOf(card)).toContain('Passages: 0 added, 0 removed, 1 changed');
  expect(textOf(card)).toMatch(/half\.md\\+:2/);
  expect(textOf(card)).toContain(
    '**When was the tower built?**\\n🔴 The tower was built in 1900.\\n🟢 The tower was built in 2000.',
  );
  expect(labelsOf(card)).toEqual(['Apply', 'Discard']);
  expect(await yearOf(discord)).toBe('1900');
  await discord.interact(press(card, 'Apply', { user: moderator }));
  expect(textOf(now(discord, card))).toContain('Refreshed: 1 article');
  expect(labelsOf(now(discord, card))).toEqual([]);
  expect(await yearOf(discord)).toBe('2000');
});

test('what is discarded changes nothing, and cannot be applied any more', async () => {
  const { discord, moderator } = await changedScene();
  const card = await previewBy(discord, moderator);
  const apply = customIdOf(card, 'Apply');
  await discord.interact(press(card, 'Discard', { user: moderator }));
  expect(textOf(now(discord, card))).toContain('Discarded. Nothing has changed');
  const again = button({
    message: card,
    customId: apply,
    user: moderator,
    isForged: true,
    isToldInPart: true,
  });
  expect(textOf((await discord.interact(again)).message)).toContain(GONE);
  expect(await yearOf(discord)).toBe('1900');
});

test('a member is told what it needs, at the command and at each button', async () => {
  const { discord, member, moderator } = await changedScene();
  expect(textOf(await previewBy(discord, member))).toContain('Manage Messages');
  const card = await previewBy(discord, moderator);
  const demoted = replacePermissions(moderator, memberBits);
  for (const label of ['Apply', 'Discard']) {
    const refused = await discord.interact(press(card, label, { user: demoted }));
    expect(said(refused)).toContain('Manage Messages');
  }
  expect(await yearOf(discord)).toBe('1900');
  await discord.interact(press(card, 'Apply', { user: moderator }));
  expect(await yearOf(discord)).toBe('2000');
});

test('of two moderators who look at the same, one applies it and the other is told', async () => {
  const { discord, moderator, administrator } = await changedScene();
  const people = [moderator, administrator];
  const cards = await Promise.all(people.map((user) => previewBy(discord, user)));
  const presses = cards.map((card, at) => {
    const user = people[at];
    return discord.interact(press(card, 'Apply', user === undefined ? {} : { user }));
  });
  const texts = (await Promise.all(presses)).map(({ message }) => textOf(message));
  expect(texts.filter((text) => text.includes('Refreshed')).length).toBe(1);
  expect(texts.filter((text) => text.includes(GONE)).length).toBe(1);
  expect(await yearOf(discord)).toBe('2000');
});

test('a refresh that races an apply leaves what the folder holds, and both are told how it was', async () => {
  const { discord, moderator, administrator } = await changedScene();
  const card = await previewBy(discord, moderator);
  const [refreshed, applied] = await Promise.all([
    discord.interact(command({ name: 'refresh', user: administrator })),
    discord.interact(press(card, 'Apply', { user: moderator })),
  ]);
  const texts = [textOf(refreshed.message), textOf(applied.message)];
  expect(texts.filter((text) => text.includes('1 changed'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes(GONE) || text.includes('Nothing has changed'))).toHaveLength(1);
  expect(await yearOf(discord)).toBe('2000');
});

test('after the folder has changed again, and after a restart, a preview is no longer valid', async () => {
  const scene = await changedScene();
  const { discord, folder, moderator } = scene;
  const card = await previewBy(discord, moderator);
  await writeArticles(folder, tower(1950));
  const late = await discord.interact(press(card, 'Apply', { user: moderator }));
  expect(textOf(late.message)).toContain(GONE);
  expect(await yearOf(discord)).toBe('1900');
  const second = await previewBy(discord, moderator);
  await scene.restart(() => writeArticles(folder, tower(1960)));
  const restartedPress = await discord.interact(press(second, 'Apply', { user: moderator }));
  expect(textOf(restartedPress.message)).toContain(GONE);
  expect(await yearOf(discord)).toBe('1960');
});

test('a title that is out to ping, format and fill does nothing in a preview', async () => {
  const { discord, folder, moderator } = await changedScene();
  const title = `@everyone **bold** <@1> [x](https://evil.example) ${'x'.repeat(240)}`;
  await writeArticles(folder, {
    'evil.txt': `${title.slice(0, 300)}\n\nThe tower @everyone was built in 1800.\n`,
  });
  const card = await previewBy(discord, moderator);
  const text = textOf(card);
  expect(text).toContain('\\\\@everyone');
  expect(text).not.toMatch(/[^\\]@everyone|[^\\]<@1>|[^\\]\*\*bold/);
  expect(card.mention_everyone).toBe(false);
  expect(labelsOf(card)).toEqual(['Apply', 'Discard']);
});

test('where nothing would change there is nothing to press', async () => {
  const { discord } = await addServers();
  const card = await previewBy(discord, discord.people.moderator);
  expect(textOf(card)).toContain('A refresh would change nothing.');
  expect(labelsOf(card)).toEqual([]);
});
