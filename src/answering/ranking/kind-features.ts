import { isQuestion } from '../../text/questions.ts';
import type { FeatureGroup } from './scene.ts';

const DEFINES = /^(?:\P{L}*)(?:\p{L}+\P{L}+){0,8}?(?:is|are|was|were|means|refers)\b/iu;

/** From here on the place of a sentence in its paragraph says no more. */
const LAST_PLACE = 8;

/** What kind of sentence it is, and where in its paragraph. */
export const KIND_FEATURES: FeatureGroup = {
  names: [
    'kind.asks itself',
    'kind.defines',
    'kind.length',
    'kind.is first',
    'kind.is short',
    'kind.quotes',
    'kind.brackets',
    'kind.place',
  ],
  open: ({ question }) => {
    const wantsDefinition = ['things', 'person'].includes(question.asksFor) && question.terms.length <= 3;
    return ({ fact, said }) => {
      return [
        Number(isQuestion(fact.text)),
        Number(wantsDefinition && said.size > 0 && DEFINES.test(fact.text)),
        Math.log(1 + fact.text.length) / 5,
        Number(fact.sentence === 1),
        Number(fact.text.length < 30),
        Number(/["“”«»]/.test(fact.text)),
        Number(/[()]/.test(fact.text)),
        Math.min(1, fact.sentence / LAST_PLACE),
      ];
    };
  },
};
