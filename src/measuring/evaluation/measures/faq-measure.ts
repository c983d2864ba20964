import type { Outcome } from '../../../answering/question/answer.ts';
import { findShown, type Response, type Shown } from '../../contenders/contender.ts';
import { computeMean, computeQuantile } from '../../kit/statistics.ts';
import { computeCoverage, normaliseText } from '../../kit/word-overlap.ts';
import type { FaqQuestion } from '../formats/faq-set.ts';
import { removeMarks } from '../formats/marked-lines.ts';

/** One question of a set of FAQ files with its result. */
export interface FaqMeasurement {
  readonly question: FaqQuestion;
  /** Null from a peer. */
  readonly outcome: Outcome | null;
  readonly shown: Shown | null;
  /** Whether the shown text comes from the section that answers. */
  readonly isRight: boolean;
  readonly tookMs: number;
}

/** The figures of a set of FAQ files. Shares run from 0 to 1, or null if there is no such question, or a peer does not judge it. */
export interface FaqSummary {
  readonly files: number;
  readonly loaded: number;
  readonly own: PhrasingFigures;
  readonly reworded: PhrasingFigures;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The figures of questions in the words of the headings, or in other words. */
interface PhrasingFigures {
  readonly questions: number;
  /** Share for which the section that answers is shown as the answer or as the closest passage, and share as the answer. */
  readonly shownRightly: number | null;
  readonly answeredRightly: number | null;
}

/** Share of the shown text that must be in the section. Below 1, because different reading of markup leaves a little out. */
const MIN_SHARE_SHOWN = 0.8;
/** Or the share of the section that must be shown. */
const MIN_SHARE_OF_SECTION = 0.5;

export function measureFaq(
  question: FaqQuestion,
  { response, tookMs }: { readonly response: Response; readonly tookMs: number },
): FaqMeasurement {
  const shown = findShown(response);
  const isRight = shown !== null && isOfSection(shown.text, question);
  return { question, outcome: response.verdict?.outcome ?? null, shown, isRight, tookMs };
}

/**
 * Returns whether a text is in a section, or holds most of it. Compares pairs of consecutive words. The heading may be in the text too, but does not count.
 */
function isOfSection(text: string, { heading, section }: FaqQuestion): boolean {
  const shown = text.split('\n').flatMap(listWordPairs);
  const asked = new Set(listWordPairs(heading));
  const own = shown.filter((pair) => !asked.has(pair));
  const wanted = listWordPairs(removeMarks(section));
  // The shown text may include addresses of links and lines of one word.
  const held = [...wanted, ...listWordPairs(section), ...listWords(section)];
  return (
    computeCoverage(own, held) >= MIN_SHARE_SHOWN || computeCoverage(wanted, shown) >= MIN_SHARE_OF_SECTION
  );
}

/** Returns each word with the next one; a single word by itself. */
function listWordPairs(text: string): readonly string[] {
  const words = listWords(text);
  return words.length < 2 ? words : words.slice(1).map((word, before) => `${words[before]} ${word}`);
}

function listWords(text: string): readonly string[] {
  return normaliseText(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Sums up the measurements of one set. `counts` says how many of its files could be read. */
export function summariseFaq(
  all: readonly FaqMeasurement[],
  counts: Pick<FaqSummary, 'files' | 'loaded'>,
): FaqSummary {
  const times = all.map(({ tookMs }) => tookMs);
  return {
    ...counts,
    own: summarisePhrasings(all.filter(({ question }) => !question.isReworded)),
    reworded: summarisePhrasings(all.filter(({ question }) => question.isReworded)),
    p50Ms: computeQuantile(times, 0.5),
    p99Ms: computeQuantile(times, 0.99),
  };
}

function summarisePhrasings(all: readonly FaqMeasurement[]): PhrasingFigures {
  const judged = all.filter(({ outcome }) => outcome !== null);
  return {
    questions: all.length,
    shownRightly: computeMean(all, ({ isRight }) => isRight),
    answeredRightly: computeMean(judged, ({ isRight, outcome }) => isRight && outcome === 'answered'),
  };
}
