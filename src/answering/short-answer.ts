import { probabilityOf } from '../learned/scorer.ts';
import type { FactBase } from '../search/fact-base.ts';
import type { ShortAnswer } from './answer.ts';
import type { AnsweringModels } from './answering-models.ts';
import { wholeList } from './enumeration.ts';
import { highlightFeatures } from './highlight.ts';
import type { Question } from './question.ts';
import type { Ranked } from './ranking/ranked.ts';
import { explanationIn } from './short-form.ts';
import { findDecidingWords } from './yes-no/deciding-words.ts';

/** The short answer in the best of the ranked sentences, sure or not; null where there is none. */
export function findShortAnswer(
  base: FactBase,
  question: Question,
  {
    ranked,
    models,
  }: { readonly ranked: readonly Ranked[]; readonly models: Pick<AnsweringModels, 'highlight' | 'vectors'> },
): ShortAnswer | null {
  const [best] = ranked;
  if (best === undefined) return null;
  const { text } = best.candidate.fact;
  const explanation = question.shortForm && explanationIn(text, question.shortForm);
  if (explanation !== null) return { span: explanation.span, probability: 1 };
  if (question.asksFor === 'abbreviation') return null;
  const span = best.reading?.span ?? null;
  if (question.asksFor === 'yes-no') {
    const deciding = findDecidingWords(base, question, {
      candidate: best.candidate,
      vectors: models.vectors,
    });
    // The reader was not taught such questions: what it points at counts as a guess, never as an answer.
    return deciding ?? (span && { span, probability: 0 });
  }
  if (span === null) return null;
  const probability =
    best.judged === null
      ? probabilityOf(models.highlight.score(highlightFeatures(question, ranked)))
      : // A product of two shares, one for each end, which are mostly right together.
        Math.sqrt(best.reading?.sureness ?? 0);
  return { span: asksForSeveral(question) ? wholeList(text, span) : span, probability };
}

/** “In which countries”, “who are”, “list the”: one of several would be half an answer. */
function asksForSeveral({ words }: Question): boolean {
  const text = words.map(({ folded }) => folded).join(' ');
  return /\b(?:what|which) (?:\p{L}+ ){0,2}\p{L}{3,}(?<!s)s\b|\b(?:who|what) (?:are|were)\b|^(?:list|name)\b(?! (?:one|an?)\b)/u.test(
    text,
  );
}
