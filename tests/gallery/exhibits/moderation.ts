import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clockAt } from '../../end-to-end/clock-at.ts';
import { startBot } from '../../end-to-end/running-bot.ts';
import { startedScene, writeArticles } from '../../end-to-end/scene.ts';
import { command } from '../../local-discord/interactions/requests.ts';
import type { Person } from '../../local-discord/world/people.ts';
import type { Exhibit, ShownMessage } from '../exhibit.ts';
import { requireMessage, type Stage } from '../stage.ts';

const BRANCHES = [
  'Old Town',
  'Riverside',
  'Castle Hill',
  'University',
  'Station',
  'North',
  'South',
  'Market',
  'Park',
];
/** They make the list of articles longer than a page. */
const branchArticles = Object.fromEntries(
  BRANCHES.map((name, number) => {
    const path = `branches/${name.toLowerCase().replaceAll(' ', '-')}.md`;
    const head = `---\ntitle: The ${name} branch\nurl: https://library.example/branches/${number + 1}\npublished: 2026-01-1${number}\n---\n\n`;
    return [path, `${head}The ${name} branch has ${number + 2} desks. It opens at ten.\n`];
  }),
);

/** What moderators and the curious see; these exhibits change the folder of articles. */
export const moderation: readonly Exhibit[] = [
  { id: 'refresh', caption: '`/refresh`: what changed', play: refreshed },
  { id: 'refresh-problems', caption: '`/refresh`: files that cannot be read', play: refreshedWithProblems },
  {
    id: 'refresh-refused',
    caption: '`/refresh` by a member',
    play: async (stage) => [await stage.runCommand({ name: 'refresh', by: stage.addVisitor('Mia') })],
  },
  {
    id: 'sources',
    caption: '`/sources`: the first page',
    play: async (stage) => [await stage.runCommand({ name: 'sources', by: stage.addVisitor('Mia') })],
  },
  { id: 'sources-second-page', caption: '`/sources`: the second page', play: secondPage },
  {
    id: 'help',
    caption: '`/help`',
    play: async (stage) => [await stage.runCommand({ name: 'help', by: stage.addVisitor('Mia') })],
  },
  {
    id: 'help-moderators',
    caption: '`/help` for moderators',
    play: async (stage) => [await stage.runCommand({ name: 'help', by: stage.discord.people.administrator })],
  },
  {
    id: 'digest',
    caption: 'The digest of a week in the log channel',
    play: postDigest,
  },
  { id: 'outage', caption: 'An outage, with the id that stands in the log', play: outage },
];

async function refreshed(stage: Stage): Promise<readonly ShownMessage[]> {
  await writeArticles(stage.folder, {
    ...branchArticles,
    'fees.txt': 'Fees\n\nA late book costs 20 cents a day. Films cost 50 cents a day.\n',
  });
  await rm(join(stage.folder, 'opening-hours.txt'));
  return [await refreshBy(stage)];
}

async function refreshedWithProblems(stage: Stage): Promise<readonly ShownMessage[]> {
  await writeArticles(stage.folder, {
    'fees.txt': 'Fees\n\nA late book costs 30 cents a day. Films cost 50 cents a day.\n',
    'library.md': '---\ntitle: "Visiting the\n---\n\nBroken.\n',
    'branches/park.md': '---\ntitle: The Park branch\npublished: last spring\n---\n\nIt opens at eleven.\n',
  });
  return [await refreshBy(stage)];
}

function refreshBy(stage: Stage): Promise<ShownMessage> {
  return stage.runCommand({ name: 'refresh', by: stage.discord.people.moderator });
}

async function secondPage(stage: Stage): Promise<readonly ShownMessage[]> {
  const by = stage.addVisitor('Mia');
  const list = await stage.runCommand({ name: 'sources', by });
  await stage.press(list, 'Next', by);
  return [stage.refresh(list)];
}

/** Discord fails until the bot gives up on the answer, and takes the note about that. */
async function outage({ discord }: Stage): Promise<readonly ShownMessage[]> {
  const by = discord.people.member;
  discord.faults.next({ method: 'POST', path: /callback/ }, { kind: 'status', status: 503 }, 4);
  const outcome = await discord.interact(command({ name: 'help', user: by }));
  return [{ message: requireMessage(outcome), above: { kind: 'command', by, command: 'help' } }];
}

/** Plays on a bot and a local Discord of its own, whose clocks are moved from a Wednesday to the Monday after it. */
async function postDigest(): Promise<readonly ShownMessage[]> {
  const library = await readFile(join(import.meta.dirname, '../articles/library.md'), 'utf8');
  const { discord, bot, ...started } = await startedScene({
    articles: { 'library.md': library },
    env: clockAt('2026-11-25T12:00:00Z'),
  });
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('there is no server');
  const { member, moderator, moderatorElsewhere, administrator } = discord.people;
  const options = { channel: home.secondChannel };
  await discord.interact(command({ name: 'settings', subcommand: 'log', options, user: administrator }));
  const askAll = async (text: string, users: readonly Person[]): Promise<void> => {
    for (const user of users) await discord.ask({ text, user, mentionsBot: true });
  };
  await askAll('When does the library open?', [member, moderator, moderatorElsewhere]);
  await askAll('Is there a car park?', [member, moderator, moderatorElsewhere]);
  await askAll('Do you lend telescopes?', [member, administrator]);
  await askAll('Who directs the choir?', [moderator]);
  await askAll('Can I rent a bicycle?', [administrator]);
  await bot.stop();
  const posted = discord.nextRequest(({ path }) => path.includes(`${home.secondChannel.id}/messages`));
  startBot(discord, started.folder, { ...started.env, ...clockAt('2026-11-30T18:30:00Z') });
  await posted;
  const message = discord.findLastMessage(home.secondChannel.id);
  if (message === undefined) throw new Error('there is no digest');
  return [{ message }];
}
