import type { Match } from '../search/candidate.ts';
import type { Store } from '../store/open-store.ts';
import { ask } from './ask.ts';
import { type AnswerRef, findAsked } from './kept.ts';
import type { ServedKnowledge } from './served-knowledge.ts';
import { refused } from './user-facing-error.ts';

export interface ChoiceRequest extends AnswerRef {
  readonly factId: string;
  readonly chooserId: string;
  readonly isModerator: boolean;
  /** How the asker is called where the refusal will stand. */
  readonly nameOf: (askerId: string) => string;
}

export interface Choice {
  /** As it was asked. */
  readonly question: string;
  readonly chosen: Match;
  /** All that can be chosen: the best match and its rivals, as the articles stand now. */
  readonly matches: readonly Match[];
  readonly refreshedAt: Date;
}

/**
 * Picks one of the matches that answer about as well, for who asked, or a moderator.
 *
 * @throws {UserFacingError} `not-yours`, `passage-gone`, `answer-forgotten`, `not-kept`
 */
export async function chooseMatch(
  knowledge: ServedKnowledge,
  store: Store,
  { factId, chooserId, isModerator, nameOf, ...ref }: ChoiceRequest,
): Promise<Choice> {
  const { askerId, question, understoodAs } = await findAsked(store, ref);
  if (chooserId !== askerId && !isModerator) throw refused({ kind: 'not-yours', owner: nameOf(askerId) });
  const { matches: found, rivals, refreshedAt } = ask(knowledge, { question: understoodAs ?? question });
  const matches = [...found.slice(0, 1), ...rivals];
  const chosen = matches.find(({ fact }) => fact.id === factId);
  if (chosen === undefined) throw refused({ kind: 'passage-gone' });
  return { question, chosen, matches, refreshedAt };
}
