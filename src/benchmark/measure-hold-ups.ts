import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleFile } from './article-file.ts';
import { generateArticles } from './generate-articles.ts';
import type { Instruments } from './instruments.ts';
import { longestHoldUp } from './longest-hold-up.ts';
import { questionInTurn } from './made-up-servers.ts';
import { seededRandom } from './random.ts';
import { type BotParts, type BotPartsOptions, withBotParts } from './with-bot-parts.ts';

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

/**
 * Measures how long the main thread is held, with the threads that the options start.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export async function measureHoldUps(options: BotPartsOptions, instruments: Instruments): Promise<HoldUps> {
  const { onStep } = instruments;
  const watch = (what: string, work: () => Promise<unknown>): Promise<number> => {
    onStep(`the main thread is watched: ${what}`);
    return longestHoldUp(instruments, work);
  };
  // Its folder is written before it starts, a file at a time.
  const startMs = await watch('start', () => withBotParts(options, async () => {}));
  return withBotParts(options, async (parts) => {
    const { knowledge, refreshes } = parts;
    const ownFacts = Math.min(MAX_OWN_FACTS, knowledge.current.factCount);
    await addOwnArticles(parts, ownFacts);
    await changeArticles(parts, options);
    const cause = { kind: 'command', byId: 'moderator', guildId: null } as const;
    const refreshMs = await watch('refresh', () => refreshes.refresh(cause));
    const questions = Array.from({ length: QUESTIONS }, (_, turn) => questionInTurn(options.shared, turn));
    const ask = (serverId: string | null) => (question: string) =>
      knowledge.run(serverId, 'ask', { question });
    const ownMs = await watch('a large server', () => Promise.all(questions.slice(0, 1).map(ask(SERVER))));
    const questionsMs = await watch('many questions', () => Promise.all(questions.map(ask(null))));
    return { sharedFacts: knowledge.current.factCount, ownFacts, startMs, refreshMs, ownMs, questionsMs };
  });
}

async function addOwnArticles({ store }: BotParts, facts: number): Promise<void> {
  const mostEach = Math.ceil(facts / OWN_FILES);
  const articles = generateArticles(facts, seededRandom(OWN_SEED), { mostEach });
  const wishes = articles.map((article, number) => {
    return { kind: 'article', name: `server/own-${number}.md`, value: articleFile(article) } as const;
  });
  await store.guildValues.change(SERVER, 'moderator', wishes);
}

/** Adds a sentence to a part of the files. */
async function changeArticles({ folder }: BotParts, { shared }: BotPartsOptions): Promise<void> {
  for (const [index, article] of shared.entries()) {
    if (index % CHANGED_SHARE !== 0) continue;
    const text = `${articleFile(article)}\n\nThis sentence was added afterwards.\n`;
    await writeFile(join(folder, `article-${index + 1}.md`), text);
  }
}
