import { isQuestion } from '../../text/questions.ts';
import { splitWords } from '../../text/words.ts';
import type { FeatureGroup } from './scene.ts';

const DEFINING_VERBS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'means', 'refers']);
/** A definition has its verb among so many words: “The Customs Cooperation Directorate of the service is …”. */
const WORDS_BEFORE_VERB = 8;

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
        Number(wantsDefinition && said.size > 0 && isDefinition(fact.text)),
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

/** By words, not by one pattern over the text: with runs of letters that nothing parts, such a pattern took minutes. */
function isDefinition(text: string): boolean {
  return splitWords(text)
    .filter(({ folded }) => !isNumber(folded))
    .slice(0, WORDS_BEFORE_VERB + 1)
    .some(({ folded }) => DEFINING_VERBS.has(folded));
}

/** Not counted: “On 3 February 1879, Mosley Street in the city, was …”. */
function isNumber(folded: string): boolean {
  return /^\p{N}/u.test(folded);
}
