import type { Answer, Reason } from '../answering/answer.ts';
import type { Detail } from '../answering/asked-for.ts';
import type { Fact, Problem } from '../knowledge/article.ts';
import { shorten } from '../text/shorten.ts';

const DETAIL_WORDS: Readonly<Record<Detail, string>> = {
  date: 'no date',
  number: 'no number',
  amount: 'no amount',
  person: 'no person',
  place: 'no place',
};

/** Of the answers above this, nine in ten are right on `squad11-dev`. */
const HIGH_FROM = 0.6;
/** The longest English words have about 45 letters. */
const MAX_WORD_CHARS = 50;

/** Why an answer came out as it did, in one plain sentence without a full stop; words of the asker stand in “…”. */
export function explainReason(reason: Reason): string {
  switch (reason.kind) {
    case 'no-question':
      return 'there is no question in it';
    case 'small-talk':
      return 'what is said in passing needs no source';
    case 'not-mentioned':
      return `no article mentions ${quoteWords(reason.words)}`;
    case 'nothing-close':
      return 'no passage comes close enough to the question';
    case 'partly-said':
      return `the passage does not say ${quoteWords(reason.words)}`;
    case 'no-such-detail':
      return `the passage gives ${DETAIL_WORDS[reason.asksFor]}`;
    case 'said':
      return 'the passage holds the words of the question';
  }
}

/** How sure the bot is of an answer, in words. Between `good` and `low` an answer becomes the closest passage. */
export function confidenceInWords({ confidence, outcome }: Pick<Answer, 'confidence' | 'outcome'>): string {
  if (outcome !== 'answered') return 'low';
  return confidence >= HIGH_FROM ? 'high' : 'good';
}

/** The exact place of a fact, in two parts because only the first may be cut where room is short. */
export interface PlaceInWords {
  /** `file.md › Chapter › Section` */
  readonly within: string;
  /** `paragraph 9, sentence 2` */
  readonly sentence: string;
}

/** Where a fact stands, as people read it. */
export function placeInWords({ path, headings, paragraph, sentence }: Fact): PlaceInWords {
  return {
    within: [path, ...headings].join(' › '),
    sentence: `paragraph ${paragraph}, sentence ${sentence}`,
  };
}

/** A problem with its place, what is wrong, and what to do: `a.md:3: There is no title. Add one.` */
export function problemInWords({ path, line, message, remedy }: Problem): string {
  return `${line === null ? path : `${path}:${line}`}: ${message} ${remedy}`;
}

/** A number with its noun: `1 fact`, `2 facts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** At most three words, cut where they are endless, so that a hostile question does not fill the screen. */
function quoteWords(words: readonly string[]): string {
  const shown = words.slice(0, 3).map((word) => `“${shorten(word, MAX_WORD_CHARS)}”`);
  return words.length > 3 ? `${shown.join(', ')} and more` : shown.join(' or ');
}
