import type { ReaderAccess, Readers } from '../../knowledge/article/limits.ts';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Surroundings } from '../../serving/asking/surroundings.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Store } from '../../store/open-store.ts';
import { type AnswerRef, findAsked } from './questions.ts';
import { createRefusal } from './user-facing-error.ts';

/** A fact, and what those who see it may read. */
interface WantedFact {
  readonly factId: string;
  readonly readers: Readers;
}

/**
 * Builds the passage that shows a fact for a question, from the articles that answer in a server, outside
 * servers where null.
 *
 * @throws {UserFacingError} `passage-gone` where the articles no longer hold it, or these readers may not read it; `took-too-long`
 */
export async function showFact(
  knowledge: Pick<KnowledgeService, 'run'>,
  guildId: string | null,
  { readers, ...wanted }: WantedFact & { readonly question: string },
): Promise<ShownFact> {
  const shown = await knowledge.run(guildId, 'showFact', wanted, readers);
  if (shown === null) throw createRefusal({ kind: 'passage-gone' });
  return shown;
}

/**
 * Builds the passage that shows a fact for a recorded question, as the question was understood. Anyone who
 * sees the answer may look at what they may read.
 *
 * @throws {UserFacingError} `answer-forgotten`, `not-kept`, `passage-gone`, `took-too-long`
 */
export async function showFactOfAnswer(
  knowledge: Pick<KnowledgeService, 'run'>,
  store: Store,
  { factId, readers, ...ref }: AnswerRef & WantedFact,
): Promise<ShownFact> {
  const { question, understoodAs } = await findAsked(store, ref);
  return showFact(knowledge, ref.guildId, { factId, readers, question: understoodAs ?? question });
}

/**
 * Locates a fact in the articles that answer in a server, outside servers where null.
 *
 * @throws {UserFacingError} `passage-gone` where the articles no longer hold it, or these readers may not read it; `took-too-long`
 */
export async function findSurroundings(
  knowledge: Pick<KnowledgeService, 'run'>,
  guildId: string | null,
  { factId, readers }: WantedFact,
): Promise<Surroundings> {
  const found = await knowledge.run(guildId, 'findSurroundings', { factId }, readers);
  if (found === null) throw createRefusal({ kind: 'passage-gone' });
  return found;
}

/** Passages, and what all who read a channel may read. */
interface PassagesForAll {
  readonly factIds: readonly string[];
  readonly access: ReaderAccess;
}

/**
 * Refuses to show passages to all who read a channel where not all of them may read their articles.
 *
 * @throws {UserFacingError} `not-for-all`, `took-too-long`
 */
export async function requireReadable(
  knowledge: Pick<KnowledgeService, 'run'>,
  guildId: string | null,
  passages: PassagesForAll,
): Promise<void> {
  if (!(await areReadable(knowledge, guildId, passages))) throw createRefusal({ kind: 'not-for-all' });
}

/**
 * Returns whether all who read a channel may read the articles of these passages. Passages that the articles no longer hold are no secret.
 */
export async function areReadable(
  knowledge: Pick<KnowledgeService, 'run'>,
  guildId: string | null,
  { factIds, access }: PassagesForAll,
): Promise<boolean> {
  return !(await knowledge.run(guildId, 'hidesOneOf', { factIds }, { ...access, roles: [] }));
}
