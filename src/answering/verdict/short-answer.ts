import type { Candidate } from '../../search/index/candidate.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { extendToTokens } from '../../text/sentences/whole-tokens.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords, type Word } from '../../text/words/words.ts';
import type { ShortAnswer } from '../question/answer.ts';
import { findAnswerSpans } from '../question/answer-spans.ts';
import type { AnswerType } from '../question/answer-type.ts';
import { widenToList } from '../question/enumeration.ts';
import { denies } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import { findExplanation } from '../question/short-form.ts';
import type { CandidateJudgement, RankedCandidate } from '../ranking/ranked-candidate.ts';
import { findDecidingWords } from '../yes-no/deciding-words.ts';
import type { Evidence } from './evidence.ts';
import { isWorthShowing } from './outcome.ts';

/** The share of questions for which the only candidate is right (84 % on `xquad-en`), rounded down. */
const ONLY_ONE = 0.8;
/** A fact with more dates or numbers is a table or code, of which none stands out. */
const MOST_HELD = 50;

/** The short answer in the best fact, sure or not; null where there is none. */
export function findShortAnswer(question: Question, best: RankedCandidate): ShortAnswer | null {
  const { candidate, judgement } = best;
  const { text } = candidate.fact;
  const explanation = question.shortForm && findExplanation(text, question.shortForm);
  if (explanation !== null) return { span: explanation.span, probability: 1 };
  if (question.asksFor === 'abbreviation') return null;
  const pointedAt = judgement === null ? findNearestDetail(question, text) : toShortAnswer(judgement);
  if (question.asksFor === 'yes-no') {
    const deciding = findDecidingWords(question, candidate);
    // The reader was not taught such questions: what it points at counts as a guess, never as an answer.
    return deciding ?? (pointedAt && { ...pointedAt, probability: 0 });
  }
  if (pointedAt === null) return null;
  return asksForSeveral(question) ? { ...pointedAt, span: widenToList(text, pointedAt.span) } : pointedAt;
}

function toShortAnswer({ span, spanProbability }: CandidateJudgement): ShortAnswer | null {
  // A product of two shares, one for each end, which are mostly right together.
  return span && { span, probability: Math.sqrt(spanProbability) };
}

/** The only date, number or name of the kind that is asked for; of several the one nearest to a word of the question, as a guess that is not shown. */
function findNearestDetail(question: Question, text: string): ShortAnswer | null {
  const held = findAnswerSpans(question, text) ?? [];
  const asked = new Set(question.terms.map((term) => term.stem));
  const said = splitWords(text).filter(({ folded }) => asked.has(stem(folded)));
  const [nearest] = held
    .slice(0, MOST_HELD)
    .map((span) => ({ span, distance: measureDistance(said, span) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined ? null : { span: nearest.span, probability: held.length === 1 ? ONLY_ONE : 0 };
}

/** How many characters lie between a stretch and the nearest of these words; none where it is one of them. */
function measureDistance(words: readonly Word[], { start, end }: Span): number {
  return words.reduce(
    (least, word) => Math.min(least, Math.max(word.start - end, start - word.end)),
    Number.MAX_SAFE_INTEGER,
  );
}

/** “In which countries”, “who are”, “list the”: one of several would be half an answer. */
function asksForSeveral({ words }: Question): boolean {
  const text = words.map(({ folded }) => folded).join(' ');
  return /\b(?:what|which) (?:\p{L}+ ){0,2}\p{L}{3,}(?<!s)s\b|\b(?:who|what) (?:are|were)\b|^(?:list|name)\b(?! (?:one|an?)\b)/u.test(
    text,
  );
}

/** What answers these stands for itself, whatever else the sentence denies. */
const FIGURES: readonly AnswerType[] = ['date', 'number', 'amount'];
/** No few words answer these, nor what a whole list answers. */
const NEEDS_WHOLE: readonly AnswerType[] = ['manner', 'reason'];
const WHOLE_LISTS: readonly AnswerType[] = ['things', 'statement'];
const LISTS: readonly Evidence['kind'][] = ['list', 'steps', 'code'];

/** What is known of the fact that a short answer stands in. */
interface AnswerContext {
  readonly candidate: Pick<Candidate, 'fact' | 'article'>;
  readonly asksFor: AnswerType;
  readonly kind: Evidence['kind'];
}

/** The short answer as a person is shown it, with the whole of a host name, path or time; null where it would say less than the passage, or the opposite. */
export function selectShownAnswer(
  short: ShortAnswer,
  { candidate, asksFor, kind }: AnswerContext,
): Span | null {
  const { fact, article } = candidate;
  const isHeader = article.paragraphs[fact.paragraph - 1]?.kind === 'head';
  const isPart = NEEDS_WHOLE.includes(asksFor) || (WHOLE_LISTS.includes(asksFor) && LISTS.includes(kind));
  if (!isWorthShowing(short.probability) || isHeader || isPart) return null;
  const span = extendToTokens(fact.text, short.span);
  return span === null || (!FIGURES.includes(asksFor) && losesDenial(fact.text, span)) ? null : span;
}

/** “Never download mods from there”: without “never” the rest says the opposite. */
function losesDenial(text: string, { start, end }: Span): boolean {
  return denies(`${text.slice(0, start)} ${text.slice(end)}`) && !denies(text.slice(start, end));
}
