import { expect, test } from 'vitest';
import { autocomplete, command } from '../local-discord/interactions/requests.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { type Scene, startedScene, writeArticles } from './scene.ts';
import { press, shown, textOf } from './under-answers.ts';

const OPEN = 'How many interdepartmental agreements are signed?';
const UNKNOWN = 'How do I mine bitcoin?';

/** A server that shows a channel only to those who have got the role “News”; its second channel is for helpers alone. */
async function gatedScene(): Promise<Scene & { readonly guild: Guild }> {
  const scene = await startedScene();
  const [guild] = scene.discord.guilds;
  if (guild === undefined) throw new Error('a local Discord has a guild');
  // Helpers see what members see.
  scene.discord.hide(guild.channel, [guild.roles.news, guild.roles.helpers]);
  scene.discord.hide(guild.secondChannel, [guild.roles.helpers]);
  return { ...scene, guild };
}

async function offered({ discord }: Scene, typed: string): Promise<readonly string[]> {
  const typing = autocomplete({ name: 'ask', options: { question: typed }, focused: 'question' });
  const { choices = [] } = await discord.interact(typing);
  return choices.map(({ name }) => name);
}

const asking = ({ discord }: Scene, question: string, channel: Channel) =>
  discord.interact(command({ name: 'ask', options: { question }, channel }));

test('behind a verification gate questions are suggested, counted and named; those of staff nowhere', async () => {
  const scene = await gatedScene();
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
  const queue = textOf(shown(await discord.interact(command({ name: 'unanswered', user }))));
  expect(queue).toMatch(new RegExp(`bitcoin.*<@${member.id}>`));
  expect(queue).toMatch(/vault.*in private/);
});

test.each(['channel', 'secondChannel'] as const)(
  'who waits is told where they asked, in a %s that not everybody sees',
  async (place) => {
    const scene = await gatedScene();
    const { discord, guild } = scene;
    const channel = guild[place];
    const unknown = await discord.ask({ text: 'When does the library open?', mentionsBot: true, channel });
    await discord.interact(press(unknown, 'Tell me when you know'));
    const told = discord.nextRequest(
      ({ method, path }) => method === 'POST' && path.endsWith(`/channels/${channel.id}/messages`),
    );
    await writeArticles(scene.folder, { 'library.txt': 'Library\n\nThe library opens at nine.\n' });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    await told;
    expect(discord.lastPosted(channel.id)?.content).toContain(`<@${discord.people.member.id}>`);
  },
);
