import type { Exchange } from '../../answering/follow-up/exchange.ts';

/** How many matches an answer brings by default. */
export const DEFAULT_LIMIT = 5;

export interface AskRequest {
  readonly question: string;
  /** How many matches to return, at least 1; `DEFAULT_LIMIT` unless given. */
  readonly limit?: number;
  /** The last exchange of the conversation, fresh enough for a follow-up to refer to; none unless given. */
  readonly conversation?: Exchange | null;
}
