import { expect, test } from 'vitest';
import { messageMenu } from '../local-discord/interactions/requests.ts';
import type { WrittenMessage } from '../local-discord/interactions/say.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { startedScene } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, labelsOf, MEETING, posted, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

/** Somebody uses up what may be asked at once. */
async function useUp(discord: LocalDiscord, place: { readonly isDm?: boolean } = {}): Promise<void> {
  await Promise.all(Array.from({ length: 5 }, () => discord.interact({ ...ask(MEETING), ...place })));
}

/** The message once the bot has reacted to it. */
async function reactedTo(discord: LocalDiscord, utterance: WrittenMessage): Promise<Message> {
  const reacted = discord.nextRequest(({ method, path }) => method === 'PUT' && path.includes('/reactions/'));
  const { id } = discord.say(utterance);
  expect(await reacted).toMatchObject({ status: 204 });
  return shown({ message: discord.findMessage(id) });
}

test('the sixth question at once is told privately how long to wait, through each door', async () => {
  const { discord, bot } = await addServers();
  await useUp(discord);
  const target = discord.say({ text: MEETING, user: discord.people.moderator });
  for (const request of [ask(MEETING), messageMenu({ name: 'Answer this message', target })]) {
    const refused = await discord.interact(request);
    expect(refused.isEphemeral).toBe(true);
    expect(textOf(refused.message)).toMatch(/Not so fast: you can ask here again in [1-4] seconds?\./);
    expect(labelsOf(shown(refused))).toEqual([]);
  }
  expect(posted(discord)).toBe(0);
  expect(await bot.logged(({ msg }) => msg === 'refused')).toMatchObject({ code: 'cooling-down', level: 30 });
});

test('a sixth message gets a line that does not stay, and further ones an hourglass, without a question too', async () => {
  const { discord } = await addServers();
  await useUp(discord);
  const line = await discord.ask({ text: MEETING, mentionsBot: true });
  expect(line.content).toMatch(/^Not so fast: you can ask here again in [1-4] seconds?\.$/);
  for (const text of [MEETING, '']) {
    const message = await reactedTo(discord, { text, mentionsBot: true });
    expect(message.reactions).toEqual([{ emoji: { id: null, name: '⏳' }, count: 1, me: true }]);
  }
  expect(posted(discord)).toBe(1);
});

test('a line that is still there when the bot stops goes with it', async () => {
  const { discord, bot } = await startedScene();
  await useUp(discord);
  const line = await discord.ask({ text: MEETING, mentionsBot: true });
  bot.signal('SIGTERM');
  expect(await bot.exited).toBe(0);
  expect(discord.findMessage(line.id)).toBeUndefined();
});

test('in a direct message it is the same', async () => {
  const { discord } = await addServers();
  await useUp(discord, { isDm: true });
  expect((await discord.ask({ text: MEETING, isDm: true })).content).toContain('Not so fast');
});

test('other members, other channels and buttons do not wait', async () => {
  const { discord } = await addServers();
  await useUp(discord);
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('no server');
  for (const circumstances of [
    { user: discord.people.moderator },
    { channel: home.secondChannel },
    { isDm: true },
  ]) {
    const answer = await discord.interact({ ...ask(MEETING), ...circumstances });
    expect(textOf(answer.message)).toContain('September');
  }
});

test('where the bot may not react either, the log tells and nothing breaks', async () => {
  const { discord, bot } = await addServers();
  await useUp(discord);
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('no server');
  discord.setBotPermissions(home.channel, { deny: permission.addReactions | permission.sendMessages });
  discord.say({ text: MEETING, mentionsBot: true });
  expect(await bot.logged(({ msg }) => msg === 'the failure could not be told')).toHaveProperty('level', 40);
});
