import { generateArticles } from '../../src/benchmark/generate-articles.ts';
import { seededRandom } from '../../src/benchmark/random.ts';
import type { BotPartsOptions } from '../../src/benchmark/with-bot-parts.ts';
import { readFiles } from '../../src/knowledge/read-knowledge.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { models } from '../models.ts';

/** A bot with 40 shared facts. */
export function tinyBot(): BotPartsOptions {
  const reading: BotPartsOptions['reading'] = {
    folder: readKnowledge,
    files: async (files) => readFiles(files),
  };
  return { shared: generateArticles(40, seededRandom(1)), models, reading };
}
