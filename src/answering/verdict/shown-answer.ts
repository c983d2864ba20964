import type { Candidate } from '../../search/index/candidate.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { extendToTokens } from '../../text/sentences/whole-tokens.ts';
import type { ShortAnswer } from '../question/answer.ts';
import type { AnswerType } from '../question/answer-type.ts';
import { denies } from '../question/polarity.ts';
import type { Evidence } from './evidence.ts';
import { isWorthShowing } from './outcome.ts';

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
