import { expect, test } from 'vitest';
import type { RestFault } from '../local-discord/faults.ts';
import { command, messageMenu } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { type Scene, startedScene, writeArticles } from './scene.ts';
import { ask, optionsOf, press, share, shown, textOf } from './under-answers.ts';

const MUSEUM = { 'museum.txt': 'The museum\n\nThe museum was founded in 1952 by Emil Harrow.\n' };
const FOUNDER = 'Who founded the museum?';

const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

function homeOf({ guilds: [home] }: LocalDiscord) {
  if (home === undefined) throw new Error('there is no server');
  return home;
}

/** Resolves with the next try to post in this channel. */
const nextPost = (discord: LocalDiscord, channelId: string) =>
  discord.nextRequest(({ method, path }) => method === 'POST' && path === `/channels/${channelId}/messages`);

/** The bot ends by itself, and so has said all that it had to say. */
async function finished({ bot }: Scene): Promise<void> {
  bot.signal('SIGTERM');
  await bot.exited;
}

/** Everything that the bot has ever sent. */
const sentBy = ({ requests }: LocalDiscord): string => JSON.stringify(requests.map(({ body }) => body ?? ''));

/** A question, what answers it once it is written, and a word of that. */
type Missing = readonly [question: string, answer: string, word: string];

/** Each in servers of its own, of which the first looks after the folder; each asks for what no article tells yet. */
const TROUBLES: readonly (readonly [string, Missing, RestFault])[] = [
  [
    '1300000000000000001',
    ['How high is the tower?', 'The tower is 40 metres high.', 'metres'],
    { kind: 'accept then reset' },
  ],
  [
    '1300000000000000002',
    ['Where does the ferry leave?', 'The ferry leaves from pier four.', 'pier'],
    { kind: 'accept then status', status: 504 },
  ],
  [
    '1300000000000000003',
    ['Who paints the fence?', 'Tom Sawyer paints the fence.', 'Sawyer'],
    { kind: 'accept then page' },
  ],
];

test('where every post is reset, answered 504 or confirmed without its message after Discord took it, all is said once and nothing is apologised for', async () => {
  const env = { KNOWLEDGE_GUILD_IDS: TROUBLES.map(([id]) => id).join() };
  const scene = await startedScene({ articles: MUSEUM, env });
  const troubled = [];
  for (const [id, missing, trouble] of TROUBLES) {
    const discord = scene.discord.addServers([{ id, name: 'Reading Room' }]);
    troubled.push({ discord, ...(await sayAll({ ...scene, discord }, missing, trouble)) });
    discord.faults.clear();
  }
  await finished(scene);
  for (const [index, { discord, followUps, dm }] of troubled.entries()) {
    const { channel, secondChannel, thread } = homeOf(discord);
    const saidIn = (place: string) => discord.listMessages(place).map(textOf);
    // The answer to the mention, the changed log channel, the refresh, and those of the servers after it.
    expect(saidIn(channel.id)).toHaveLength(3 + TROUBLES.length - 1 - index);
    expect(saidIn(thread.id)).toHaveLength(1);
    expect(followUps).toHaveLength(1);
    expect(saidIn(secondChannel.id)).toHaveLength(1);
    // The answer to the direct message, and what was waited for, since it was asked privately.
    expect(saidIn(dm)).toHaveLength(2);
    expect(sentBy(discord)).not.toContain('went wrong');
  }
});

/** The bot speaks in all the ways that it has, to people of these servers, while this happens to each post. */
async function sayAll({ discord, folder }: Scene, [question, answer, word]: Missing, trouble: RestFault) {
  const { member, moderator, moderatorElsewhere } = discord.people;
  const { channel, secondChannel, thread } = homeOf(discord);
  const settings = (subcommand: string, chosen = secondChannel) =>
    discord.interact(
      command({ name: 'settings', subcommand, options: { channel: chosen }, user: manager(discord) }),
    );
  await settings('people');
  discord.faults.next({ method: 'POST' }, trouble, Number.MAX_SAFE_INTEGER);

  const asPosted = nextPost(discord, channel.id);
  discord.say({ text: FOUNDER, mentionsBot: true });
  await asPosted;

  const asWritten = discord.nextRequest(({ path }) => /^\/channels\/\d+\/messages$/.test(path));
  const { channel_id: dm } = discord.say({ text: FOUNDER, isDm: true });
  await asWritten;

  const target = discord.say({ text: FOUNDER, user: moderator, channel: thread });
  await discord.interact(messageMenu({ name: 'Answer this message', target, user: moderatorElsewhere }));

  const own = shown(await discord.interact(ask(FOUNDER, { private: true })));
  const sharing = await share(discord, own, { user: member });
  const { followUps } = await sharing.until((outcome) => outcome.edits === 1);

  const unknown = shown(await discord.interact(ask(question)));
  await discord.interact(press(unknown, 'Tell me when you know'));
  const handed = nextPost(discord, secondChannel.id);
  await discord
    .dispatch(press(unknown, 'Ask the helpers'))
    .until((outcome) => outcome.followUps.length === 1);
  await handed;

  const logged = nextPost(discord, channel.id);
  await settings('log', channel);
  await logged;
  await writeArticles(folder, {
    [`${question.replace('?', '')}.txt`]: `${question}\n\n${answer}\n`,
  });
  const reported = nextPost(discord, channel.id);
  const told = discord.nextRequest(
    ({ path, body }) => /^\/channels\/\d+\/messages$/.test(path) && JSON.stringify(body).includes(word),
  );
  await discord.interact(command({ name: 'refresh', user: moderator }));
  await Promise.all([reported, told]);
  return { followUps, dm };
}

test('where Discord takes longer than a try may, all is said once and nothing is apologised for', async () => {
  const scene = await startedScene({ articles: MUSEUM });
  const { discord } = scene;
  const { channel } = homeOf(discord);
  const own = shown(await discord.interact(ask(FOUNDER, { private: true })));
  // Whatever is tried again meets no trouble.
  const isTriedAgain = discord.nextRequest(
    ({ method, path }) => method === 'GET' && path === `/channels/${channel.id}/messages`,
  );
  const options = await optionsOf(discord, own);
  for (const path of [/messages$/, /webhooks\/\d+\/[^/]+$/])
    discord.faults.next({ method: 'POST', path }, { kind: 'delay', until: isTriedAgain });
  discord.say({ text: FOUNDER, mentionsBot: true, channel: homeOf(discord).secondChannel });
  const sharing = discord.dispatch(press(options, 'Share'));
  const { followUps } = await sharing.until((outcome) => outcome.edits === 1);
  await finished(scene);
  expect(followUps).toHaveLength(1);
  expect(discord.listMessages(homeOf(discord).secondChannel.id)).toHaveLength(1);
  expect(sentBy(discord)).not.toContain('went wrong');
});

test('an answer that Discord confirms without a body is shown once, and can be leant on', async () => {
  const { discord } = await startedScene({ articles: MUSEUM });
  discord.faults.next({ method: 'POST', path: /callback$/ }, { kind: 'accept then page' });
  const answer = shown(await discord.interact(ask(FOUNDER)));
  await discord.firstRequest(({ method, path }) => method === 'GET' && path.endsWith('original'));
  // By then the bot has read what it was told before.
  await discord.interact(command({ name: 'sources', user: discord.people.moderator }));
  const when = await discord.ask({ text: 'when?', replyTo: answer, user: discord.people.moderator });
  expect(textOf(when)).toContain('1952');
  expect(sentBy(discord)).not.toContain('went wrong');
});
