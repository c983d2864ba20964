import type { Surroundings } from '../../serving/asking/surroundings.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/**
 * Where a fact stands in what answers in a server, outside servers where null; anyone may see it.
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
