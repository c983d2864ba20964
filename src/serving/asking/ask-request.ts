import type { Exchange } from '../../answering/follow-up/exchange.ts';

/** How many matches an answer brings unless told. */
export const DEFAULT_LIMIT = 5;

export interface AskRequest {
  readonly question: string;
  /** How many matches to bring, at least 1; `DEFAULT_LIMIT` unless told. */
  readonly limit?: number;
  /** What was asked and answered before, and is fresh enough to be leant on; nothing unless given. */
  readonly conversation?: Exchange | null;
}
