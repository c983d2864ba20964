import type { Encoders } from '../../encoders/encoders.ts';
import { selectHighest } from '../../search/index/select-highest.ts';
import { makeUpVectors } from '../made-up/made-up-vectors.ts';
import { type Contender, LIMIT, openPeer } from './contender.ts';

/** Creates plain vector search: it compares the question's vector with those of all facts, which are made up. */
export function createVectors(encoders: Encoders): Contender {
  return {
    name: 'vectors',
    label: 'vectors',
    maxQuestions: Number.POSITIVE_INFINITY,
    open: (articles) => {
      const facts = articles.flatMap((article) => article.facts);
      const { index } = makeUpVectors(encoders, facts.length);
      return openPeer(async (question) => {
        const similarities = index.computeSimilarities(await encoders.embedQuestion(question));
        const best = selectHighest(similarities, LIMIT);
        return {
          facts: best.flatMap((fact) => facts[fact] ?? []),
          confidence: similarities[best[0] ?? -1] ?? 0,
        };
      });
    },
  };
}
