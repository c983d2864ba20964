import { describe, expect, test } from 'vitest';
import { button, command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import type { RequestRecord } from '../local-discord/world/world.ts';
import { startedScene, writeArticles } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, customIdOf, labelsOf, now, press, shown, textOf } from './under-answers.ts';

const MUSEUM = { 'museum.txt': 'The museum\n\nThe museum was founded in 1952 by Emil Harrow.\n' };
const addServers = shareBot(MUSEUM);

const FOUNDER = 'Who founded the museum?';
const TOWER = 'How high is the tower?';
const TELL_ME = 'Tell me when you know';

const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

function homeOf({ guilds: [home] }: LocalDiscord) {
  if (home === undefined) throw new Error('there is no server');
  return home;
}

const postIn = ({ id }: Channel) => ({ method: 'POST', path: new RegExp(`/channels/${id}/messages$`) });

const refusals: readonly (readonly [string, number])[] = [
  ['a locked thread', 160005],
  ['an archived thread', 50083],
  ['a channel that is gone', 10003],
  ['too many open threads', 160006],
  ['AutoMod', 200000],
];

test('where the bot is no member, nobody is promised to be told, with an older button neither', async () => {
  const { discord } = await addServers();
  const { channel } = discord.guildWithoutBot;
  const unknown = shown(await discord.interact({ ...ask(TOWER), channel }));
  expect(labelsOf(unknown)).not.toContain(TELL_ME);
  // Under an answer there is a button that carries the id of its question.
  const answer = shown(await discord.interact({ ...ask(FOUNDER), channel }));
  const customId = customIdOf(answer, '👍').replace('helpful', 'tell-me');
  const pressed = await discord.interact(
    button({ message: unknown, customId, isForged: true, isToldInPart: true, channel }),
  );
  expect(textOf(pressed.message)).toContain('no longer works');
});

describe('without Embed Links', () => {
  test('a mention is answered with a card all the same, since that is no embed, and its buttons work', async () => {
    const { discord } = await addServers();
    const { channel } = homeOf(discord);
    discord.setBotPermissions(channel, { deny: permission.embedLinks });
    const answer = await discord.ask({ text: FOUNDER, mentionsBot: true });
    expect(answer.embeds).toEqual([]);
    expect(textOf(answer)).toContain('Emil Harrow');
    expect(textOf(answer)).toContain('-# The museum');
    expect([answer.mentions, answer.mention_everyone]).toEqual([[], false]);
    await discord.interact(press(answer, '👍'));
    expect(labelsOf(now(discord, answer))).toContain('1');
  });

  test('who waits is told in plain words', async () => {
    const { discord, folder } = await addServers();
    const { channel } = homeOf(discord);
    discord.setBotPermissions(channel, { deny: permission.embedLinks });
    await discord.interact(press(await discord.ask({ text: TOWER, mentionsBot: true }), TELL_ME));
    await writeArticles(folder, { 'tower.txt': 'The tower\n\nThe tower is 40 metres high.\n' });
    const told = discord.nextRequest(({ body }) => JSON.stringify(body ?? '').includes('40 metres'));
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    expect((await told).path).toContain(channel.id);
    expect(discord.findLastMessage(channel.id)?.content).toContain(`<@${discord.people.member.id}>`);
  });
});

test('without Read Message History a mention is answered beside the question', async () => {
  const { discord } = await addServers();
  const { channel } = homeOf(discord);
  discord.setBotPermissions(channel, { deny: permission.readMessageHistory });
  const answer = await discord.ask({ text: FOUNDER, mentionsBot: true });
  expect(textOf(answer)).toContain('Emil Harrow');
  expect(answer.message_reference).toBeUndefined();
});

test('without Send Messages whoever mentions the bot sees that it may not speak', async () => {
  const { discord } = await addServers();
  const { channel } = homeOf(discord);
  discord.setBotPermissions(channel, { deny: permission.sendMessages });
  const asked = discord.say({ text: FOUNDER, mentionsBot: true });
  await discord.firstRequest(({ method, path }) => method === 'PUT' && path.includes('reactions'));
  expect(discord.findMessage(asked.id)?.reactions?.map(({ emoji }) => emoji.name)).toEqual(['🔇']);
});

test('who could not be told for an outage of Discord’s waits on, and is told after the next change, once', async () => {
  const { discord, folder, bot } = await startedScene({ articles: MUSEUM });
  const { channel } = homeOf(discord);
  await discord.interact(press(await discord.ask({ text: TOWER, mentionsBot: true }), TELL_ME));
  discord.faults.next(postIn(channel), { kind: 'status', status: 503 }, 3);
  await writeArticles(folder, { 'tower.txt': 'The tower\n\nThe tower is 40 metres high.\n' });
  const refresh = command({ name: 'refresh', user: discord.people.moderator });
  await discord.interact(refresh);
  expect(await bot.logged(({ msg }) => msg === 'asker not told')).toMatchObject({ waitsOn: true });
  await writeArticles(folder, { 'bridge.txt': 'The bridge\n\nThe bridge is old.\n' });
  const told = discord.nextRequest(({ body }) => JSON.stringify(body ?? '').includes('40 metres'));
  await discord.interact(refresh);
  expect(await told).toMatchObject({ status: 200 });
  bot.signal('SIGTERM');
  await bot.exited;
  expect(discord.listMessages(channel.id)).toHaveLength(2);
});

describe('where Discord takes no message', () => {
  test('who waits is told in a direct message, and “Ask the helpers” says that the bot can’t write there', async () => {
    const places: LocalDiscord[] = [];
    const { folder } = await addServers();
    for (const [name, code] of refusals) {
      const { discord } = await addServers();
      await waitWhereRefused(discord, name, code);
      places.push(discord);
    }
    const [first] = places;
    if (first === undefined) throw new Error('nothing is refused');
    await writeArticles(folder, { 'tower.txt': 'The tower\n\nThe tower is 40 metres high.\n' });
    await first.interact(command({ name: 'refresh', user: first.people.moderator }));
    // Direct messages are seen from all servers; each of these has a member of its own.
    const told = () => new Set(first.requests.filter(isTelling).map(({ path }) => path));
    await expect.poll(() => told().size, { timeout: 10_000 }).toBe(refusals.length);
    for (const place of places) expect([...told()].join()).not.toContain(homeOf(place).channel.id);
    for (const place of places) expect(place.listMessages(homeOf(place).channel.id)).toHaveLength(1);
  });
});

/** A member waits for an answer where Discord refuses with this code to take messages, in both channels. */
async function waitWhereRefused(discord: LocalDiscord, name: string, code: number): Promise<void> {
  const { channel, secondChannel } = homeOf(discord);
  const options = { channel: secondChannel };
  await discord.interact(
    command({ name: 'settings', subcommand: 'people', options, user: manager(discord) }),
  );
  const unknown = await discord.ask({ text: TOWER, mentionsBot: true });
  await discord.interact(press(unknown, TELL_ME));
  const refused = { kind: 'refuse', status: 403, code } as const;
  discord.faults.next(postIn(secondChannel), refused);
  const pressed = discord.dispatch(press(now(discord, unknown), 'Ask the helpers'));
  const { followUps } = await pressed.until((outcome) => outcome.followUps.length === 1);
  expect([name, textOf(followUps[0])]).toEqual([name, expect.stringContaining('can’t write')]);
  discord.faults.next(postIn(channel), refused);
}

/** Somebody who waits has been told how high the tower is. */
function isTelling({ body, status }: RequestRecord): boolean {
  return status === 200 && JSON.stringify(body ?? '').includes('40 metres');
}
