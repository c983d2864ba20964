import type { Article, ArticleInfo, Fact } from '../../knowledge/article/article.ts';

/** A fact that fits a question, with the article it stands in. */
export interface Match {
  readonly fact: Fact;
  readonly article: ArticleInfo;
  /** Best highest; comparable within one question only. */
  readonly score: number;
}

/** How well a fact fits what is looked for: its score, and the BM25 that it is made of, each at least 0. */
export interface LevelScores {
  /** The number of the fact in the base. */
  readonly index: number;
  readonly score: number;
  /** Of the sentence, of those before and after it, of its paragraph and its title. */
  readonly own: number;
  readonly before: number;
  readonly after: number;
  readonly paragraph: number;
  readonly title: number;
}

/** A match as the index finds it, with what its score is made of. */
export interface Candidate extends Match, LevelScores {
  readonly article: Article;
  /** The places in the question's terms of those that the sentence holds, or the heading or the question just above it. */
  readonly said: ReadonlySet<number>;
  /** Those that it or its paragraph, headings or title hold. */
  readonly saidAround: ReadonlySet<number>;
}
