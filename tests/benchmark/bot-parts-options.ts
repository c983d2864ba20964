import { generateArticles } from '../../src/benchmark/generate-articles.ts';
import { seededRandom } from '../../src/benchmark/random.ts';
import type { BotPartsOptions } from '../../src/benchmark/with-bot-parts.ts';
import { sameThreads } from '../serving/same-threads.ts';

/** A bot with 40 shared facts. */
export function tinyBot(): BotPartsOptions {
  return {
    shared: generateArticles(40, seededRandom(1)),
    threads: sameThreads(() => new Date(0)),
  };
}
