import { isQuestion } from '../../text/questions.ts';
import { answerCandidates } from '../answer-candidates.ts';
import { DETAILS } from '../asked-for.ts';
import type { FeatureGroup } from './scene.ts';

const DEFINES = /^(?:\P{L}*)(?:\p{L}+\P{L}+){0,8}?(?:is|are|was|were|means|refers)\b/iu;

/** What kind of sentence it is, and whether it holds what is asked for: 1, -1 without, 0 where another kind is asked for. */
export const KIND_FEATURES: FeatureGroup = {
  names: [
    ...DETAILS.map((detail) => `kind.holds ${detail}`),
    'kind.asks itself',
    'kind.defines',
    'kind.length',
    'kind.is first',
    'kind.is short',
    'kind.quotes',
  ],
  open: ({ question }) => {
    const wantsDefinition = ['things', 'person'].includes(question.asksFor) && question.terms.length <= 3;
    return ({ fact, said }) => {
      const found = answerCandidates(question, fact.text);
      const holds = found === null ? 0 : found.length > 0 ? 1 : -1;
      return [
        ...DETAILS.map((detail) => (question.asksFor === detail ? holds : 0)),
        Number(isQuestion(fact.text)),
        Number(wantsDefinition && said.size > 0 && DEFINES.test(fact.text)),
        Math.log(1 + fact.text.length) / 5,
        Number(fact.sentence === 1),
        Number(fact.text.length < 30),
        Number(/["“”«»]/.test(fact.text)),
      ];
    };
  },
};
