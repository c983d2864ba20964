import type { BotPartsOptions } from '../../../src/measuring/bench/measurements/bot-parts.ts';
import { createRandom } from '../../../src/measuring/kit/random.ts';
import { generateArticles } from '../../../src/measuring/made-up/generate-articles.ts';
import { sameThreads } from '../../serving/same-threads.ts';

/** A bot with 40 shared facts. */
export function tinyBot(): BotPartsOptions {
  return {
    shared: generateArticles(40, createRandom(1)),
    threads: sameThreads(() => new Date(0)),
  };
}
