import { generateArticles } from '../../src/benchmark/generate-articles.ts';
import { seededRandom } from '../../src/benchmark/random.ts';
import type { BotPartsOptions } from '../../src/benchmark/with-bot-parts.ts';
import { readFiles } from '../../src/knowledge/read-files.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { models } from '../models.ts';

/** A bot with 40 shared facts, and the paths of its servers' articles at each reading of them. */
export function tinyBot(): { readonly options: BotPartsOptions; readonly readings: string[][] } {
  const readings: string[][] = [];
  const reading: BotPartsOptions['reading'] = {
    folder: readKnowledge,
    files: async (files) => {
      readings.push(files.map(({ path }) => path));
      return readFiles(files);
    },
  };
  return { options: { shared: generateArticles(40, seededRandom(1)), models, reading }, readings };
}
