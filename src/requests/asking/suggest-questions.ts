import type { SuggestRequest } from '../../serving/asking/suggest-questions.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';

interface SuggestingDeps {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
}

/** Returns questions that a text may become, best first: those of the articles, and those that were answered in this server. Anyone may see them. */
export function suggestQuestions(
  { knowledge }: SuggestingDeps,
  guildId: string | null,
  { typed, limit }: SuggestRequest,
): Promise<readonly string[]> {
  return knowledge.run(guildId, 'suggest', { typed, limit, askedIn: guildId });
}

/** As many questions as fit under a short text; longer ones do not fit a button. */
const EXAMPLES = { limit: 3, maxChars: 80 };

/** Returns a few questions that the articles answer, as examples of what to ask. Anyone may see them. */
export function listExampleQuestions(
  { knowledge }: SuggestingDeps,
  guildId: string | null,
): Promise<readonly string[]> {
  return knowledge.run(guildId, 'listExamples', { ...EXAMPLES, askedIn: guildId });
}

/** Returns the suggested question that has this hash, or null if it is not, or no longer, suggested in this server. */
export function findSuggestedQuestion(
  { knowledge }: SuggestingDeps,
  guildId: string | null,
  hash: string,
): Promise<string | null> {
  return knowledge.run(guildId, 'findOfferedQuestion', { hash, askedIn: guildId });
}
