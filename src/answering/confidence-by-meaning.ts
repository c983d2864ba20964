import type { Evidence } from './evidence.ts';
import { THRESHOLDS } from './outcome.ts';
import { probabilityOf } from './probability.ts';
import type { Question } from './question.ts';
import type { Judged } from './ranking/ranked.ts';

/**
 * A straight line over what is known of the best fact, fitted to the 270 questions of `natural`: the area under the ROC curve rises from .82
 * with the reader alone to .85, ten times refitted to nine tenths and measured on the rest.
 */
const LINE = { start: -9, answers: 0.46, found: 1.1, likeness: 10.3, unsaid: -0.34 } as const;
/** Questions in another language are less alike to what answers them: so much is added, for which four in five that are answered are right (a fifth of `xquad-ru`, `-de` and `-es`, asked of English articles). */
const OTHER_LANGUAGE = 1.5;
/** More words that are not said tell no more. */
const MOST_UNSAID = 4;

/** From these probabilities on a passage is shown as the closest one, and as the answer. */
const [CLOSEST_FROM, ANSWERED_FROM] = [0.4, 0.6];

/**
 * How sure it is, 0 to 1, that the passage around the best fact answers; on the scale of what words alone tell, so that the same thresholds hold
 * for both.
 */
export function confidenceByMeaning(
  { answers, found, likeness }: Pick<Judged, 'answers' | 'found' | 'likeness'>,
  { unsaid }: Pick<Evidence, 'unsaid'>,
  { isOtherLanguage }: Pick<Question, 'isOtherLanguage'>,
): number {
  return onScale(
    probabilityOf(
      LINE.start +
        (isOtherLanguage ? OTHER_LANGUAGE : 0) +
        LINE.answers * answers +
        LINE.found * found +
        LINE.likeness * likeness +
        LINE.unsaid * Math.min(MOST_UNSAID, unsaid.length),
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
