import { setImmediate as pause } from 'node:timers/promises';
import type { Asked } from '../store/asked-row.ts';
import type { Store } from '../store/open-store.ts';
import { phrasingKey } from '../store/phrasing-key.ts';
import type { StoreError } from '../store/store-error.ts';
import { phrasingOf } from './alike-asked.ts';
import { type AskReply, ask } from './ask.ts';
import { orTold } from './kept.ts';
import type { KnowledgeByServer } from './served-knowledge.ts';
import { lastOfEach } from './who-waits.ts';

/** Each takes some 10 ms, others being let through between them; those who have waited longest behind so many are not looked at. */
const MAX_ASKED_AGAIN = 500;

export interface NowKnown {
  /** What somebody waits for. */
  readonly asked: Asked;
  /** What serves there answers to it by now. */
  readonly reply: AskReply;
}

interface Waiting {
  readonly knowledge: KnowledgeByServer;
  readonly store: Store;
  readonly onNotKept: (error: StoreError) => void;
}

/**
 * What somebody in a server waits for and is answered there by now, since articles were added or changed: each question of each asker's once,
 * as they asked it last. It is settled, and nobody is given twice, whatever fails afterwards. None where the store is out of order.
 */
export async function takeNowKnown(
  { knowledge, store, onNotKept }: Waiting,
  guildId: string,
): Promise<readonly NowKnown[]> {
  const known = await orTold(onNotKept, async () => {
    const waiting = await store.asked.waiting({ guildId, limit: MAX_ASKED_AGAIN });
    const replies = new Map<string, AskReply>();
    for (const asked of waiting) {
      await pause();
      const reply = ask(await knowledge.in(guildId), { question: phrasingOf(asked) });
      if (reply.outcome === 'answered') replies.set(asked.id, reply);
    }
    const ids = [...replies.keys()];
    await store.asked.settle(ids);
    return lastOfEach(await store.asked.takeWaiting(ids), byAskerAndPhrasing).flatMap((asked) => {
      const reply = replies.get(asked.id);
      return reply === undefined ? [] : [{ asked, reply }];
    });
  });
  return known ?? [];
}

function byAskerAndPhrasing(asked: Asked): string {
  return `${asked.askerId} ${phrasingKey(phrasingOf(asked))}`;
}
