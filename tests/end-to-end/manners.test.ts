import { describe, expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { messageFlag } from '../local-discord/wire-values.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { startScene } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { ask, MEETING, press, shown, textOf, wordsOf } from './under-answers.ts';

const addServers = shareBot();

const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

function homeOf({ guilds: [home] }: LocalDiscord) {
  if (home === undefined) throw new Error('there is no server');
  return home;
}

const isSign = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'PUT' && path.includes('reactions');

test('the log tells a refused profile text apart from commands that could not be registered', async () => {
  const { bot, discord } = await startScene({
    before: ({ faults }) =>
      faults.next({ method: 'PATCH', path: /applications/ }, { kind: 'refuse', status: 403, code: 50001 }),
  });
  const registered = await bot.logged(({ msg }) => msg === 'commands registered');
  expect(registered['profile']).toBe('refused');
  expect(bot.log.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual([
    expect.stringContaining('profile text not written'),
  ]);
  expect(discord.registeredCommands.global).toHaveLength(11);
});

test('@everyone is refused as a role of moderators and helpers, in words', async () => {
  const { discord } = await addServers();
  const home = homeOf(discord);
  const role = { ...home.roles.news, id: home.id, name: '@everyone' };
  for (const [subcommand, option] of [
    ['moderators', 'add'],
    ['people', 'role'],
  ] as const) {
    const options = { [option]: role };
    const set = command({ name: 'settings', subcommand, options, user: manager(discord) });
    expect(textOf((await discord.interact(set)).message)).toContain('every member of this server');
  }
  expect(wordsOf((await discord.interact(command({ name: 'unanswered' }))).message)).toContain(
    'Only moderators',
  );
});

test('half a sign in a question voids no answer', async () => {
  const { discord } = await addServers();
  const question = `When was the \uD83D meeting held? \uDC4D`;
  expect(textOf((await discord.interact(ask(question))).message)).toContain('September');
  expect(textOf(await discord.ask({ text: question, mentionsBot: true }))).toContain('September');
});

test('what is handed to people cannot be followed, does not unfold and pings nobody', async () => {
  const { discord } = await addServers();
  const { secondChannel } = homeOf(discord);
  const options = { channel: secondChannel };
  await discord.interact(
    command({ name: 'settings', subcommand: 'people', options, user: manager(discord) }),
  );
  const question = 'Is discord.gg/abc or https://evil.example/x the meeting of www.evil.example? @everyone';
  const answer = shown(await discord.interact(ask(question)));
  await discord.dispatch(press(answer, 'Ask the helpers')).until(({ followUps }) => followUps.length === 1);
  const call = discord.findLastMessage(secondChannel.id);
  expect(call?.content).not.toMatch(/discord\.gg|https:\/\/evil|evil\.example/);
  expect(call?.content).toContain('discord\\.gg/abc');
  expect((call?.flags ?? 0) & messageFlag.suppressEmbeds).toBeTruthy();
  expect(call?.mention_everyone).toBe(false);
});

describe('who asks too often', () => {
  test('points at somebody three times in a row and no more, in whatever channel', async () => {
    const { discord } = await addServers();
    const { secondChannel } = homeOf(discord);
    const { moderator } = discord.people;
    const pointing = { ...ask(MEETING, { for: moderator }) };
    for (let times = 0; times < 3; times++)
      expect(shown(await discord.interact(pointing)).mentions).toHaveLength(1);
    const fourth = await discord.interact({ ...pointing, channel: secondChannel });
    expect([fourth.isEphemeral, textOf(fourth.message)]).toEqual([
      true,
      expect.stringContaining('Not so fast'),
    ]);
  });

  test('gets one line and three signs, and no more', async () => {
    const { discord } = await addServers();
    const { channel } = homeOf(discord);
    const options = { add: homeOf(discord).secondChannel };
    await discord.interact(
      command({ name: 'settings', subcommand: 'speak', options, user: manager(discord) }),
    );
    await discord.ask({ text: MEETING, mentionsBot: true, channel });
    for (let times = 0; times < 3; times++) {
      const sign = discord.nextRequest(isSign);
      discord.say({ text: MEETING, mentionsBot: true, channel });
      await sign;
    }
    discord.say({ text: MEETING, mentionsBot: true, channel });
    // Another's is answered after it.
    const another = discord.nextRequest(isSign);
    discord.say({ text: MEETING, mentionsBot: true, channel, user: discord.people.moderator });
    await another;
    expect(discord.requests.filter(isSign)).toHaveLength(4);
  });
});
