import type { Article } from '../../knowledge/article/article.ts';
import type { Contender, OpenContender, Response } from '../contenders/contender.ts';

/** Observes each question that is asked. */
export interface QuestionWatch {
  /** Milliseconds that never decrease, from any start. */
  readonly nowMs: () => number;
  /** Called after each question. */
  readonly onAsked: () => void;
}

/** The contenders to ask, and what observes them. */
export interface AskingDeps {
  /** Footnote comes first. */
  readonly contenders: readonly Contender[];
  readonly watch: QuestionWatch;
  /** Called with the wrong answers of Footnote to a set. */
  readonly onMisses: (misses: readonly string[]) => void;
}

/** Opens a contender on the articles and prepares it for questions. */
export async function openPrepared(
  contender: Contender,
  articles: readonly Article[],
): Promise<OpenContender> {
  const open = contender.open(articles);
  await open.prepare();
  return open;
}

/** Asks a question and returns the response with its time. */
export async function timeResponse(
  contender: OpenContender,
  question: string,
  { nowMs }: QuestionWatch,
): Promise<{ readonly response: Response; readonly tookMs: number }> {
  const startedAt = nowMs();
  const response = await contender.answer(question);
  return { response, tookMs: nowMs() - startedAt };
}

/** Names a row of a table: the row of Footnote after the set, the row of a peer after the peer. */
export function nameRow(
  { name, label }: Contender,
  { set, asked, total }: { readonly set: string; readonly asked: number; readonly total: number },
): string {
  if (name === 'footnote') return set;
  return asked < total ? `${label} (${asked} of ${total.toLocaleString('en')})` : label;
}
