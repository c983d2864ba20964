import { THRESHOLDS } from './outcome.ts';
import { probabilityOf } from './probability.ts';
import type { Question } from './question.ts';

/**
 * A straight line over what is known of the best fact, fitted to the 270 questions of `natural`: the area under the ROC curve rises from .82
 * with the reader alone to .86, thirty times refitted to nine tenths and measured on the rest.
 */
const LINE = { start: -8.6, answers: 0.31, likeness: 12.2, unsaid: -0.38, lead: 0.24 } as const;
/** Questions in another language are less alike to what answers them: so much is added, for which four in five that are answered are right (a fifth of `xquad-ru`, `-de` and `-es`, asked of English articles). */
const OTHER_LANGUAGE = 1;
/** More words that are not said, and a longer lead, tell no more. */
const MOST = { unsaid: 4, lead: 6 } as const;

/** From these probabilities on a passage is shown as the closest one, and as the answer. */
const [CLOSEST_FROM, ANSWERED_FROM] = [0.4, 0.6];

/** What is known of the best fact. */
interface Known {
  /** The reader's logit that it answers. */
  readonly answers: number;
  /** The cosine of its vector and the question's: at most 1. */
  readonly likeness: number;
  /** How many words of the question neither it nor what stands around it says. */
  readonly unsaid: number;
  /** By how much its score exceeds that of the next one that was read. */
  readonly lead: number;
}

/**
 * How sure it is, 0 to 1, that the passage around the best fact answers; on the scale of what words alone tell, so that the same thresholds hold
 * for both.
 */
export function confidenceByMeaning(
  { isOtherLanguage }: Pick<Question, 'isOtherLanguage'>,
  { answers, likeness, unsaid, lead }: Known,
): number {
  return onScale(
    probabilityOf(
      LINE.start +
        (isOtherLanguage ? OTHER_LANGUAGE : 0) +
        LINE.answers * answers +
        LINE.likeness * likeness +
        LINE.unsaid * Math.min(MOST.unsaid, unsaid) +
        LINE.lead * Math.min(MOST.lead, lead),
    ),
  );
}

/** Straight between the thresholds. */
function onScale(probability: number): number {
  const { unsure, answered } = THRESHOLDS.balanced;
  const points: readonly (readonly [from: number, to: number])[] = [
    [0, 0],
    [CLOSEST_FROM, unsure],
    [ANSWERED_FROM, answered],
    [1, 1],
  ];
  const next = points.findIndex(([from], place) => place > 0 && probability <= from);
  const [[lowFrom, lowTo], [highFrom, highTo]] = [points[next - 1] ?? [0, 0], points[next] ?? [1, 1]];
  return lowTo + ((probability - lowFrom) / (highFrom - lowFrom)) * (highTo - lowTo);
}
