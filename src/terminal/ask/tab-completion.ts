import type { KnowledgeService } from '../../serving/knowledge-service.ts';

/** More would push the question out of sight. */
const MOST = 12;

/** What Node's readline asks at Tab: the questions that the line may become, and the part of the line that they replace. */
type Completer = (line: string) => Promise<[string[], string]>;

/** Completes a line of the conversation to a question that the articles can be asked. */
export function questionCompleter(knowledge: Pick<KnowledgeService, 'run'>): Completer {
  return async (line) => {
    const found = await knowledge.run(null, 'suggest', { typed: line, askedIn: null, limit: MOST });
    // Readline puts what all have in common in the place of the line, also where that says less: “How ” for “offices”.
    const begun = found.filter((question) => question.startsWith(line));
    return [begun.length > 0 ? begun : found.slice(0, 1), line];
  };
}
