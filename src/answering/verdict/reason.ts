import type { Term } from '../../search/words/terms.ts';
import { isSmallTalk } from '../../text/words/small-talk.ts';
import type { Outcome, Reason } from '../question/answer.ts';
import { isDetail } from '../question/answer-type.ts';
import type { Question } from '../question/question.ts';
import type { Evidence } from './evidence.ts';

/** Each word is looked up in all words of the articles, and a reply names no more. */
const MAX_MISSING = 8;

/**
 * Explains the outcome of a question in a way that can be told to the asker.
 *
 * @param evidence null if nothing was found
 */
export function explainOutcome(
  question: Question,
  { evidence, outcome }: { readonly evidence: Evidence | null; readonly outcome: Outcome },
): Reason {
  if (isSmallTalk(question.words)) return { kind: 'small-talk' };
  if (question.terms.length === 0) return { kind: 'no-question' };
  // Naming all of its words would tell nothing.
  if (question.isOtherLanguage) return { kind: outcome === 'unknown' ? 'nothing-close' : 'said' };
  const missing = outcome === 'answered' ? [] : findUnmentionedTerms(question);
  if (missing.length > 0) return { kind: 'not-mentioned', words: listAsTyped(question, missing) };
  const { typed: short, long } = question.shortForm ?? { typed: '', long: null };
  if (long !== null && outcome !== 'answered') return { kind: 'not-spelt-out', short, long };
  if (evidence === null || outcome === 'unknown') return { kind: 'nothing-close' };
  const { asksFor } = question;
  if (outcome === 'unsure' && evidence.lacksDetail && isDetail(asksFor))
    return { kind: 'no-such-detail', asksFor };
  if (evidence.unsaid.length > 0)
    return { kind: 'partly-said', words: listAsTyped(question, evidence.unsaid) };
  return { kind: 'said' };
}

function findUnmentionedTerms({ base, terms }: Question): readonly Term[] {
  return terms
    .filter(({ kind }) => kind === 'missing')
    .slice(0, MAX_MISSING)
    .filter(({ folded }) => !base.lexicon.holdsWithin(folded));
}

/** Lists the words of the terms as the asker typed them. */
function listAsTyped({ text }: Question, terms: readonly Term[]): readonly string[] {
  return terms.map(({ word }) => text.slice(word.start, word.end));
}
