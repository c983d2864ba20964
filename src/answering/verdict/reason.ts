import type { Term } from '../../search/words/terms.ts';
import type { Outcome, Reason } from '../question/answer.ts';
import { isDetail } from '../question/answer-type.ts';
import type { Question } from '../question/question.ts';
import { isSmallTalk } from '../question/small-talk.ts';
import type { Evidence } from './evidence.ts';

/** Each takes a look through all words of the articles, and a reply names no more. */
const MOST_MISSING = 8;

/** Why a question has its outcome, in a way that can be told the asker; `evidence` is null where nothing was found. */
export function explainOutcome(
  question: Question,
  { evidence, outcome }: { readonly evidence: Evidence | null; readonly outcome: Outcome },
): Reason {
  if (isSmallTalk(question.words)) return { kind: 'small-talk' };
  if (question.terms.length === 0) return { kind: 'no-question' };
  // To name all of its words would tell nothing.
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
    .slice(0, MOST_MISSING)
    .filter(({ folded }) => !base.lexicon.holdsWithin(folded));
}

/** The words of the terms as the asker wrote them. */
function listAsTyped({ text }: Question, terms: readonly Term[]): readonly string[] {
  return terms.map(({ word }) => text.slice(word.start, word.end));
}
