import type { Readers } from '../../knowledge/article/limits.ts';
import { listExampleQuestions } from '../../requests/asking/suggest-questions.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { buildExampleRows } from '../kit/components/shared-buttons.ts';
import type { RequestContext } from '../kit/context.ts';
import type { ReplyContent } from '../kit/replies.ts';

interface InvitationContext extends Pick<RequestContext, 'commandLinks' | 'texts'> {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
}

/**
 * Builds the reply to a greeting, to a mention without a question, and to words that are no question: `opening`, how to go on, and example
 * questions as buttons. The examples come from articles that `readers` may read.
 */
export async function buildInvitation(
  opening: string,
  shown: { readonly guildId: string | null; readonly readers: Readers },
  context: InvitationContext,
): Promise<ReplyContent> {
  const { commandLinks, texts } = context;
  const lines = [opening, commandLinks.link(texts.answer.seeHelp, texts)];
  const questions = await listExampleQuestions(context, shown);
  return {
    components: [buildCard(COLOURS.done, buildText(lines)), ...buildExampleRows(questions)],
  };
}
