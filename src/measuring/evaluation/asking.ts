import type { Article } from '../../knowledge/article/article.ts';
import type { Contender, OpenContender, Response } from '../contenders/contender.ts';

export interface Watch {
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
  /** Called after each question. */
  readonly onAsked: () => void;
}

/** Who is asked, and who is told how it goes. */
export interface Asking {
  /** Footnote is the first. */
  readonly contenders: readonly Contender[];
  readonly watch: Watch;
  /** Told what went wrong with our own answers to a set. */
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

/** What comes back for a question, and after how long. */
export async function timeResponse(
  contender: OpenContender,
  question: string,
  { nowMs }: Watch,
): Promise<{ readonly response: Response; readonly tookMs: number }> {
  const startedAt = nowMs();
  const response = await contender.answer(question);
  return { response, tookMs: nowMs() - startedAt };
}

/** Our row bears the name of the set, that of a peer its own. */
export function rowName(
  { name, label }: Contender,
  { set, asked, total }: { readonly set: string; readonly asked: number; readonly total: number },
): string {
  if (name === 'footnote') return set;
  return asked < total ? `${label} (${asked} of ${total.toLocaleString('en')})` : label;
}
