import Fuse from 'fuse.js';
import { type Contender, LIMIT } from './contender.ts';

/**
 * fuse.js token search over the sentences with its own defaults for the rest. It compares every sentence with every
 * word of the question, up to 0.6 s a question at 10,000 sentences: hence the sample.
 *
 * @see https://www.fusejs.io/token-search.html
 */
export const fusePeer: Contender = {
  name: 'fuse.js token search',
  maxQuestions: 300,
  open: (articles) => {
    const facts = articles.flatMap((article) => article.facts);
    const fuse = new Fuse(facts, { keys: ['text'], useTokenSearch: true, includeScore: true });
    return (question) => {
      const found = fuse.search(question, { limit: LIMIT });
      return {
        facts: found.map(({ item }) => item),
        // Its scores run from 0, best, to 1.
        confidence: 1 - (found[0]?.score ?? 1),
        verdict: null,
      };
    };
  },
};
