import type { Answer, Reason } from '../answering/question/answer.ts';
import type { Fact } from '../knowledge/article/article.ts';
import type { Match } from '../search/index/candidate.ts';
import { shorten, toPrintable } from '../text/layout/printable.ts';
import type { ConfidenceLevel, Texts } from './kit/texts.ts';

/** Of 1,400 questions of `squad11-dev` 86 in 100 answers from here on are right, and 66 below. */
const HIGH_FROM = 0.9;

/** Classifies the confidence in an answer. Everything below `good` is shown as the closest passage. */
export function classifyConfidence({
  confidence,
  outcome,
}: Pick<Answer, 'confidence' | 'outcome'>): ConfidenceLevel {
  if (outcome !== 'answered') return 'low';
  return confidence >= HIGH_FROM ? 'high' : 'good';
}

/** Describes the confidence and its reason: `good: the passage …`. If the reason contradicts the outcome: `low, but the passage …`. */
export function describeConfidence(
  answer: Pick<Answer, 'confidence' | 'outcome' | 'reason'>,
  texts: Texts,
): string {
  const { outcome, reason } = answer;
  const level = texts.confidence[classifyConfidence(answer)];
  const isFor = ['said', 'taught'].includes(reason.kind) === (outcome === 'answered');
  return (isFor ? texts.confidence.because : texts.confidence.despite)({
    level,
    why: describeReason(reason, texts),
  });
}

/** The location of a fact, in two parts because only the first may be cut to fit. */
export interface LocationText {
  /** `file.md › Chapter › Section` */
  readonly within: string;
  /** `paragraph 9, sentence 2` */
  readonly sentence: string;
}

/** Describes the location of a fact for people. */
export function describeLocation(
  { path, headings, paragraph, sentence }: Fact,
  { source }: Pick<Texts, 'source'>,
): LocationText {
  return { within: [path, ...headings].join(' › '), sentence: source.location({ paragraph, sentence }) };
}

/**
 * Lists the title of an article and the headings above a fact, outermost first, without control characters. Returns the path if all of
 * them are blank, so the list is never empty.
 */
export function listSectionNames({ fact, article }: Pick<Match, 'fact' | 'article'>): readonly string[] {
  const names = [article.title, ...fact.headings].map((name) => toPrintable(name).trim());
  const shown = names.filter((name) => name !== '');
  return shown.length === 0 ? [fact.path] : shown;
}

/** The longest English words have about 45 letters, German ones hardly more. */
const MAX_WORD_CHARS = 50;
const MAX_LONG_FORM_CHARS = 150;

/** Describes the reason of an outcome, as the end of a sentence. It quotes the question: escape it. */
export function describeReason(
  reason: Reason,
  { reasons, quoting }: Pick<Texts, 'reasons' | 'quoting'>,
): string {
  switch (reason.kind) {
    case 'not-mentioned':
    case 'partly-said':
      return reasons[reason.kind]({ words: quoteWords(reason.words, quoting) });
    case 'no-such-detail':
      return reasons['no-such-detail'][reason.asksFor];
    case 'not-spelt-out': {
      const short = quoting.quoted({ text: shorten(reason.short, MAX_WORD_CHARS) });
      const long = quoting.quoted({ text: shorten(reason.long, MAX_LONG_FORM_CHARS) });
      return reasons['not-spelt-out']({ short, long });
    }
    default:
      return reasons[reason.kind];
  }
}

/** Quotes at most three words and cuts long ones, so that a hostile question does not fill the screen. */
export function quoteWords(words: readonly string[], quoting: Texts['quoting']): string {
  const [first = '', second, third, ...others] = words.map((word) =>
    quoting.quoted({ text: shorten(word, MAX_WORD_CHARS) }),
  );
  if (second === undefined) return first;
  if (third === undefined) return quoting.two({ first, second });
  return (others.length === 0 ? quoting.three : quoting.more)({ first, second, third });
}
