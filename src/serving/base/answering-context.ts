import type { FactVectors } from '../../answering/reading/fact-vectors.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import type { RecentAnswers } from './recent-answers.ts';
import type { TaughtAnswers } from './taught-answers.ts';

/** What answers in one place, inside the thread that answers. Immutable but for the answers that it remembers. */
export interface AnsweringContext {
  readonly base: FactBase;
  /** What its facts mean; null as long as that is not known, or where no encoder can run. */
  readonly meaning: FactVectors | null;
  /** Whether it is still being learned. */
  readonly isLearning: boolean;
  /** What this base has answered last. */
  readonly recent: RecentAnswers;
  /** What moderators have taught there; null for nothing. */
  readonly taught: TaughtAnswers | null;
  /** How sure of an answer the bot has to be there. */
  readonly strictness: Strictness;
  readonly refreshedAt: Date;
}

/** What is known at first of what the facts mean. */
export const INITIAL_MEANING = { meaning: null, isLearning: false } as const;

/** Whether a folded word is one that English or the articles know, and so no typo of another. */
export function knowsWord({ base }: Pick<AnsweringContext, 'base'>, folded: string): boolean {
  return isEnglishWord(folded) || base.knowsWord(folded);
}
