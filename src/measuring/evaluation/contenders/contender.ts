import type { Article } from '../../../knowledge/article/article.ts';
import type { Response } from '../measures/measure.ts';

/** What finds facts for questions: we, or a peer that we are measured against. */
export interface Contender {
  readonly name: string;
  /** A slow one gets an evenly spaced sample of the questions of a set. At least 1; `Infinity` for all. */
  readonly maxQuestions: number;
  /** Indexes all facts of the articles; the result answers one question from them. */
  readonly open: (articles: readonly Article[]) => Respond | Promise<Respond>;
}

export type Respond = (question: string) => Response | Promise<Response>;

/** As many facts as are ranked. */
export const LIMIT = 5;
