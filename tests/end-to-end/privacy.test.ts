import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { shareBot } from './shared-bot.ts';
import { ask, MEETING, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const privacy = command({ name: 'privacy' });

function homeOf({ guilds: [home] }: LocalDiscord): Guild {
  if (home === undefined) throw new Error('no server');
  return home;
}

test('/privacy tells what is kept of a member, deletes it, and leaves what others have', async () => {
  const scene = await addServers();
  const { discord } = scene;
  const { moderator } = discord.people;
  expect(textOf((await discord.interact(privacy)).message)).toContain(
    'I keep 0 questions and 0 votes of yours',
  );
  const own = shown(await discord.interact(ask(MEETING)));
  const others = shown(await discord.interact({ ...ask(MEETING), user: moderator }));
  await discord.interact(press(others, 'Helpful'));
  const told = shown(await discord.interact({ ...privacy, isDm: true }));
  expect(textOf(told)).toContain('I keep 1 question and 1 vote of yours');
  await scene.restart();
  const deleted = await discord.interact(press(told, 'Delete everything'));
  expect(textOf(deleted.message)).toContain('Deleted: 1 question and 1 vote');
  expect(textOf((await discord.interact(privacy)).message)).toContain('I keep 0 questions');
  expect(textOf((await discord.interact(press(own, 'Other results'))).message)).toContain(
    'no longer have this question',
  );
  expect(textOf((await discord.interact(press(others, 'Other results'))).message)).not.toContain(
    'no longer know',
  );
});

test('a server that the bot was removed from and added to again has lost nothing', async () => {
  const scene = await addServers();
  const { discord, bot } = scene;
  const home = homeOf(discord);
  await discord.interact(ask(MEETING));
  discord.removeBotFrom(home);
  discord.addBotTo(home);
  await scene.restart();
  expect(textOf((await discord.interact(privacy)).message)).toContain('I keep 1 question');
  expect(bot.log.filter(({ msg }) => msg === 'forgotten')).toEqual([]);
});
