import type { Article, ArticleInfo, Fact } from '../../knowledge/article/article.ts';

/** A fact that fits a question, with its article. */
export interface Match {
  readonly fact: Fact;
  readonly article: ArticleInfo;
  /** Best highest; comparable within one question only. */
  readonly score: number;
}

/** How well a fact fits the terms: its score, and the BM25 scores that it is made of, each at least 0. */
export interface LevelScores {
  /** The number of the fact in the base. */
  readonly index: number;
  readonly score: number;
  /** The scores of the sentence, of those before and after it, of its paragraph and its title. */
  readonly own: number;
  readonly before: number;
  readonly after: number;
  readonly paragraph: number;
  readonly title: number;
}

/** A fact that the index found, with the parts of its score. */
export interface Candidate extends Match, LevelScores {
  readonly article: Article;
  /** The places of the question's terms that the sentence says, or the heading or question just above it. */
  readonly said: ReadonlySet<number>;
  /** The places of those that it or its paragraph, headings or title say. */
  readonly saidAround: ReadonlySet<number>;
}
