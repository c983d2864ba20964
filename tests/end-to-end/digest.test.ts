import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { clockAt } from './clock-at.ts';
import { type RunningBot, startBot } from './running-bot.ts';
import { registered, startScene } from './scene.ts';
import { ask, labelsOf, MEETING, press, shown, textOf } from './under-answers.ts';

/** A Wednesday, the Monday evening after it, when all digests are due, and the same a week later. */
const WEDNESDAY = '2026-11-25T12:00:00Z';
const MONDAY = '2026-11-30T18:30:00Z';
const NEXT_MONDAY = '2026-12-07T18:30:00Z';

const manager = ({ people }: LocalDiscord) =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

function guildsOf({ guilds: [home, other] }: LocalDiscord): { readonly home: Guild; readonly other: Guild } {
  if (home === undefined || other === undefined) throw new Error('a local Discord has two guilds');
  return { home, other };
}

/** Waits until the bot has looked for digests that are due, which it does once it is connected. */
async function hasLooked(bot: RunningBot): Promise<void> {
  await registered(bot);
  await bot.logged(({ msg }) => msg === 'digests looked for');
}

function digestsIn(discord: LocalDiscord, { secondChannel }: Guild): readonly Message[] {
  return discord
    .listMessages(secondChannel.id)
    .filter((message) => /The week of|Die Woche/.test(textOf(message)));
}

test('a log channel reads on Monday what was asked last week, once, and names nothing that was asked in private', async () => {
  const { discord, bot, folder, env } = await startScene({
    env: { ...clockAt(WEDNESDAY), LOG_LEVEL: 'debug' },
  });
  await registered(bot);
  const { home, other } = guildsOf(discord);
  const { moderator, member } = discord.people;
  const user = manager(discord);
  for (const guild of [home, other]) {
    const options = { channel: guild.secondChannel };
    await discord.interact(command({ name: 'settings', subcommand: 'log', options, user, guild }));
  }
  discord.hideChannel(other.secondChannel);
  await discord.interact({ ...ask('Where is the tax office?'), guild: other });
  const hidden = { channel: home.channel, user: moderator };
  await discord.interact(ask(MEETING));
  for (const question of ['How do I mine bitcoin?', 'how do I mine bitcoin'])
    await discord.ask({ text: question, mentionsBot: true, user: moderator });
  // Only who asked saw that it is not known.
  await discord.interact(ask('Where is the tax office?'));
  await discord.interact(ask('Am I fired?', { private: true }));
  discord.hideChannel(home.channel, [home.roles.news]);
  await discord.ask({ ...hidden, text: 'Who plans the secret party?', mentionsBot: true });

  const start = async (moment: string): Promise<RunningBot> => {
    const started = startBot(discord, folder, { ...env, ...clockAt(moment) });
    await hasLooked(started);
    return started;
  };
  discord.setBotPermissions(home.secondChannel, { deny: permission.embedLinks });
  await bot.stop();
  const monday = await start(MONDAY);
  const [digest] = digestsIn(discord, home);
  expect(textOf(digest)).toMatch(/The week of 23.–.29 November 2026.*\*\*6\*\* questions, 0 before/);
  expect(textOf(digest)).toMatch(/\*\*17%\*\* answered.*👍 0 · 👎 0/);
  expect(textOf(digest)).toMatch(/Not answered.*- 2 × how do I mine bitcoin/i);
  expect(textOf(digest)).toMatch(/… and 3 more in <\/unanswered:\d+>/);
  expect(textOf(digest)).toMatch(/4 questions have no answer yet → <\/unanswered:\d+>/);
  for (const secret of ['tax office', 'fired', 'party', member.id, moderator.id])
    expect(textOf(digest)).not.toContain(secret);
  expect([digest?.mentions, digest?.mention_everyone]).toEqual([[], false]);
  // In a channel that not all members see, it names what was asked openly, though only who asked saw the answer.
  const german = digestsIn(discord, other).map(textOf).join('');
  expect(german).toMatch(/Die Woche vom 23\.–29\. November 2026.*- 1 × Where is the tax office\?/);

  const message = shown({ message: digest });
  const queue = await discord.interact(press(message, 'Open the queue', { user: moderator }));
  expect(queue.isEphemeral).toBe(true);
  expect(textOf(queue.message)).toMatch(/mine bitcoin/i);
  const nosy = await discord.interact(press(message, 'Open the queue'));
  expect(textOf(nosy.message)).toContain('Only moderators can do this');
  await monday.stop();
  const again = await start(MONDAY);
  expect(digestsIn(discord, home)).toHaveLength(1);

  const refused = await discord.interact(press(message, 'Turn off', { user: moderator }));
  expect(textOf(refused.message)).toContain('Only members who manage the server');
  const off = await discord.interact(press(message, 'Turn off', { user }));
  expect(textOf(off.message)).toContain(`Log channel: <#${home.secondChannel.id}>, without a weekly digest.`);
  expect(labelsOf(shown(off))).toEqual(['Undo']);
  await again.stop();
  await start(NEXT_MONDAY);
  // One server has turned it off, and in the other one nobody asked anything.
  for (const guild of [home, other]) expect(digestsIn(discord, guild)).toHaveLength(1);
});
