import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { FoundPassage } from '../../serving/asking/found-passages.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Store } from '../../store/open-store.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';

interface MoreMatchesRequest extends AnswerRef {
  /** At least 1. */
  readonly limit: number;
  /** What the member who looks may read. */
  readonly readers: ReaderAccess;
}

export interface MoreMatches {
  /** Best first, without the passage that was shown as the answer. */
  readonly found: readonly FoundPassage[];
}

/**
 * Finds other passages for a recorded question in the articles as they are now. Anyone who sees the answer
 * may look, and finds what they may read.
 *
 * @throws {UserFacingError} `answer-forgotten`, `not-kept`, `took-too-long`
 */
export async function findMoreMatches(
  knowledge: Pick<KnowledgeService, 'run'>,
  store: Store,
  { limit, readers, ...ref }: MoreMatchesRequest,
): Promise<MoreMatches> {
  const { question, understoodAs, factId } = await findAsked(store, ref);
  const request = { question: understoodAs ?? question, limit: limit + 1 };
  const { found } = await knowledge.run(ref.guildId, 'ask', request, readers);
  const others = found.filter(({ fact, passage }) => ![fact.id, ...passage.factIds].includes(factId ?? ''));
  return { found: others.slice(0, limit) };
}
