import type { FactBase, Match } from '../search/fact-base.ts';
import type { Term } from '../search/terms.ts';
import { isQuestion } from '../text/questions.ts';
import type { Answer, Outcome, Reason } from './answer.ts';
import { isDetail } from './asked-for.ts';
import { confidenceOf, outcomeOf } from './confidence.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { correctedText, type Question, readQuestion } from './question.ts';
import { findShortAnswer } from './short-answer.ts';
import { isSmallTalk } from './small-talk.ts';

/** How many of the index's matches are looked at closely. */
const CANDIDATES = 20;
/** How much it moves a match up that its sentence holds what is asked for, as a share of its score. */
const KIND_BONUS = 0.6;
/** What is left of the score of a sentence that asks itself: the answer is what follows it. */
const QUESTION_SHARE = 0.25;
const MAX_SUGGESTIONS = 3;
/** fuse.js compares each of them with every suggestion: the most telling ones are enough. */
const SUGGESTION_WORDS = 6;

interface Ranking {
  readonly best: WeighedMatch | undefined;
  readonly matches: readonly Match[];
}

interface WeighedMatch {
  readonly match: Match;
  readonly evidence: Evidence;
}

/**
 * Answers a question from the facts of `base`. Always returns: an empty question, noise and what the articles do
 * not hold are `unknown`, with the reason. At most `limit` matches come back (at least 1), best first.
 */
export function answerQuestion(base: FactBase, text: string, { limit }: { readonly limit: number }): Answer {
  const question = readQuestion(base, text);
  const { best, matches } = rank(base, question, limit);
  const [confidence, outcome] = judge(question, best);
  return {
    question: question.text,
    outcome,
    confidence,
    reason: reasonFor(question, best, outcome),
    shortAnswer:
      best === undefined || outcome === 'unknown' ? null : findShortAnswer(question, best.match.fact.text),
    matches: matches.slice(0, limit),
    readAs: correctedText(question),
    suggestions: outcome === 'answered' ? [] : suggest(base, question),
  };
}

/** The same facts lead whatever the limit is: what is found beyond the candidates follows them as it came. */
function rank(base: FactBase, question: Question, limit: number): Ranking {
  const found = base.find(question.terms, Math.max(CANDIDATES, limit));
  const ranked = found
    .slice(0, CANDIDATES)
    .map((match) => {
      const evidence = weighEvidence(base, question, match);
      const kindFactor = evidence.holdsAnswer === true ? 1 + KIND_BONUS : 1;
      const questionFactor = isQuestion(match.fact.text) ? QUESTION_SHARE : 1;
      return { match: { ...match, score: match.score * kindFactor * questionFactor }, evidence };
    })
    .toSorted((a, b) => b.match.score - a.match.score);
  const lowest = ranked.at(-1)?.match.score ?? 0;
  const rest = found.slice(CANDIDATES).map((match) => ({ ...match, score: Math.min(match.score, lowest) }));
  return { best: ranked[0], matches: [...ranked.map(({ match }) => match), ...rest] };
}

function judge(question: Question, best: WeighedMatch | undefined): readonly [confidence: number, Outcome] {
  if (best === undefined || isSmallTalk(question.words)) return [0, 'unknown'];
  const confidence = confidenceOf(best.evidence);
  return [confidence, outcomeOf(confidence, best.evidence)];
}

function reasonFor(question: Question, best: WeighedMatch | undefined, outcome: Outcome): Reason {
  if (isSmallTalk(question.words)) return { kind: 'small-talk' };
  if (question.terms.length === 0) return { kind: 'no-question' };
  const missing = question.terms.filter(({ kind }) => kind === 'missing');
  if (missing.length > 0 && outcome !== 'answered')
    return { kind: 'not-mentioned', words: asTyped(question, missing) };
  if (best === undefined || outcome === 'unknown') return { kind: 'nothing-close' };
  const { asksFor } = question;
  if (best.evidence.holdsAnswer === false && isDetail(asksFor)) return { kind: 'no-such-detail', asksFor };
  if (best.evidence.unsaid.length > 0)
    return { kind: 'partly-said', words: asTyped(question, best.evidence.unsaid) };
  return { kind: 'said' };
}

function suggest(base: FactBase, question: Question): readonly string[] {
  // One word that no suggestion holds puts fuse.js off all of them: only those are looked for that the articles hold.
  const known = question.terms
    .filter(({ kind }) => kind !== 'missing')
    .toSorted((a, b) => base.idf(b.stem) - base.idf(a.stem))
    .slice(0, SUGGESTION_WORDS);
  return base.suggestions.closest(known.map(({ folded }) => folded).join(' '), MAX_SUGGESTIONS);
}

/** The words of the terms as the asker wrote them. */
function asTyped({ text }: Question, terms: readonly Term[]): readonly string[] {
  return terms.map(({ word }) => text.slice(word.start, word.end));
}
