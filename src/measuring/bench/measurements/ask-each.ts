import type { KnowledgeService } from '../../../serving/knowledge-service.ts';
import type { Instruments } from '../../kit/instruments.ts';

/** A question and the server it is asked in, or null for outside servers. */
export interface PlannedQuestion {
  readonly guildId: string | null;
  readonly question: string;
}

/** How long it took to answer one question. */
export interface AnswerTime {
  /** Until the server's base was ready: its own articles are read and indexed with the shared ones. */
  readonly openMs: number;
  readonly wholeMs: number;
}

export interface AskEachOptions {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  readonly nowMs: Instruments['nowMs'];
  /** No further question is asked after this time. */
  readonly budgetMs: number;
  /** How many are asked in any case; at least 1. */
  readonly least: number;
  /** Called with the number of questions asked. Its time is not measured, but counts towards the budget. */
  readonly onAsked: (count: number) => void;
}

/** Asks one question after the other and returns their times in order. It takes each question from `planned` only when it asks it. */
export async function askEach(
  { knowledge, nowMs, budgetMs, least, onAsked }: AskEachOptions,
  planned: Iterable<PlannedQuestion>,
): Promise<readonly AnswerTime[]> {
  const times: AnswerTime[] = [];
  const endsAt = nowMs() + budgetMs;
  for (const { guildId, question } of planned) {
    const startedAt = nowMs();
    // No such fact exists: this only makes the worker load the server's base.
    await knowledge.run(guildId, 'findFact', { factId: '' });
    const openedAt = nowMs();
    await knowledge.run(guildId, 'ask', { question });
    times.push({ openMs: openedAt - startedAt, wholeMs: nowMs() - startedAt });
    onAsked(times.length);
    if (times.length >= least && nowMs() >= endsAt) break;
  }
  return times;
}
