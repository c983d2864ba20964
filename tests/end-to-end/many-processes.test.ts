import { expect, test } from 'vitest';
import { PROCESSES_LOCK } from '../../src/store/kit/coordination.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { describeWithPostgres } from '../postgres/databases.ts';
import { openSeverableWay } from '../postgres/severable-way.ts';
import { opened } from '../store/scene.ts';
import {
  type AskedOnce,
  allConnected,
  type Connected,
  connected,
  gatherCrew,
  keptBy,
  listConnections,
} from './crew.ts';
import type { RunningBot } from './running-bot.ts';
import { writeArticles } from './scene.ts';
import { ask, MEETING, posted, textOf } from './under-answers.ts';

/** How many questions are answered in each phase; `CREW_QUESTIONS=2500` makes it a long run, in which shards identify one after the other. */
const QUESTIONS = Number(process.env['CREW_QUESTIONS'] ?? 40);
const IN_TURN =
  process.env['CREW_QUESTIONS'] === undefined ? {} : { maxConcurrency: 1, identifyEveryMs: 5_000 };

/** Two articles that tell apart what was read before and after a refresh. */
const tower = (year: number) => ({
  'tower.md': `---\ntitle: The tower\n---\n\nThe tower was built in ${year}.\n`,
});
const WHEN = 'When was the tower built?';

/** So long that processes share its index. */
const boxes = Array.from({ length: 1_500 }, (_, n) => `Shelf ${n} holds${' a box and'.repeat(70)} a bag.`);
const LONG_ARTICLE = { 'boxes.txt': `Boxes\n\n${boxes.join('\n\n')}\n` };

/** Five processes start and end, and each connection waits for its turn. */
const LONG_MS = 60_000 + QUESTIONS * 100;

describeWithPostgres('processes that share a database', (database) => {
  test('connect to no shard while their database is copied, and do afterwards', async () => {
    const url = await database.freshUrl();
    const { coordination } = await opened(url);
    const copying = await coordination.tryLock(PROCESSES_LOCK);
    const { start } = await gatherCrew(url);
    const waiting = start();
    await waiting.logged(({ err }) => JSON.stringify(err ?? null).includes('is being copied. The bot waits'));
    expect(keptBy(waiting)).toEqual([]);
    await copying?.release();
    await allConnected([waiting]);
  });

  test(
    'share the shards; while one is killed, one drained and one added, each question is answered once',
    async () => {
      const { discord, start, keepAsking } = await gatherCrew(await database.freshUrl(), IN_TURN);
      const started = [start(), start(), start()];
      await allConnected(started);
      expect(new Set(started.flatMap(keptBy)).size).toBe(4);
      // Each of the first two keeps a shard at least; the third may stand by.
      const [killed, drained, staying] = started.toSorted(
        (one, other) => keptBy(other).length - keptBy(one).length,
      );
      if (killed === undefined || drained === undefined || staying === undefined)
        throw new Error('three processes were started');
      const asking = keepAsking();
      await asking.answered(QUESTIONS);

      const killing = await timeTakeOver(killed, [drained, staying], () => killed.signal('SIGKILL'));
      await asking.answered(QUESTIONS);
      const added = start();
      await added.logged(({ msg }) => msg === 'connected' || msg.startsWith('standing by'));
      await asking.answered(QUESTIONS);
      await timeTakeOver(drained, [staying, added], () => drained.signal('SIGTERM'));
      expect(await drained.exited).toBe(0);
      await asking.answered(QUESTIONS);

      const asked = await asking.stop();
      const lost = asked.filter(({ isAnswered }) => !isAnswered);
      const connections = listConnections([...started, added]);
      const gaps = listGaps(lost, connections);
      const isKilled = ({ endMs }: Gap): boolean => endMs >= killing.fromMs && endMs <= killing.toMs;
      const handedOver = gaps.filter((gap) => !isKilled(gap)).map(({ ms }) => ms);
      const afterKill = gaps.filter(isKilled).map(({ ms }) => ms);
      console.log(
        `${asked.length} questions, ${lost.length} while nobody was connected; taken over after ${Math.round(killing.toMs - killing.fromMs)} ms; shards away for ${afterKill.join(', ')} ms after the kill, for ${handedOver.join(', ')} ms when handed over`,
      );
      const isExcused = ({ shard, atMs }: AskedOnce): boolean =>
        connections.some((each) => each.shard === shard && isJustBefore(each.atMs, atMs));
      expect(lost.filter((each) => !isExcused(each))).toEqual([]);
      expect(killing.toMs - killing.fromMs).toBeLessThan(MAX_GAP_MS);
      expect(Math.max(0, ...handedOver)).toBeLessThan(MAX_HAND_OVER_MS);
      expect(answeredTwice(discord)).toEqual([]);
      expect(discord.identifies.filter(({ isTooSoon }) => isTooSoon)).toEqual([]);
    },
    LONG_MS,
  );

  test('answer from what another one has read, and as its moderators have decided', {
    timeout: LONG_MS,
  }, async () => {
    const { discord, folder, start } = await gatherCrew(await database.freshUrl(), {
      articles: { ...tower(1900), ...LONG_ARTICLE },
    });
    const askEverywhere = (question: string) =>
      Promise.all(discord.guilds.map((guild) => discord.interact({ ...ask(question), guild })));
    const one = start();
    await allConnected([one]);
    // From now on it remembers what each server has of its own.
    for (const { message } of await askEverywhere(WHEN))
      expect(textOf(message)).toContain('The tower was built in **1900**');
    const other = start();
    await expect.poll(() => keptBy(other).length, { timeout: LONG_MS }).toBe(2);
    const refused = start({ SHARD_COUNT: '2' });
    expect(await refused.exited).toBe(2);
    expect(refused.stderr).toContain(
      'SHARD_COUNT is 2, but the processes that run with this database have 4 shards',
    );
    const { administrator: user } = discord.people;
    const seen = [one, other].map((bot) => bot.fromNow());
    await writeArticles(folder, tower(2000));
    await discord.interact(command({ name: 'refresh', user }));
    await Promise.all(seen.map((bot) => bot.logged(({ msg }) => msg === 'refreshed')));
    const bytes = new TextEncoder().encode('# The pier\n\nThe pier was built in 1950.\n');
    const options = { file: { name: 'pier.md', bytes } };
    for (const guild of discord.guilds)
      await discord.interact(command({ name: 'knowledge', subcommand: 'add', options, user, guild }));
    await timeTakeOver(other, [one], () => other.signal('SIGKILL'));
    for (const { message } of await askEverywhere(WHEN))
      expect(textOf(message)).toContain('The tower was built in **2000**');
    for (const { message } of await askEverywhere('When was the pier built?'))
      expect(textOf(message)).toContain('The pier was built in **1950**');
  });

  test('that keep the same shards, while one of them cannot reach the database, reply once all the same', async () => {
    const url = await database.freshUrl();
    const { discord, start } = await gatherCrew(url);
    const way = await openSeverableWay(url);
    const cut = start({ DATABASE_URL: way.url });
    await allConnected([cut]);
    const [guild] = discord.guilds;
    if (guild === undefined) throw new Error('a crew has guilds');
    const { channel, forum } = guild;
    const { administrator: user } = discord.people;
    await discord.interact(
      command({ name: 'settings', subcommand: 'forums', options: { add: forum }, user, guild }),
    );
    way.sever();
    const other = start();
    await allConnected([other]);
    discord.say({ channel, text: MEETING, mentionsBot: true });
    await expect.poll(() => posted(discord)).toBe(2);
    expect(discord.listMessages(channel.id)).toHaveLength(1);

    // Without the database, the one knows of no forum.
    const passedOver = cut.fromNow().logged(({ msg }) => msg === 'not saved');
    const thread = discord.post({ forum, title: MEETING });
    await passedOver;
    await expect.poll(() => discord.listMessages(thread.id).length).toBe(1);
    expect(posted(discord)).toBe(3);

    way.restore();
    await cut.logged(({ msg }) => msg === 'another process keeps this shard now');
  });
});

/** Ends a process, and waits until others have connected all its shards. Returns when that began and ended, in milliseconds of `performance.now()`. */
async function timeTakeOver(
  ending: RunningBot,
  others: readonly RunningBot[],
  end: () => void,
): Promise<{ readonly fromMs: number; readonly toMs: number }> {
  const orphaned = keptBy(ending);
  const seen = others.map((bot) => bot.fromNow());
  const fromMs = performance.now();
  end();
  for (const id of orphaned) await Promise.any(seen.map((bot) => connected(bot, id)));
  return { fromMs, toMs: performance.now() };
}

/** A time in which a shard was away. */
interface Gap {
  /** From the first question that was lost to the connection. */
  readonly ms: number;
  /** Milliseconds of `performance.now()`. */
  readonly endMs: number;
}

/** The times before connections in which questions were lost. */
function listGaps(lost: readonly AskedOnce[], connections: readonly Connected[]): readonly Gap[] {
  return connections.flatMap(({ shard, atMs }) => {
    const ofShard = connections.filter((each) => each.shard === shard && each.atMs < atMs);
    const earlierMs = Math.max(...ofShard.map((each) => each.atMs));
    const missed = lost.filter((each) => each.shard === shard && isBetween(each.atMs, earlierMs, atMs));
    if (missed.length === 0) return [];
    return { ms: Math.round(atMs - Math.min(...missed.map((each) => each.atMs))), endMs: atMs };
  });
}

/** The end of the time counts, its beginning does not: what was asked just after a connection was made belongs to the time before. */
function isBetween(ms: number, fromMs: number, toMs: number): boolean {
  return ms > fromMs + ON_ITS_WAY_MS && ms <= toMs;
}

/** Whether something was asked while its shard was about to be connected, or was on its way then. */
function isJustBefore(connectedAtMs: number, askedAtMs: number): boolean {
  return askedAtMs > connectedAtMs - MAX_GAP_MS && askedAtMs < connectedAtMs + ON_ITS_WAY_MS;
}

/** No shard is away for longer: five seconds are those between two IDENTIFYs. */
const MAX_GAP_MS = 10_000;
/** A shard that is handed over is away for one IDENTIFY; on a machine that is busy with other tests, that takes a while. */
const MAX_HAND_OVER_MS = process.env['CREW_QUESTIONS'] === undefined ? 5_000 : 2_000;
/** Clocks differ by the time that a line of the log takes. */
const ON_ITS_WAY_MS = 500;

/** The interactions for which more than one answer was tried. */
function answeredTwice({ requests }: LocalDiscord): readonly string[] {
  const callbacks = requests.filter(({ route }) => route?.endsWith('/callback')).map(({ path }) => path);
  const seen = new Set<string>();
  return callbacks.filter((path) => seen.has(path) || !seen.add(path));
}
