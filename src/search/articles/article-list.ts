import type { Article, Fact } from '../../knowledge/article/article.ts';

/** A range of facts: from `from` on, before `to`. */
export interface FactRange {
  readonly from: number;
  readonly to: number;
}

/** The articles of a segment, by their numbers. Immutable. */
export interface ArticleList {
  readonly count: number;
  readonly factCount: number;
  /**
   * Returns an article.
   *
   * @throws {RangeError} if there is none with this number
   */
  get(article: number): Article;
  /** Finds the number of an article by its path; undefined if it is not here. */
  findNumber(path: string): number | undefined;
  /** Returns the range of the facts of an article; an empty one if there is no such article. */
  getRange(article: number): FactRange;
  /** Finds the number of a fact by its id; undefined if it is not here. */
  findFactNumber(id: string): number | undefined;
}

/** Counts for each article the facts of those before it; the last entry is the number of all. */
export function countFactsBefore(articles: readonly Article[]): Uint32Array {
  const firstFacts = new Uint32Array(articles.length + 1);
  for (const [number, { facts }] of articles.entries())
    firstFacts[number + 1] = (firstFacts[number] ?? 0) + facts.length;
  return firstFacts;
}

/** Articles that are held as objects. */
export class HeldArticles implements ArticleList {
  readonly #articles: readonly Article[];
  readonly #firstFacts: Uint32Array;
  readonly #numbers: ReadonlyMap<string, number>;
  /** Built when a fact is first looked up by its id. */
  #factNumbers: ReadonlyMap<string, number> | null = null;

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
    this.#firstFacts = countFactsBefore(articles);
    this.#numbers = new Map(articles.map(({ path }, number) => [path, number]));
  }

  get count(): number {
    return this.#articles.length;
  }

  get factCount(): number {
    return this.#firstFacts.at(-1) ?? 0;
  }

  get(article: number): Article {
    const found = this.#articles[article];
    if (found === undefined) throw new RangeError(`no article ${article}`);
    return found;
  }

  findNumber(path: string): number | undefined {
    return this.#numbers.get(path);
  }

  getRange(article: number): FactRange {
    return { from: this.#firstFacts[article] ?? 0, to: this.#firstFacts[article + 1] ?? 0 };
  }

  findFactNumber(id: string): number | undefined {
    const facts = (): readonly Fact[] => this.#articles.flatMap((article) => article.facts);
    this.#factNumbers ??= new Map(facts().map((fact, index) => [fact.id, index]));
    return this.#factNumbers.get(id);
  }
}
