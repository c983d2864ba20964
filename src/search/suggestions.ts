import Fuse from 'fuse.js';
import type { Article } from '../knowledge/article.ts';

/** fuse.js scores run from 0, equal, to 1; above this a pinned question is no longer about the same thing. */
const MAX_DISTANCE = 0.55;

/** fuse.js takes seconds for a text of a megabyte; a question says in its first words what it is about. */
const MAX_CHARS = 300;

/** What a base can be asked: the questions that authors pinned, and the titles, in the order of the articles. */
export class Suggestions {
  readonly #fuse: Fuse<string>;

  constructor(articles: readonly Article[]) {
    const pinned = articles.flatMap((article) => article.pinned);
    const titles = articles.map((article) => article.title);
    this.#fuse = new Fuse([...new Set([...pinned, ...titles])], {
      useTokenSearch: true,
      threshold: 0.4,
      includeScore: true,
    });
  }

  /** Pinned questions and titles close to `text`, closest first, at most `limit`; typos and word order do not matter. */
  closest(text: string, limit: number): readonly string[] {
    return this.#fuse
      .search(text.slice(0, MAX_CHARS), { limit })
      .filter(({ score }) => (score ?? 1) <= MAX_DISTANCE)
      .map(({ item }) => item);
  }
}
