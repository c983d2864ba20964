import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { crowd } from './crowd.ts';
import { startedScene, writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { textOf as textOfMessage } from './under-answers.ts';

const addServers = shareBot();

const refreshBy = (user: LocalDiscord['people']['member']) => command({ name: 'refresh', user });
const ask = (question: string) => command({ name: 'ask', options: { question } });
const textOf = ({ message }: Outcome): string => textOfMessage(message);

test('a moderator is answered at once, for themselves, with what changed; the new article answers', async () => {
  const { discord, folder } = await addServers();
  await writeArticles(folder, {
    'hours.txt': 'Opening hours\n\nThe library opens at nine. It closes at five.\n',
  });
  const sent = discord.dispatch(refreshBy(discord.people.moderator));
  const acknowledged = await sent.acknowledged();
  expect(acknowledged.message).toBeUndefined();
  const report = await sent.final();
  expect(report.isEphemeral).toBe(true);
  expect(textOf(report)).toContain('Refreshed: 2 articles');
  expect(textOf(report)).toContain('Passages: 2 added, 0 removed, 0 changed');
  expect(textOf(report)).toMatch(/🟢 Opening hours \(hours.txt\)/);
  expect(textOf(await discord.interact(ask('When does the library open?')))).toContain('opens at **nine**');
});

test('tells changed and removed articles apart, and that nothing has changed', async () => {
  const articles = {
    'a.txt': 'A\n\nThe tower is 40 m high. It stands.\n',
    'b.txt': 'B\n\nThe bridge is old.\n',
  };
  const { discord, folder } = await addServers({ articles });
  expect(textOf(await discord.interact(refreshBy(discord.people.moderator)))).toContain(
    'Nothing has changed',
  );
  await writeArticles(folder, { 'a.txt': 'A\n\nThe tower is 41 m high. It stands.\n' });
  await rm(join(folder, 'b.txt'));
  const report = textOf(await discord.interact(refreshBy(discord.people.moderator)));
  expect(report).toContain('Passages: 0 added, 1 removed, 1 changed');
  expect(report).toMatch(/🔴 B \(b.txt\)/);
  expect(report).toMatch(/✏️ A \(a.txt\)/);
});

test('a member is refused, privately, with what is needed, and nothing is read', async () => {
  const { discord, folder } = await addServers();
  await writeArticles(folder, { 'hours.txt': 'Opening hours\n\nThe library opens at nine.\n' });
  const refused = await discord.interact(refreshBy(discord.people.member));
  expect(refused.isEphemeral).toBe(true);
  expect(textOf(refused)).toContain('Manage Messages');
  expect(textOf(await discord.interact(ask('When does the library open?')))).toContain('I don’t know');
});

test('the menu shows /refresh to moderators only', async () => {
  const { discord } = await addServers();
  const registered = discord.registeredCommands.global.find(({ name }) => name === 'refresh');
  expect(registered).toMatchObject({ default_member_permissions: String(1 << 13), contexts: [0] });
});

test('a broken file is named with its line and what to do; its last version and the other files answer', async () => {
  const { discord, folder } = await addServers();
  await writeArticles(folder, {
    'russian-fcs-meeting.md': '---\ntitle: "Russian\n---\n\nBroken.\n',
    'hours.txt': 'Opening hours\n\nThe library opens at nine.\n',
  });
  const report = textOf(await discord.interact(refreshBy(discord.people.moderator)));
  expect(report).toMatch(/1 problem/);
  expect(report).toMatch(/russian-fcs-meeting\.md\\*:2/);
  expect(report).toContain('keep using its last readable version');
  expect(textOf(await discord.interact(ask('When was the meeting held?')))).toContain('September');
  expect(textOf(await discord.interact(ask('When does the library open?')))).toContain('nine');
});

test('with no readable article left the old base keeps serving and the moderator is told', async () => {
  const { discord, folder } = await startedScene();
  await rm(folder, { recursive: true });
  const report = await discord.interact(refreshBy(discord.people.moderator));
  expect(textOf(report)).toContain('no readable article');
  expect(textOf(report)).not.toContain(folder);
  const german = await discord.interact({ ...refreshBy(discord.people.moderator), locale: 'de' });
  expect(textOf(german)).toMatch(
    /keinen lesbaren Artikel gefunden.*Den Ordner mit den Artikeln gibt es nicht/s,
  );
  expect(textOf(await discord.interact(ask('When was the meeting held?')))).toContain('September');
});

test('two moderators at once get the same report', async () => {
  const { discord, folder } = await addServers();
  await writeArticles(folder, { 'hours.txt': 'Opening hours\n\nThe library opens at nine.\n' });
  const both = [discord.people.moderator, discord.people.administrator].map((user) =>
    discord.interact(refreshBy(user)),
  );
  const [first, second] = (await Promise.all(both)).map(textOf);
  expect(first).toContain('Passages: 1 added');
  expect(second).toBe(first);
});

test('50 questions under way during a refresh are answered from the old base or the new, none from neither', async () => {
  const { discord, folder } = await addServers({ articles: { 'tower.txt': towerArticle(1900) } });
  await writeArticles(folder, { 'tower.txt': towerArticle(2000) });
  const question = ask('When was the tower built?');
  const [early, late] = [crowd(discord, 50).slice(0, 25), crowd(discord, 50).slice(25)];
  const before = early.map((user) => discord.interact({ ...question, user }));
  const report = discord.interact(refreshBy(discord.people.moderator));
  const after = late.map((user) => discord.interact({ ...question, user }));
  const years = (await Promise.all([...before, ...after])).map(
    (answer) => /in \*\*(1900|2000)\*\*/.exec(textOf(answer))?.[1],
  );
  expect(textOf(await report)).toContain('1 changed');
  expect(years).toHaveLength(50);
  expect(years.filter((year) => year === undefined)).toEqual([]);
  expect(textOf(await discord.interact(question))).toContain('**2000**');
});

/** Long enough for a refresh to take a while. */
function towerArticle(year: number): string {
  const garden = 'The garden around it is large. '.repeat(2000);
  return `The tower\n\nThe tower was built in ${year}.\n\n${garden}\n`;
}
