import type { KnowledgeService } from '../../../serving/knowledge-service.ts';
import type { Instruments } from '../../kit/instruments.ts';

/** A question and where it is asked; outside servers where null. */
export interface Turn {
  readonly guildId: string | null;
  readonly question: string;
}

/** What it took to answer one question. */
export interface AskedTime {
  /** Until what answers there was at hand: the server's own articles read, a base built with them. */
  readonly openMs: number;
  readonly wholeMs: number;
}

export interface Asking {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  readonly nowMs: Instruments['nowMs'];
  /** When it is up no further question is asked. */
  readonly budgetMs: number;
  /** So many are asked in any case, 1 at least. */
  readonly least: number;
  /** Told how many have been asked by now; what it does is not timed, but takes from the budget. */
  readonly onAsked: (count: number) => void;
}

/** Asks one after the other, and gives the times of those that were asked, in their order. Turns are taken when it is theirs. */
export async function askEach(
  { knowledge, nowMs, budgetMs, least, onAsked }: Asking,
  turns: Iterable<Turn>,
): Promise<readonly AskedTime[]> {
  const times: AskedTime[] = [];
  const endsAt = nowMs() + budgetMs;
  for (const { guildId, question } of turns) {
    const startedAt = nowMs();
    // There is no such fact: this only has the thread load what answers there.
    await knowledge.run(guildId, 'findFact', { factId: '' });
    const openedAt = nowMs();
    await knowledge.run(guildId, 'ask', { question });
    times.push({ openMs: openedAt - startedAt, wholeMs: nowMs() - startedAt });
    onAsked(times.length);
    if (times.length >= least && nowMs() >= endsAt) break;
  }
  return times;
}
