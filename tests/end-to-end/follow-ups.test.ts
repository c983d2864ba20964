import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import { restarted, startedScene, writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, optionsOf, press, shown, textOf } from './under-answers.ts';

const articles = {
  'museum.txt':
    'The Clock Museum\n\nThe Clock Museum was founded in 1952 by the watchmaker Emil Harrow. It is housed in a former grain store.\n\nThe museum has 23 employees.\n',
};
const addServers = shareBot(articles);
const FOUNDER = 'Who founded the Clock Museum?';

test('a reply to an answer asks on: the answer says how it was understood', async () => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact(ask(FOUNDER)));
  const when = await discord.ask({ text: 'when?', replyTo: answer });
  expect(textOf(when)).toMatch(/"-# Understood as: [^"]*","[^"]*in \*\*1952\*\*/);
  expect(when.message_reference?.message_id).not.toBe(answer.id);
});

test('somebody else asks on by replying, and only by that', async () => {
  const { discord } = await addServers();
  const { moderator: user } = discord.people;
  const answer = shown(await discord.interact(ask(FOUNDER)));
  expect(textOf(await discord.ask({ text: 'when?', mentionsBot: true, user }))).not.toContain('1952');
  expect(textOf(await discord.ask({ text: 'when?', replyTo: answer, user }))).toContain('**1952**');
});

test('a reply is a follow-up of the answer that it replies to, not of the latest', async () => {
  const { discord } = await addServers();
  const first = await discord.ask({ text: FOUNDER, mentionsBot: true });
  await discord.ask({ text: 'How many employees does the museum have?', mentionsBot: true });
  expect(textOf(await discord.ask({ text: 'when?', replyTo: first }))).toContain('**1952**');
});

test('who asked goes on without a reply, in the same channel only, by any door', async () => {
  const { discord } = await addServers();
  await discord.interact(ask(FOUNDER));
  expect(textOf((await discord.interact(ask('when?'))).message)).toContain('**1952**');
  expect(textOf((await discord.interact({ ...ask('when?'), isDm: true })).message)).not.toContain('1952');
  await discord.ask({ text: FOUNDER, isDm: true });
  expect(textOf(await discord.ask({ text: 'when?', isDm: true }))).toContain('**1952**');
});

test('in a thread anyone goes on without a reply', async () => {
  const { discord } = await addServers();
  const channel = discord.guilds[0]?.thread;
  if (channel === undefined) throw new Error('no thread');
  await discord.ask({ text: FOUNDER, mentionsBot: true, channel });
  const { moderator: user } = discord.people;
  expect(textOf(await discord.ask({ text: 'when?', mentionsBot: true, channel, user }))).toContain(
    '**1952**',
  );
});

test('what was told one member alone in a thread is not leant on by others there', async () => {
  const { discord } = await addServers();
  const channel = discord.guilds[0]?.thread;
  if (channel === undefined) throw new Error('no thread');
  await discord.interact({ ...ask(FOUNDER, { private: true }), channel });
  const { moderator: user } = discord.people;
  const others = await discord.ask({ text: 'when?', mentionsBot: true, channel, user });
  expect(textOf(others)).not.toMatch(/Clock|1952/);
  const own = await discord.interact({ ...ask('when?', { private: true }), channel });
  expect(textOf(own.message)).toContain('**1952**');
});

test('a reply to an answer from before a restart asks on', async () => {
  const scene = await startedScene({ articles });
  const { discord } = scene;
  const answer = await discord.ask({ text: FOUNDER, mentionsBot: true });
  // What is under way is finished, as it is not by a kill.
  scene.bot.signal('SIGTERM');
  await scene.bot.exited;
  await restarted(scene);
  expect(textOf(await discord.ask({ text: 'when?', replyTo: answer }))).toContain('**1952**');
});

test('“more matches” of a follow-up are those of the question as it was understood', async () => {
  const museum = `${articles['museum.txt'].replace('The Clock', '# The Clock')}\n## Visitors\n\nThe museum was opened to visitors in 1953.\n`;
  const { discord } = await addServers({ articles: { 'museum.md': museum } });
  const answer = shown(await discord.interact(ask(FOUNDER)));
  const when = await discord.ask({ text: 'when?', replyTo: answer });
  const more = await discord.interact(press(await optionsOf(discord, when), 'Other results'));
  expect(textOf(more.message)).toMatch(/museum/i);
  expect(textOf(more.message)).not.toContain('founded in 1952');
});

test('a follow-up of an article that a refresh removed is answered from the articles that are left', async () => {
  const { discord, folder } = await addServers();
  const answer = shown(await discord.interact(ask(FOUNDER)));
  await writeArticles(folder, { 'museum.txt': 'The Clock Museum\n\nThe museum has 23 employees.\n' });
  await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  const when = await discord.ask({ text: 'when?', replyTo: answer });
  expect(textOf(when)).not.toContain('1952');
});
