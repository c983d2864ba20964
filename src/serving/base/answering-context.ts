import type { FactVectors } from '../../answering/reading/fact-vectors.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import type { HiddenArticles } from './readable-bases.ts';
import type { RecentAnswers } from './recent-answers.ts';
import type { TaughtAnswers } from './taught-answers.ts';

/**
 * What answers for one scope, inside an answering thread. Immutable but for the answers that it remembers.
 */
export interface AnsweringContext {
  /** Holds only what the readers of this scope may read. */
  readonly base: FactBase;
  /** The articles that they may not read; null where there are none. */
  readonly hidden: HiddenArticles | null;
  /** The vectors of its facts; null until they are known, or where no encoder can run. */
  readonly vectors: FactVectors | null;
  /** Whether the encoders are still embedding its facts. */
  readonly isLearning: boolean;
  /** The last answers of this base. */
  readonly recent: RecentAnswers;
  /** The taught answers of the server, or null for none. */
  readonly taught: TaughtAnswers | null;
  /** How sure of an answer the bot has to be. */
  readonly strictness: Strictness;
  readonly refreshedAt: Date;
}

/** The state before the facts have vectors. */
export const WITHOUT_VECTORS = { vectors: null, isLearning: false } as const;

/** Returns whether English or the articles know a folded word, which is then no typo of another. */
export function knowsWord({ base }: Pick<AnsweringContext, 'base'>, folded: string): boolean {
  return isEnglishWord(folded) || base.knowsWord(folded);
}
