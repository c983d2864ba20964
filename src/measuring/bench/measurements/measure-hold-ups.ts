import type { Article } from '../../../knowledge/article/article.ts';
import type { Threads } from '../../../serving/lanes/threads.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { seededRandom } from '../../kit/random.ts';
import { articleFile } from '../../made-up/article-file.ts';
import { generateArticles } from '../../made-up/generate-articles.ts';
import { questionInTurn } from '../../made-up/made-up-servers.ts';
import { longestHoldUp } from './longest-hold-up.ts';
import { type BotParts, inTemporaryPlace, withPartsIn, writeArticle, writeFolder } from './with-bot-parts.ts';

/** For how long at most, in milliseconds, the main thread was held in one go while something went on. */
export interface HoldUps {
  readonly sharedFacts: number;
  /** What one server has of its own. */
  readonly ownFacts: number;
  /** Opening the store and reading the folder for the first time. */
  readonly startMs: number;
  /** A refresh of which a twentieth of the articles changed, its snapshot included. */
  readonly refreshMs: number;
  /** The first question in a server with articles of its own. */
  readonly ownMs: number;
  /** A hundred different questions at once. */
  readonly questionsMs: number;
}

const SERVER = 'server';
const OWN_SEED = 50_000_000;
/** 4 MB of made-up prose: as much as a server may have. Where fewer facts are shared, it has as many as these. */
const MAX_OWN_FACTS = 32_000;
const OWN_FILES = 8;
const QUESTIONS = 100;
const CHANGED_SHARE = 20;

export interface HoldUpOptions {
  /** Makes up what is in the shared folder. */
  readonly makeShared: () => readonly Article[];
  readonly threads: Threads;
}

/** What the bot is given while it is watched. Without the articles: collecting garbage among them would hold the main thread too. */
interface HoldUpInputs {
  readonly questions: readonly string[];
  /** What the files of the articles that change hold afterwards, each with the index of its article. */
  readonly changed: readonly (readonly [number, string])[];
}

/**
 * Measures how long the main thread is held, with the threads that the options start.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureHoldUps(
  { makeShared, threads }: HoldUpOptions,
  instruments: Instruments,
): Promise<HoldUps> {
  const watch = (what: string, work: () => Promise<unknown>): Promise<number> => {
    instruments.onStep(`the main thread is watched: ${what}`);
    instruments.collectGarbage();
    return longestHoldUp(instruments, work);
  };
  return inTemporaryPlace(async (place) => {
    const { questions, changed } = await prepare(place, makeShared());
    const startMs = await watch('start', () => withPartsIn(place, threads, async () => {}));
    return withPartsIn(place, threads, async (parts) => {
      const { knowledge, refreshes } = parts;
      const ownFacts = Math.min(MAX_OWN_FACTS, knowledge.current.factCount);
      await addOwnArticles(parts, ownFacts);
      for (const [index, text] of changed) await writeArticle(place, index, text);
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

async function prepare(place: string, articles: readonly Article[]): Promise<HoldUpInputs> {
  await writeFolder(place, articles);
  const questions = Array.from({ length: QUESTIONS }, (_, turn) => questionInTurn(articles, turn));
  const changed = [...articles.entries()]
    .filter(([index]) => index % CHANGED_SHARE === 0)
    .map(
      ([index, article]) =>
        [index, `${articleFile(article)}\n\nThis sentence was added afterwards.\n`] as const,
    );
  return { questions, changed };
}

async function addOwnArticles({ store }: BotParts, facts: number): Promise<void> {
  const mostEach = Math.ceil(facts / OWN_FILES);
  const articles = generateArticles(facts, seededRandom(OWN_SEED), { mostEach });
  const wishes = articles.map((article, number) => {
    return { kind: 'article', name: `server/own-${number}.md`, value: articleFile(article) } as const;
  });
  await store.guildValues.change(SERVER, 'moderator', wishes);
}
