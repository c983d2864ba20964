import { expect, test } from 'vitest';
import { command, messageMenu, modalSubmit } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { crowd } from './crowd.ts';
import { startedScene } from './scene.ts';
import { ask, press, shown } from './under-answers.ts';

/** Stands in everything that members and moderators write. */
const PLANTED = 'zanzibar';
const QUESTION = `Which ${PLANTED} ferry goes at noon?`;

const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageMessages | permission.manageGuild);

test('no word that somebody has written stands in the log at info', async () => {
  const { discord, bot } = await startedScene();
  const { member, moderatorElsewhere } = discord.people;
  const user = manager(discord);
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('no server');
  const knowledge = (subcommand: string, options = {}) =>
    discord.interact(command({ name: 'knowledge', subcommand, options, user }));

  // Asked in every way, well and too often, and where the bot is silent.
  const options = { channel: home.secondChannel };
  await discord.interact(command({ name: 'settings', subcommand: 'people', options, user }));
  await discord.interact(command({ name: 'settings', subcommand: 'log', options, user }));
  const unknown = shown(await discord.interact(ask(QUESTION)));
  await discord.interact(press(unknown, 'Tell me when you know'));
  await discord.dispatch(press(unknown, 'Ask the helpers')).until(({ followUps }) => followUps.length === 1);
  const [asker] = crowd(discord, 9).slice(8);
  for (const each of [asker, moderatorElsewhere])
    await discord.ask({ text: QUESTION, mentionsBot: true, ...(each === undefined ? {} : { user: each }) });
  for (let times = 0; times < 7; times++) await discord.interact(ask(QUESTION, {}));
  await discord.ask({ text: QUESTION, isDm: true });
  const target = discord.say({ text: QUESTION, user });
  await discord.interact(messageMenu({ name: 'Answer this message', target, user }));

  // Taught, explained, taken back, and taken back again.
  const entry = shown(await discord.interact(command({ name: 'unanswered', user })));
  const { modal } = await discord.interact(press(entry, 'Write an answer', { user }));
  if (modal === undefined) throw new Error('no form');
  const values = {
    title: QUESTION,
    text: `The ${PLANTED} ferry goes at noon from pier four.`,
    url: `https://${PLANTED}.example.org/`,
  };
  await discord.interact(modalSubmit({ modal, values, message: entry, user }));
  await knowledge('explain', { question: QUESTION });
  const undoing = shown(await knowledge('undo'));
  await discord.interact(press(undoing, 'Undo', { user }));
  await discord.interact(press(shown(await knowledge('undo')), 'Undo', { user }));

  // Articles of the server, readable and not.
  const file = (text: string) => ({ name: `${PLANTED}.md`, bytes: new TextEncoder().encode(text) });
  await knowledge('add', { file: file(`# ${PLANTED}\n\nThe ${PLANTED} is warm.\n`) });
  await knowledge('add', { file: file(`---\n${PLANTED}: [\n---\n`) });
  await knowledge('show', { article: `server/${PLANTED}.md` });
  await knowledge('remove', { article: `server/${PLANTED}.md` });
  await knowledge('remove', { article: `server/${PLANTED}.md` });
  await discord.interact(command({ name: 'privacy', user: member }));

  bot.signal('SIGTERM');
  await bot.exited;
  // The log channel is told before the bot leaves.
  const told = discord.listMessages(home.secondChannel.id).map(({ content }) => content);
  expect(told.join('\n')).toContain('removed the article');
  expect(bot.log.length).toBeGreaterThan(10);
  expect(bot.log.filter((line) => JSON.stringify(line).toLowerCase().includes(PLANTED))).toEqual([]);
  expect(bot.stderr.toLowerCase()).not.toContain(PLANTED);
});
