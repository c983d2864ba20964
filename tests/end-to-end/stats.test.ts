import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import { shareBot } from './shared-bot.ts';
import { ask, MEETING, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

test('/stats tells moderators what was asked and how it was answered; nobody else', async () => {
  const { discord } = await addServers();
  const { moderator: user, member, moderatorElsewhere } = discord.people;
  const answer = shown(await discord.interact(ask(`${MEETING} @everyone`)));
  await discord.interact(press(answer, '👍'));
  await discord.interact(ask('What is a bitcoin?'));
  await discord.interact(ask(MEETING, { private: true }));
  const stats = shown(await discord.interact(command({ name: 'stats', options: { days: 30 }, user })));
  expect(textOf(stats)).toMatch(/last 30 days.*\*\*3\*\* questions, 0 before.*\*\*67%\*\* answered/);
  expect(textOf(stats)).toMatch(/2 answered.*1 not answered.*👍 1 · 👎 0/);
  expect(textOf(stats)).toMatch(/1 question has no answer yet → <\/unanswered:\d+>/);
  expect(textOf(stats)).toMatch(/Most asked.*1 × When was the meeting held\?/);
  expect(textOf(stats)).toMatch(/Most quoted.*2 × Russian FCS held a meeting/);
  expect(textOf(stats)).not.toContain('bitcoin');
  for (const other of [member, moderatorElsewhere]) {
    const refused = await discord.interact(command({ name: 'stats', user: other }));
    expect(textOf(refused.message)).toContain('Manage Messages');
  }
});

test('of many articles that were never quoted /stats says how many more there are', async () => {
  const named = Array.from({ length: 7 }, (_, at) => [`a${at}.txt`, `Pier ${at}\n\nIt is old.\n`] as const);
  const { discord } = await addServers({ articles: Object.fromEntries(named) });
  const { moderator: user } = discord.people;
  expect(textOf((await discord.interact(command({ name: 'stats', user }))).message)).toContain(
    'Nobody has asked',
  );
  await discord.interact(ask('What is a bitcoin?'));
  const stats = shown(await discord.interact(command({ name: 'stats', user })));
  expect(textOf(stats)).toMatch(/Never quoted.*Pier.*… and 2 more articles/);
});
