import type { Term } from '../../search/words/terms.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import { isSmallTalk } from '../../text/words/filler-phrases.ts';
import type { Outcome, Reason } from '../question/answer.ts';
import { isDetail } from '../question/answer-type.ts';
import type { Question } from '../question/question.ts';
import type { Evidence } from './evidence.ts';

/** The confidences, 0 to 1, from which on a passage is shown as the answer, and as the closest one. */
export interface Thresholds {
  readonly answered: number;
  readonly unsure: number;
}

/** The documented figures are for `balanced`; a table compares the other two. */
export const THRESHOLDS: Readonly<Record<Strictness, Thresholds>> = {
  strict: { answered: 0.75, unsure: 0.55 },
  balanced: { answered: 0.46, unsure: 0.4 },
  lenient: { answered: 0.35, unsure: 0.28 },
};

/** The least probability of a short answer that is shown. */
const SHOWN_FROM = 0.75;

/** With any of these doubts, a passage is the closest one at most, however well its words fit. `Evidence` explains them. */
const DOUBTS = ['isOnlyIntroduction', 'isNarrowed', 'isOpposite', 'surelyLacks'] as const;
/** The doubts about a passage, besides the confidence in it. */
interface Doubts extends Pick<Evidence, 'isOnlyIntroduction' | 'isNarrowed' | 'isOpposite' | 'saysLongForm'> {
  /** Whether the passage lacks what is asked for, and the reader has not judged that it answers all the same. */
  readonly surelyLacks: boolean;
}

/**
 * Decides the outcome for a confidence, 0 to 1. With a doubt, a passage is the closest one at most. A passage that says the words of a
 * long form is the closest one at least: nothing else may explain the short form.
 */
export function decideOutcome(confidence: number, known: Doubts, strictness: Strictness): Outcome {
  const { answered, unsure } = THRESHOLDS[strictness];
  const isWhole = !DOUBTS.some((doubt) => known[doubt]);
  if (confidence >= answered && isWhole) return 'answered';
  return confidence >= unsure || known.saysLongForm ? 'unsure' : 'unknown';
}

/** Maps a confidence, 0 to 1, into the range of `unsure`, in the same order. */
export function limitToUnsure(confidence: number, strictness: Strictness): number {
  const { answered, unsure } = THRESHOLDS[strictness];
  // Never as much as an answer needs.
  return unsure + (answered - unsure) * Math.min(confidence, 0.99);
}

/** Returns whether a short answer that is right with this probability is worth showing. A wrong one is worse than none. */
export function isWorthShowing(probability: number): boolean {
  return probability >= SHOWN_FROM;
}

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
