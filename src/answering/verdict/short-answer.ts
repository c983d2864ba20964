import type { Candidate } from '../../search/index/candidate.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { stem } from '../../text/words/stems.ts';
import { joinFolded, splitWords, type Word } from '../../text/words/words.ts';
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
/** A fact with more dates or numbers is a table or code, in which none stands out. */
const MAX_HELD = 50;

/** Finds the short answer in the best fact, however unsure. Returns null if there is none. */
export function findShortAnswer(question: Question, best: RankedCandidate): ShortAnswer | null {
  const { candidate, judgement } = best;
  const { text } = candidate.fact;
  const explanation = question.shortForm && findExplanation(text, question.shortForm);
  if (explanation !== null) return { span: explanation.span, probability: 1 };
  if (question.asksFor === 'abbreviation') return null;
  const pointedAt = judgement === null ? findNearestDetail(question, text) : toShortAnswer(judgement);
  if (question.asksFor === 'yes-no') {
    const deciding = findDecidingWords(question, candidate);
    // The reader was not trained on such questions: what it points at counts as a guess, never as an answer.
    return deciding ?? (pointedAt && { ...pointedAt, probability: 0 });
  }
  if (pointedAt === null) return null;
  return asksForSeveral(question) ? { ...pointedAt, span: widenToList(text, pointedAt.span) } : pointedAt;
}

function toShortAnswer({ span, spanProbability }: CandidateJudgement): ShortAnswer | null {
  // The probability is a product of two, one for each end, which are mostly right together.
  return span && { span, probability: Math.sqrt(spanProbability) };
}

/**
 * Finds the only date, number or name of the kind asked for. Of several it takes the one nearest to a word of the question, as a guess
 * that is not shown.
 */
function findNearestDetail(question: Question, text: string): ShortAnswer | null {
  const held = findAnswerSpans(question, text) ?? [];
  const questionStems = new Set(question.terms.map((term) => term.stem));
  const said = splitWords(text).filter(({ folded }) => questionStems.has(stem(folded)));
  const [nearest] = held
    .slice(0, MAX_HELD)
    .map((span) => ({ span, distance: measureDistance(said, span) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined ? null : { span: nearest.span, probability: held.length === 1 ? ONLY_ONE : 0 };
}

/** Measures how many characters separate a span from the nearest of these words; negative if they overlap. */
function measureDistance(words: readonly Word[], { start, end }: Span): number {
  return words.reduce(
    (least, word) => Math.min(least, Math.max(word.start - end, start - word.end)),
    Number.MAX_SAFE_INTEGER,
  );
}

/** Returns whether a question asks for several things: “in which countries”, “who are”, “list the”. One of them would be half an answer. */
function asksForSeveral({ words }: Question): boolean {
  const text = joinFolded(words);
  return /\b(?:what|which) (?:\p{L}+ ){0,2}\p{L}{3,}(?<!s)s\b|\b(?:who|what) (?:are|were)\b|^(?:list|name)\b(?! (?:one|an?)\b)/u.test(
    text,
  );
}

/** The answers to these stand for themselves, whatever else the sentence denies. */
const FIGURES: readonly AnswerType[] = ['date', 'number', 'amount'];
/** No few words answer these, nor, below, what a whole list answers. */
const NEEDS_WHOLE: readonly AnswerType[] = ['manner', 'reason'];
const WHOLE_LISTS: readonly AnswerType[] = ['things', 'statement'];
const LISTS: readonly Evidence['kind'][] = ['list', 'steps', 'code'];

/** The fact that holds a short answer, and the kind of the passage around it. */
interface AnswerContext {
  readonly candidate: Pick<Candidate, 'fact' | 'article'>;
  readonly kind: Evidence['kind'];
}

/**
 * Selects the short answer to show, with the whole of a host name, path or time. Returns null if it would say less than the passage, or
 * the opposite.
 */
export function selectShownAnswer(
  { asksFor }: Pick<Question, 'asksFor'>,
  short: ShortAnswer,
  { candidate, kind }: AnswerContext,
): Span | null {
  const { fact, article } = candidate;
  const isHeader = article.paragraphs[fact.paragraph - 1]?.kind === 'head';
  const isPart = NEEDS_WHOLE.includes(asksFor) || (WHOLE_LISTS.includes(asksFor) && LISTS.includes(kind));
  if (!isWorthShowing(short.probability) || isHeader || isPart) return null;
  const span = extendToTokens(fact.text, short.span);
  return span === null || (!FIGURES.includes(asksFor) && losesNegation(fact.text, span)) ? null : span;
}

/** Returns whether a span loses the denial around it: “Never download mods from there” without “never” says the opposite. */
function losesNegation(text: string, { start, end }: Span): boolean {
  return denies(`${text.slice(0, start)} ${text.slice(end)}`) && !denies(text.slice(start, end));
}

/**
 * A character of a host name, a path, an `@name` or a `/command`. Excludes scripts without spaces, brackets and
 * quotes.
 */
const SIGN = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}._@/\\~=#&+%:$-]/u;
/** A sign inside or before a token distinguishes it from a word. */
const TOKEN = /^[@/\\#~.$][\p{L}\p{N}]|[\p{L}\p{N}][._@/\\~=#&+%:]+[\p{L}\p{N}]/u;
/** A range of times. Either time may be the answer. */
const RANGE = /^\d{1,2}:\d\d[-–]\d/;
/** Longer tokens would highlight a whole line. */
const MAX_TOKEN_CHARS = 100;

/**
 * Extends a span that would divide a token such as `play.example.org`, `04:00`, `@name` or `/command`. Returns null
 * if a token is very long.
 */
export function extendToTokens(text: string, { start, end }: Span): Span | null {
  const [first, last] = [findTokenAround(text, start), findTokenAround(text, end)];
  if (first === null || last === null) return null;
  return {
    start: first.start < start && start < first.end ? first.start : start,
    end: last.start < end && end < last.end ? last.end : end,
  };
}

/** Finds the token around a position; empty where there is none, null where it is very long. */
function findTokenAround(text: string, at: number): Span | null {
  let [start, end] = [at, at];
  while (start > 0 && at - start <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - at <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(end))) end += 1;
  while (end > start && '.:-'.includes(text.charAt(end - 1))) end -= 1;
  const token = text.slice(start, end);
  if (!TOKEN.test(token) || RANGE.test(token)) return { start: at, end: at };
  return end - start > MAX_TOKEN_CHARS ? null : { start, end };
}
