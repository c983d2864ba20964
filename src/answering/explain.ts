import { toArticleInfo } from '../knowledge/article/article.ts';
import type { LevelScores, Match } from '../search/index/candidate.ts';
import type { AnswerOptions } from './answer-question.ts';
import type { AnswerType } from './question/answer-type.ts';
import { correctTypos, type Question } from './question/question.ts';
import { rankFacts } from './ranking/rank.ts';
import type { RankedCandidate } from './ranking/ranked-candidate.ts';
import { weighEvidence } from './verdict/evidence.ts';
import { THRESHOLDS, type Thresholds } from './verdict/outcome.ts';

/** How the bot read a question, and why it ranked the best facts as it did. */
export interface Explanation {
  readonly asksFor: AnswerType;
  /** The question with its typos corrected, or null if there were none. */
  readonly readAs: string | null;
  /** The words that say what the question is about, in their order. */
  readonly words: readonly ExplainedWord[];
  /** Best first. */
  readonly matches: readonly ExplainedMatch[];
  /** The confidences from which on a passage is the answer, and the closest one. */
  readonly thresholds: Thresholds;
}

export interface ExplainedWord {
  readonly typed: string;
  /** `corrected` to a word of the articles; `missing` if no article holds it. */
  readonly kind: 'known' | 'corrected' | 'missing';
  /** The word that the bot searched for. */
  readonly folded: string;
  /** How telling the word is: above 0, highest for a word that few sentences hold. */
  readonly weight: number;
}

export interface ExplainedMatch extends Pick<Match, 'fact' | 'article'> {
  /** The share of the best match's score: 1 for the best, nearing 0. */
  readonly score: number;
  /** The scores of the index: BM25 of the sentence, of its neighbours, its paragraph and its title. */
  readonly index: Omit<LevelScores, 'index'>;
  /** The reader's logit that the fact answers: above 0 speaks for it, or null if the reader did not read it. */
  readonly reading: number | null;
  /** The words of the question, as typed, that neither the fact nor the text around it says. */
  readonly unsaid: readonly string[];
}

/** Explains what `answerQuestion` does with the same options. Never throws for any question. */
export async function explainQuestion(
  question: Question,
  { limit, vectors = null, within, strictness = 'balanced' }: AnswerOptions,
): Promise<Explanation> {
  const ranked = (await rankFacts(question, { limit, vectors, within })).slice(0, limit);
  const best = ranked[0]?.score ?? 0;
  return {
    asksFor: question.asksFor,
    readAs: correctTypos(question),
    words: question.terms.map(({ kind, word, folded, stem }) => ({
      typed: question.text.slice(word.start, word.end),
      kind,
      folded,
      weight: question.base.idf(stem),
    })),
    matches: ranked.map((each) => explainMatch(question, { ...each, score: Math.exp(each.score - best) })),
    thresholds: THRESHOLDS[strictness],
  };
}

function explainMatch(question: Question, { candidate, score, judgement }: RankedCandidate): ExplainedMatch {
  const { fact, article, own, before, after, paragraph, title } = candidate;
  const { unsaid } = weighEvidence(question, candidate);
  return {
    fact,
    article: toArticleInfo(article),
    score,
    index: { score: candidate.score, own, before, after, paragraph, title },
    reading: judgement?.answers ?? null,
    unsaid: unsaid.map(({ word }) => question.text.slice(word.start, word.end)),
  };
}
