import Fuse from 'fuse.js';
import { type Contender, LIMIT } from './contender.ts';

/**
 * fuse.js token search over the sentences with its own defaults for the rest, as in `evaluate`.
 *
 * @see https://www.fusejs.io/token-search.html
 */
export const fuseContender: Contender = {
  name: 'fuse.js',
  open: (articles) => {
    const fuse = new Fuse(
      articles.flatMap((article) => article.facts),
      { keys: ['text'], useTokenSearch: true, includeScore: true },
    );
    return { whole: (question) => () => fuse.search(question, { limit: LIMIT }) };
  },
};
