import { expect, test } from 'vitest';
import { autocomplete, command } from '../local-discord/interactions/requests.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { writeArticles } from './scene.ts';
import { type Servers, shareBot } from './shared-bot.ts';
import { press, shown, textOf } from './under-answers.ts';

const OPEN = 'How many interdepartmental agreements are signed?';
const UNKNOWN = 'How do I mine bitcoin?';

const addServers = shareBot();

/** A server that shows a channel only to those who have got the role “News”; its second channel is for helpers alone. */
async function gatedServer(): Promise<Servers & { readonly guild: Guild }> {
  const scene = await addServers();
  const [guild] = scene.discord.guilds;
  if (guild === undefined) throw new Error('a local Discord has a guild');
  // Helpers see what members see.
  scene.discord.hideChannel(guild.channel, [guild.roles.news, guild.roles.helpers]);
  scene.discord.hideChannel(guild.secondChannel, [guild.roles.helpers]);
  return { ...scene, guild };
}

async function offered({ discord }: Servers, typed: string): Promise<readonly string[]> {
  const typing = autocomplete({ name: 'ask', options: { question: typed }, focused: 'question' });
  const { choices = [] } = await discord.interact(typing);
  return choices.map(({ name }) => name);
}

const asking = ({ discord }: Servers, question: string, channel: Channel) =>
  discord.interact(command({ name: 'ask', options: { question }, channel }));

test('behind a verification gate questions are suggested, counted and named; those of staff nowhere', async () => {
  const scene = await gatedServer();
  const { discord, guild } = scene;
  const { moderator: user, member } = discord.people;
  await asking(scene, OPEN, guild.channel);
  await asking(scene, 'How many agreements are signed between us?', guild.secondChannel);
  expect(await offered(scene, 'agreements are signed')).toContain(OPEN);
  expect((await offered(scene, 'agreements are signed')).join()).not.toContain('between us');
  const stats = shown(await discord.interact(command({ name: 'stats', user })));
  expect(textOf(stats)).toContain(`1 × ${OPEN}`);
  expect(textOf(stats)).not.toContain('between us');
  await discord.ask({ text: UNKNOWN, mentionsBot: true, channel: guild.channel });
  await discord.ask({ text: 'Who guards the vault?', mentionsBot: true, channel: guild.secondChannel });
  const screen = shown(await discord.interact(command({ name: 'unanswered', user })));
  const queue = textOf(shown(await discord.interact(press(screen, 'All questions', { user }))));
  expect(queue).toMatch(new RegExp(`bitcoin.*<@${member.id}>`));
  expect(queue).toMatch(/vault.*in private/);
});

test('who waits is told where they asked, in channels that not everybody sees', async () => {
  const waiting = [];
  for (const place of ['channel', 'secondChannel'] as const) {
    const { discord, guild, folder } = await gatedServer();
    const channel = guild[place];
    const unknown = await discord.ask({ text: 'When does the library open?', mentionsBot: true, channel });
    await discord.interact(press(unknown, 'Tell me when you know'));
    const told = discord.nextRequest(
      ({ method, path }) => method === 'POST' && path.endsWith(`/channels/${channel.id}/messages`),
    );
    waiting.push({ discord, folder, channel, told });
  }
  for (const { discord, folder } of waiting.slice(-1)) {
    await writeArticles(folder, { 'library.txt': 'Library\n\nThe library opens at nine.\n' });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  }
  for (const { discord, channel, told } of waiting) {
    await told;
    expect(discord.findLastMessage(channel.id)?.content).toContain(`<@${discord.people.member.id}>`);
  }
});
