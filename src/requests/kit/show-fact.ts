import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Surroundings } from '../../serving/asking/surroundings.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Store } from '../../store/open-store.ts';
import { type AnswerRef, findAsked } from './find-asked.ts';
import { createRefusal } from './user-facing-error.ts';

/**
 * Builds the passage that shows a fact for a question, from the articles that answer in a server, outside
 * servers where null. Anyone may see it.
 *
 * @throws {UserFacingError} `passage-gone` where the articles no longer hold it
 */
export async function showFact(
  knowledge: Pick<KnowledgeService, 'run'>,
  guildId: string | null,
  wanted: { readonly factId: string; readonly question: string },
): Promise<ShownFact> {
  const shown = await knowledge.run(guildId, 'showFact', wanted);
  if (shown === null) throw createRefusal({ kind: 'passage-gone' });
  return shown;
}

/**
 * Builds the passage that shows a fact for a recorded question, as the question was understood. Anyone who
 * sees the answer may look.
 *
 * @throws {UserFacingError} `answer-forgotten`, `not-kept`, `passage-gone`
 */
export async function showFactOfAnswer(
  knowledge: Pick<KnowledgeService, 'run'>,
  store: Store,
  { factId, ...ref }: AnswerRef & { readonly factId: string },
): Promise<ShownFact> {
  const { question, understoodAs } = await findAsked(store, ref);
  return showFact(knowledge, ref.guildId, { factId, question: understoodAs ?? question });
}

/**
 * Locates a fact in the articles that answer in a server, outside servers where null. Anyone may see it.
 *
 * @throws {UserFacingError} `passage-gone` where the articles no longer hold it
 */
export async function findSurroundings(
  knowledge: Pick<KnowledgeService, 'run'>,
  guildId: string | null,
  factId: string,
): Promise<Surroundings> {
  const found = await knowledge.run(guildId, 'findSurroundings', { factId });
  if (found === null) throw createRefusal({ kind: 'passage-gone' });
  return found;
}
