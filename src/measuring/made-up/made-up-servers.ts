import type { Article } from '../../knowledge/article/article.ts';
import { toOwnPath } from '../../knowledge/folder/own-path.ts';
import type { Store } from '../../store/open-store.ts';
import { seededRandom } from '../kit/random.ts';
import { articleFile } from './article-file.ts';
import { generateArticles } from './generate-articles.ts';
import { generateQuestions, QUESTION_KINDS } from './generate-questions.ts';

/** How much a made-up server has of its own. */
export interface ServerSize {
  readonly articles: number;
  /** In each article; below 48. */
  readonly sentences: number;
}

export interface MadeUpServer {
  readonly guildId: string;
  readonly articles: readonly Article[];
}

/** Others than those of articles that are no server's. */
const SEED = 40_000_000;

/** The server of a number, the same each time; its articles have words of their own. */
export function madeUpServer(number: number, { articles, sentences }: ServerSize): MadeUpServer {
  return {
    guildId: `server-${number}`,
    articles: generateArticles(articles * sentences, seededRandom(SEED + number), { mostEach: sentences }),
  };
}

/** Writes down what a server has, in one transaction: each waits for the disk. */
export async function writeServer(
  { guildValues }: Pick<Store, 'guildValues'>,
  { guildId, articles }: MadeUpServer,
): Promise<void> {
  const wishes = articles.map((article, index) => {
    const name = toOwnPath(`article-${index + 1}.md`) ?? '';
    return { kind: 'article', name, value: articleFile(article) } as const;
  });
  await guildValues.change(guildId, 'moderator', wishes);
}

/** A question on `articles`, of each kind in `turn` after `turn`, from 0; another one each time. */
export function questionInTurn(articles: readonly Article[], turn: number): string {
  const questions = generateQuestions(articles, QUESTION_KINDS.length, seededRandom(turn));
  return questions[turn % questions.length]?.text ?? '';
}
