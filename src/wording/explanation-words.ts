import type { ExplainedMatch, ExplainedWord, Explanation } from '../answering/explain.ts';
import type { Answer } from '../answering/question/answer.ts';
import { joinLead, type LedText } from '../text/layout/printable.ts';
import { describeReason } from './answer-words.ts';
import type { Texts } from './kit/texts.ts';

/** The parts of an explanation as lines of plain text. They may quote the question and the articles: escape them. */
export interface ExplanationText {
  /** How the bot understood the question. */
  readonly read: readonly string[];
  readonly outcome: string;
  readonly reason: string;
  /** How sure the bot was, and how sure it has to be. */
  readonly confidence: string;
  /** The matches, best first. */
  readonly matches: readonly MatchText[];
}

interface MatchText {
  /** The title of the article and the headings above the fact. */
  readonly location: string;
  /** The text of the match, after its lead. */
  readonly quote: string;
  /** The scores of the match. */
  readonly why: string;
}

/** An explanation with the text of each match. */
interface Explained extends Omit<Explanation, 'matches'> {
  readonly matches: readonly (ExplainedMatch & { readonly words: LedText })[];
}

const MAX_QUOTE_CHARS = 300;

/** Describes for people why the bot answered a question as it did. */
export function describeExplanation(
  answer: Pick<Answer, 'outcome' | 'confidence' | 'reason'>,
  { asksFor, readAs, words, matches, thresholds }: Explained,
  texts: Texts,
): ExplanationText {
  const { explain } = texts;
  return {
    read: [
      ...(readAs === null ? [] : [texts.answer.readAs({ question: readAs })]),
      explain.asksFor({ kind: explain.kinds[asksFor] }),
      ...words.map((word) => describeWord(word, texts)),
    ],
    outcome: explain.outcomes[answer.outcome],
    reason: describeReason(answer.reason, texts),
    confidence: explain.confidence({
      confidence: formatPercent(answer.confidence),
      answeredFrom: formatPercent(thresholds.answered),
      closestFrom: formatPercent(thresholds.unsure),
    }),
    matches: matches.map((match) => ({
      location: [match.article.title, ...match.fact.headings].join(' › '),
      quote: joinLead(match.words, MAX_QUOTE_CHARS),
      why: describeScore(match, texts),
    })),
  };
}

function describeWord({ typed, kind, folded, weight }: ExplainedWord, { explain }: Texts): string {
  switch (kind) {
    case 'known':
      return explain.known({ word: typed, weight: formatRounded(weight) });
    case 'corrected':
      return explain.corrected({ word: typed, to: folded, weight: formatRounded(weight) });
    case 'missing':
      return explain.missing({ word: typed });
  }
}

function describeScore({ score, index, reading, unsaid }: ExplainedMatch, { explain }: Texts): string {
  const { own, before, after, paragraph, title } = index;
  const parts = [
    explain.score({ share: formatPercent(score) }),
    explain.index({ all: formatRounded(index.score), sentence: formatRounded(own) }),
    explain.around({
      neighbours: formatRounded(before + after),
      paragraph: formatRounded(paragraph),
      title: formatRounded(title),
    }),
    reading === null ? explain.unread : explain.reading({ margin: formatRounded(reading) }),
    ...(unsaid.length === 0 ? [] : [explain.unsaid({ words: unsaid.join(', ') })]),
  ];
  return parts.join(' · ');
}

/** Formats a share as a percentage. A no-break space keeps the number and its sign on one line. */
function formatPercent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

function formatRounded(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1);
}
