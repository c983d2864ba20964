import type { Contender, Respond } from './contenders/contender.ts';
import { FOOTNOTE } from './contenders/respond.ts';
import type { Response } from './measures/measure.ts';

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

/** What comes back for a question, and after how long. */
export async function timeResponse(
  respond: Respond,
  question: string,
  { nowMs }: Watch,
): Promise<{ readonly response: Response; readonly tookMs: number }> {
  const startedAt = nowMs();
  const response = await respond(question);
  return { response, tookMs: nowMs() - startedAt };
}

/** Our row bears the name of the set, that of a peer its own. */
export function rowName(
  { name }: Contender,
  { set, asked, total }: { readonly set: string; readonly asked: number; readonly total: number },
): string {
  if (name === FOOTNOTE) return set;
  return asked < total ? `${name} (${asked} of ${total.toLocaleString('en')})` : name;
}
