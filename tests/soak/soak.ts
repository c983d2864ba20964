import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '../../src/measuring/kit/random.ts';
import { computeQuantile } from '../../src/measuring/kit/statistics.ts';
import { generateArticles } from '../../src/measuring/made-up/generate-articles.ts';
import { generateQuestions } from '../../src/measuring/made-up/generate-questions.ts';
import { crowd } from '../end-to-end/crowd.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { startMeasuredBot } from './measured-bot.ts';

const USAGE = `Usage: npm run soak [-- --minutes N --rate N --servers N --facts N --flags="FLAGS"]
  --minutes 20   how long members ask; parts of a minute too
  --rate 20      questions a second
  --servers 10   in so many servers
  --facts 1000   in the made-up folder of articles
  --flags=…      start Node.js with these flags instead of those of npm start`;
const OPTIONS = {
  minutes: { type: 'string', default: '20' },
  rate: { type: 'string', default: '20' },
  servers: { type: 'string', default: '10' },
  facts: { type: 'string', default: '1000' },
  flags: { type: 'string' },
} as const;

const SEED = 7;
/** After this many questions the first ones are asked again: so many that a cache of answers helps as little as with real members. */
const DIFFERENT_QUESTIONS = 2000;
/** Questions of this kind have fifty words, which members hardly ever write. */
const OMITTED_KIND = 'long';
/** One question in this many is a message that mentions the bot. */
const MENTION_INTERVAL = 5;
const SAMPLE_INTERVAL_MS = 1000;

/** Starts the real bot against the local Discord, lets members ask at a steady rate, and reports how much memory the bot held. */
async function soak(): Promise<number> {
  const { minutes, rate, servers, facts, flags } = readOptions();
  const articles = generateArticles(facts, createRandom(SEED));
  const names = Array.from({ length: servers }, (_, number) => ({ name: `Server ${number + 1}` }));
  const discord = await startLocalDiscord({ guilds: names });
  const bot = await startMeasuredBot(discord, { articles, flags });
  const samples: number[] = [await bot.residentMb()];
  const sampling = setInterval(
    () => void bot.residentMb().then((seen) => samples.push(seen)),
    SAMPLE_INTERVAL_MS,
  );
  const questions = generateQuestions(articles, DIFFERENT_QUESTIONS, createRandom(SEED))
    .filter(({ kind }) => kind !== OMITTED_KIND)
    .map(({ text }) => text);
  const count = Math.round(minutes * 60 * rate);
  const waits = await askSteadily(discord, { questions, count, everyMs: 1000 / rate });
  clearInterval(sampling);
  const peakMb = await bot.peakMb();
  const hasStopped = (await bot.stop()) === 0;
  await discord.stop();
  process.stdout.write(report({ samples, waits, peakMb, count, minutes }));
  return hasStopped && waits.length === count && discord.violations.length === 0 ? 0 : 1;
}

function readOptions() {
  const { minutes, rate, servers, facts, flags = null } = parse();
  return {
    minutes: readNumber(minutes),
    rate: readNumber(rate),
    servers: readNumber(servers),
    facts: readNumber(facts),
    flags,
  };
}

function parse() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(text: string): number {
  const number = Number(text);
  return number > 0 && Number.isFinite(number) ? number : refuse(`“${text}” is no number above 0.`);
}

function refuse(why: string): never {
  process.stderr.write(`${why}\n${USAGE}\n`);
  process.exit(2);
}

interface AskPlan {
  readonly questions: readonly string[];
  readonly count: number;
  readonly everyMs: number;
}

/** Asks without waiting for earlier answers. Returns how many milliseconds each answered question waited for the first response. */
async function askSteadily(
  discord: LocalDiscord,
  { questions, count, everyMs }: AskPlan,
): Promise<readonly number[]> {
  const waits: number[] = [];
  const failures: unknown[] = [];
  const startedAt = performance.now();
  const asked: Promise<unknown>[] = [];
  for (const [number, user] of crowd(discord, count).entries()) {
    await delay(Math.max(0, startedAt + number * everyMs - performance.now()));
    const question = questions[number % questions.length] ?? '';
    const answered = ask(discord, { number, question, user }).then(
      (waitMs) => waits.push(waitMs),
      (error: unknown) => failures.push(error),
    );
    asked.push(answered);
  }
  await Promise.all(asked);
  for (const failure of failures.slice(0, 3)) process.stderr.write(`${String(failure)}\n`);
  return waits;
}

interface OneQuestion {
  readonly number: number;
  readonly question: string;
  readonly user: ReturnType<typeof crowd>[number];
}

async function ask(discord: LocalDiscord, { number, question, user }: OneQuestion): Promise<number> {
  const guild = discord.guilds[number % discord.guilds.length];
  if (guild === undefined) throw new Error('there is no server');
  if (number % MENTION_INTERVAL === 0) {
    const startedAt = performance.now();
    const { id } = discord.say({ text: question, mentionsBot: true, channel: guild.channel, user });
    await discord.nextRequest(
      ({ method, body }) => method === 'POST' && JSON.stringify(body ?? null).includes(id),
    );
    return performance.now() - startedAt;
  }
  const { ackMs } = await discord.interact({
    ...command({ name: 'ask', options: { question } }),
    user,
    guild,
  });
  return ackMs ?? Number.POSITIVE_INFINITY;
}

interface Measured {
  readonly samples: readonly number[];
  readonly waits: readonly number[];
  readonly peakMb: number;
  readonly count: number;
  readonly minutes: number;
}

function report({ samples, waits, peakMb, count, minutes }: Measured): string {
  const [low = 0, middle = 0, high = 0] = [0.25, 0.5, 0.75].map((share) => computeQuantile(samples, share));
  return [
    `${waits.length} of ${count} questions answered in ${minutes} minutes, the slowest after ${Math.round(Math.max(...waits))} ms`,
    `resident memory: ${mb(samples[0] ?? 0)} at the start, quartiles ${mb(low)}, ${mb(middle)}, ${mb(high)}, peak ${mb(peakMb)}`,
    '',
  ].join('\n');
}

function mb(value: number): string {
  return `${Math.round(value)} MB`;
}

process.exitCode = await soak();
