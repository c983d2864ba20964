import type { Article } from '../../../knowledge/article/article.ts';
import type { Threads } from '../../../serving/lanes/threads.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { createRandom } from '../../kit/random.ts';
import { generateArticles, renderArticleFile } from '../../made-up/generate-articles.ts';
import { makeUpQuestion } from '../../made-up/made-up-servers.ts';
import {
  type BotParts,
  runInTemporaryFolder,
  runWithPartsIn,
  writeArticle,
  writeFolder,
} from './bot-parts.ts';

/** The longest time, in milliseconds, for which each activity blocked the event loop of the main thread. */
export interface LongestBlocks {
  readonly sharedFacts: number;
  /** How many facts one server has of its own. */
  readonly ownFacts: number;
  /** Opening the store and reading the folder for the first time. */
  readonly startMs: number;
  /** A refresh after a twentieth of the articles changed, including its snapshot. */
  readonly refreshMs: number;
  /** The first question in a server with articles of its own. */
  readonly ownMs: number;
  /** A hundred different questions at once. */
  readonly questionsMs: number;
}

const SERVER = 'server';
const OWN_SEED = 50_000_000;
/** 4 MB of made-up prose, which is the limit of a server. A server never has more facts than are shared. */
const MAX_OWN_FACTS = 32_000;
const OWN_FILES = 8;
const QUESTIONS = 100;
const CHANGED_SHARE = 20;

export interface BlockingOptions {
  /** Makes up the articles of the shared folder. */
  readonly makeShared: () => readonly Article[];
  readonly threads: Threads;
}

/** What the activities need. The articles are left out: collecting their garbage would block the main thread too. */
interface Inputs {
  readonly questions: readonly string[];
  /** New contents of the files that change, each with the index of its article. */
  readonly changed: readonly (readonly [number, string])[];
}

/**
 * Measures how long the main thread is blocked while the threads of the options work.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureBlocking(
  { makeShared, threads }: BlockingOptions,
  instruments: Instruments,
): Promise<LongestBlocks> {
  const watch = (what: string, work: () => Promise<unknown>): Promise<number> => {
    instruments.onStep(`the main thread is watched: ${what}`);
    instruments.collectGarbage();
    return measureLongestBlock(instruments, work);
  };
  return runInTemporaryFolder(async (folder) => {
    const { questions, changed } = await prepare(folder, makeShared());
    const startMs = await watch('start', () => runWithPartsIn(folder, threads, async () => {}));
    return runWithPartsIn(folder, threads, async (parts) => {
      const { knowledge, refreshes } = parts;
      const ownFacts = Math.min(MAX_OWN_FACTS, knowledge.current.factCount);
      await addOwnArticles(parts, ownFacts);
      for (const [index, text] of changed) await writeArticle(folder, index, text);
      const cause = { kind: 'command', byId: 'moderator', guildId: null } as const;
      const refreshMs = await watch('refresh', () => refreshes.refresh(cause));
      const ask = (serverId: string | null) => (question: string) =>
        knowledge.run(serverId, 'ask', { question });
      const ownMs = await watch('a large server', () => Promise.all(questions.slice(0, 1).map(ask(SERVER))));
      const questionsMs = await watch('many questions', () => Promise.all(questions.map(ask(null))));
      return { sharedFacts: knowledge.current.factCount, ownFacts, startMs, refreshMs, ownMs, questionsMs };
    });
  });
}

async function prepare(folder: string, articles: readonly Article[]): Promise<Inputs> {
  await writeFolder(folder, articles);
  const questions = Array.from({ length: QUESTIONS }, (_, turn) => makeUpQuestion(articles, turn));
  const changed = [...articles.entries()]
    .filter(([index]) => index % CHANGED_SHARE === 0)
    .map(
      ([index, article]) =>
        [index, `${renderArticleFile(article)}\n\nThis sentence was added afterwards.\n`] as const,
    );
  return { questions, changed };
}

async function addOwnArticles({ store }: BotParts, facts: number): Promise<void> {
  const mostEach = Math.ceil(facts / OWN_FILES);
  const articles = generateArticles(facts, createRandom(OWN_SEED), { mostEach });
  const changes = articles.map((article, number) => {
    return { kind: 'article', name: `server/own-${number}.md`, value: renderArticleFile(article) } as const;
  });
  await store.serverValues.change(SERVER, 'moderator', changes);
}

/** Checking without a pause would take a core from the workers. */
const CHECK_EVERY_MS = 1;

/** Runs `work` and returns for how many milliseconds at most the event loop was blocked meanwhile. */
export async function measureLongestBlock(
  { nowMs }: Pick<Instruments, 'nowMs'>,
  work: () => Promise<unknown>,
): Promise<number> {
  let [longestMs, lastCheckAt] = [0, nowMs()];
  const check = (): void => {
    const now = nowMs();
    longestMs = Math.max(longestMs, now - lastCheckAt);
    lastCheckAt = now;
  };
  const checks = setInterval(check, CHECK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(checks);
  }
  return Math.max(longestMs, nowMs() - lastCheckAt);
}
