import type { Outcome } from '../../../answering/question/answer.ts';
import type { Response } from '../../contenders/contender.ts';
import { mean, quantile } from '../../kit/averages.ts';
import { normalised, sharedPart } from '../../kit/word-overlap.ts';
import type { FaqQuestion } from '../formats/faq-set.ts';
import { withoutMarks } from '../formats/without-marks.ts';
import { type Shown, shownBy } from './shown.ts';

/** One question of a set of FAQ files with what came of it. */
export interface FaqMeasurement {
  readonly question: FaqQuestion;
  /** Null from a peer. */
  readonly outcome: Outcome | null;
  readonly shown: Shown | null;
  /** Whether what is shown is of the section that answers. */
  readonly isRight: boolean;
  readonly tookMs: number;
}

/** The figures of a set of FAQ files. Shares run from 0 to 1; null where there is no such question, or a peer says nothing. */
export interface FaqSummary {
  readonly files: number;
  readonly loaded: number;
  readonly own: WordingFigures;
  readonly reworded: WordingFigures;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Of questions in the words of the headings, or of those in other words. */
interface WordingFigures {
  readonly questions: number;
  /** The section that answers is shown, as the answer or as the closest passage; and as the answer. */
  readonly shownRightly: number | null;
  readonly answeredRightly: number | null;
}

/** So much of what is shown stands in the section: marks that are read otherwise leave a little out. */
const STANDS_IN = 0.8;
const MOST = 0.5;

export function measureFaq(
  question: FaqQuestion,
  { response, tookMs }: { readonly response: Response; readonly tookMs: number },
): FaqMeasurement {
  const shown = shownBy(response);
  const isRight = shown !== null && isOfSection(shown.text, question);
  return { question, outcome: response.verdict?.outcome ?? null, shown, isRight, tookMs };
}

/**
 * Whether a text stands in a section, or holds most of it: told by the words that follow each other in both. The heading may stand in the text
 * too, and is not enough.
 */
function isOfSection(text: string, { heading, section }: FaqQuestion): boolean {
  const shown = text.split('\n').flatMap(wordPairs);
  const asked = new Set(wordPairs(heading));
  const told = shown.filter((pair) => !asked.has(pair));
  const wanted = wordPairs(withoutMarks(section));
  // What is shown may have the addresses of links, and lines of one word.
  const held = [...wanted, ...wordPairs(section), ...wordsOf(section)];
  return sharedPart(told, held) >= STANDS_IN || sharedPart(wanted, shown) >= MOST;
}

/** Each word with the one behind it; a single word by itself. */
function wordPairs(text: string): readonly string[] {
  const words = wordsOf(text);
  return words.length < 2 ? words : words.slice(1).map((word, before) => `${words[before]} ${word}`);
}

function wordsOf(text: string): readonly string[] {
  return normalised(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Sums up the measurements of one set, of whose files so many could be read. */
export function summariseFaq(
  all: readonly FaqMeasurement[],
  counts: Pick<FaqSummary, 'files' | 'loaded'>,
): FaqSummary {
  const times = all.map(({ tookMs }) => tookMs);
  return {
    ...counts,
    own: figuresOf(all.filter(({ question }) => !question.isReworded)),
    reworded: figuresOf(all.filter(({ question }) => question.isReworded)),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

function figuresOf(all: readonly FaqMeasurement[]): WordingFigures {
  const judged = all.filter(({ outcome }) => outcome !== null);
  return {
    questions: all.length,
    shownRightly: mean(all, ({ isRight }) => isRight),
    answeredRightly: mean(judged, ({ isRight, outcome }) => isRight && outcome === 'answered'),
  };
}
