import { expect, test } from 'vitest';
import { button, command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { shareBot } from './shared-bot.ts';
import {
  ask,
  customIdOf,
  labelsOf,
  MEETING,
  now,
  optionsOf,
  press,
  share,
  shown,
  textOf,
} from './under-answers.ts';

const addServers = shareBot();

const privacy = command({ name: 'privacy' });

const opening = (hour: string) => `# Reading room, where it opens\n\nThe reading room opens at ${hour}.\n`;

function homeOf({ guilds: [home] }: LocalDiscord): Guild {
  if (home === undefined) throw new Error('no server');
  return home;
}

test('/privacy tells what is kept of a member, deletes it, and leaves what others have', async () => {
  const scene = await addServers();
  const { discord } = scene;
  const { moderator } = discord.people;
  expect(textOf((await discord.interact(privacy)).message)).toContain(
    'I keep 0 questions, 0 votes and 0 remarks of yours',
  );
  const own = shown(await discord.interact(ask(MEETING)));
  const others = shown(await discord.interact({ ...ask(MEETING), user: moderator }));
  await discord.interact(press(others, '👍'));
  const options = [await optionsOf(discord, own), await optionsOf(discord, others)] as const;
  const told = shown(await discord.interact({ ...privacy, isDm: true }));
  expect(textOf(told)).toContain('I keep 1 question, 1 vote and 0 remarks of yours');
  await scene.restart();
  const asked = shown(await discord.interact(press(told, 'Delete everything')));
  expect(textOf(asked)).toContain('Delete 1 question, 1 vote and 0 remarks? This cannot be undone.');
  const kept = shown(await discord.interact(press(asked, 'Cancel')));
  expect(textOf(kept)).toContain('I keep 1 question');
  const again = shown(await discord.interact(press(kept, 'Delete everything')));
  const deleted = await discord.interact(press(again, 'Delete everything'));
  expect(textOf(deleted.message)).toContain('Deleted: 1 question, 1 vote and 0 remarks');
  expect(textOf((await discord.interact(privacy)).message)).toContain('I keep 0 questions');
  expect(textOf((await discord.interact(press(options[0], 'Other results'))).message)).toContain(
    'no longer have this question',
  );
  expect(textOf((await discord.interact(press(options[1], 'Other results'))).message)).not.toContain(
    'no longer have this question',
  );
  // What stands around the passage can be read without the question.
  const left = await optionsOf(discord, own);
  expect(textOf(left)).toContain('articles read');
  expect(labelsOf(left)).not.toContain('Other results');
});

test('an answer that a member has shared keeps their name when one of two passages is chosen in it', async () => {
  const articles = { 'east.md': opening('nine'), 'west.md': opening('ten') };
  const { discord } = await addServers({ articles });
  const question = 'When does the reading room open?';
  const own = shown(await discord.interact(ask(question, { private: true })));
  const sharing = await share(discord, own);
  const { followUps } = await sharing.until((outcome) => outcome.followUps.length === 1);
  const shared = shown({ message: followUps[0] });
  // The copy shows one passage. Copies of earlier versions show both, with their buttons.
  expect(labelsOf(shared)).not.toContain('This one');
  const customId = customIdOf(own, 'This one');
  const chosen = shown(
    await discord.interact(button({ message: shared, customId, isForged: true, isToldInPart: true })),
  );
  const [, above] = textOf(chosen).split(`Shared by <@${discord.people.member.id}>`);
  expect(above?.split(question)).toHaveLength(2);
  // To its asker alone the answer says no question, before the choice and after it.
  const alone = shown(await discord.interact(press(now(discord, own), 'This one')));
  expect([own, alone].map(textOf).join()).not.toContain(question);
  expect(textOf(alone)).toContain('The reading room opens at');
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
