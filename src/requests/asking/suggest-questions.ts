import type { Readers } from '../../knowledge/article/limits.ts';
import type { SuggestRequest } from '../../serving/asking/suggest-questions.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { EXAMPLES } from '../kit/questions.ts';

interface SuggestingDeps {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
}

/** Says who sees the questions. */
interface Readership {
  /** Null outside servers. */
  readonly guildId: string | null;
  /** What those who see them may read. Nothing is offered that only other articles answer. */
  readonly readers: Readers;
}

/** Returns questions that a text may become, best first: those of the articles, and those that were answered in this server. */
export function suggestQuestions(
  { knowledge }: SuggestingDeps,
  { guildId, readers }: Readership,
  { typed, limit }: SuggestRequest,
): Promise<readonly string[]> {
  return knowledge.run(guildId, 'suggest', { typed, limit, askedIn: guildId }, readers);
}

/** Returns a few questions that the articles answer, as examples of what to ask. */
export function listExampleQuestions(
  { knowledge }: SuggestingDeps,
  { guildId, readers }: Readership,
): Promise<readonly string[]> {
  return knowledge.run(guildId, 'listExamples', { ...EXAMPLES, askedIn: guildId }, readers);
}

/** Returns the suggested question that has this hash, or null if it is not, or no longer, suggested in this server. */
export function findSuggestedQuestion(
  { knowledge }: SuggestingDeps,
  { guildId, readers }: Readership,
  hash: string,
): Promise<string | null> {
  return knowledge.run(guildId, 'findOfferedQuestion', { hash, askedIn: guildId }, readers);
}
