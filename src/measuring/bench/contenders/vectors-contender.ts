import type { Encoders } from '../../../encoders/encoders.ts';
import { highest } from '../../../search/index/highest.ts';
import { madeUpMeaning } from '../../made-up/made-up-meaning.ts';
import { type Contender, LIMIT } from './contender.ts';

/** Plain vector search: the facts whose vectors are most alike to the question's, all of them looked at. */
export function vectorsContender(encoders: Encoders): Contender {
  return {
    name: 'vectors',
    open: (articles) => {
      const facts = articles.flatMap((article) => article.facts);
      const { index } = madeUpMeaning(encoders, facts.length);
      return {
        whole: (question) => async () => {
          const vector = await encoders.embedQuestion(question);
          return highest(index.likenessOf(vector), LIMIT).map((place) => facts[place]);
        },
      };
    },
  };
}
