import type { Article } from '../../knowledge/article/article.ts';
import { toOwnPath } from '../../knowledge/folder/own-path.ts';
import type { Store } from '../../store/open-store.ts';
import { createRandom } from '../kit/random.ts';
import { generateArticles, renderArticleFile } from './generate-articles.ts';
import { generateQuestions, QUESTION_KINDS } from './generate-questions.ts';

/** What a made-up server has of its own. */
export interface ServerContents {
  readonly articles: number;
  /** In each article; below 48. */
  readonly sentences: number;
}

export interface MadeUpServer {
  readonly guildId: string;
  readonly articles: readonly Article[];
}

/** Differs from the seeds of shared articles. */
const SEED = 40_000_000;

/** Makes up the server with this number, the same each time. Its articles have words of their own. */
export function makeUpServer(number: number, { articles, sentences }: ServerContents): MadeUpServer {
  return {
    guildId: `server-${number}`,
    articles: generateArticles(articles * sentences, createRandom(SEED + number), { mostEach: sentences }),
  };
}

/** Stores what a server has in one transaction, because each transaction waits for the disk. */
export async function writeServer(
  { serverValues }: Pick<Store, 'serverValues'>,
  { guildId, articles }: MadeUpServer,
): Promise<void> {
  const changes = articles.map((article, index) => {
    const name = toOwnPath(`article-${index + 1}.md`) ?? '';
    return { kind: 'article', name, value: renderArticleFile(article) } as const;
  });
  await serverValues.change(guildId, 'moderator', changes);
}

/** Makes up a question on `articles`, another one for each `turn`, from 0. Its kind changes from turn to turn. */
export function makeUpQuestion(articles: readonly Article[], turn: number): string {
  const questions = generateQuestions(articles, QUESTION_KINDS.length, createRandom(turn));
  return questions[turn % questions.length]?.text ?? '';
}
