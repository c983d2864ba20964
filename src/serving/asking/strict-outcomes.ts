import type { Answer } from '../../answering/question/answer.ts';
import { THRESHOLDS, type Thresholds } from '../../answering/verdict/outcome.ts';
import { SETTINGS, type Strictness } from '../../server-settings/settings-table.ts';
import type { AnsweringContext } from '../base/answering-context.ts';
import { ask } from './ask.ts';

/** What a question gets where the bot is this strict. */
export interface StrictOutcome extends Pick<Answer, 'outcome' | 'confidence'> {
  readonly strictness: Strictness;
  readonly thresholds: Thresholds;
}

/** Tells what a question gets at each strictness, the strictest first. */
export async function judgeAtEachStrictness(
  findContext: (strictness: Strictness) => AnsweringContext,
  question: string,
): Promise<readonly StrictOutcome[]> {
  const outcomes: StrictOutcome[] = [];
  for (const strictness of SETTINGS.strictness.choices) {
    const { outcome, confidence } = await ask(findContext(strictness), { question });
    outcomes.push({ strictness, thresholds: THRESHOLDS[strictness], outcome, confidence });
  }
  return outcomes;
}
