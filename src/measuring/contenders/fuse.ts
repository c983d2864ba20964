import Fuse from 'fuse.js';
import { type Contender, LIMIT, openPeer } from './contender.ts';

/**
 * fuse.js token search over the sentences, with its own defaults for the rest. It compares every sentence with every word of the question, which
 * takes up to 0.6 s a question at 10,000 sentences: therefore `evaluate` asks it a sample.
 *
 * @see https://www.fusejs.io/token-search.html
 */
export const FUSE: Contender = {
  name: 'fuse.js',
  label: 'fuse.js token search',
  maxQuestions: 300,
  open: (articles) => {
    const facts = articles.flatMap((article) => article.facts);
    const fuse = new Fuse(facts, { keys: ['text'], useTokenSearch: true, includeScore: true });
    return openPeer((question) => {
      const found = fuse.search(question, { limit: LIMIT });
      return {
        facts: found.map(({ item }) => item),
        // Its scores run from 0, best, to 1.
        confidence: 1 - (found[0]?.score ?? 1),
      };
    });
  },
};
