import { DAY_MS } from '../../kit/time.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import { forgetOld, type Retention } from '../../requests/starting/retention.ts';
import type { BotContext } from '../kit/context.ts';

interface ForgettingDeps extends Pick<BotContext, 'store' | 'onStoreError' | 'log' | 'now' | 'nowMs'> {
  /** Calls back again and again until the returned function is called. */
  readonly repeat: (work: () => void, everyMs: number) => () => void;
}

/** How often a process looks whether a day has passed; where the database was away, it tries again. */
const LOOK_MS = 60 * 60_000;

/**
 * Deletes records that are older than the retention time, at once and then once a day, for all shards of the process. The records of servers
 * that the bot has left are another matter: their shards know whether it is there. Returns the function that ends it, and resolves when no run is under way.
 */
export function forgetDaily(
  retention: Retention,
  { store, onStoreError, log, now, nowMs, repeat }: ForgettingDeps,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let doneAtMs = Number.NEGATIVE_INFINITY;
  const look = async (): Promise<void> => {
    const atMs = nowMs();
    // The hours of a timer are a little long.
    if (atMs - doneAtMs < DAY_MS - LOOK_MS / 2) return;
    const questions = await nullOnStoreError(onStoreError, () => forgetOld(store, retention, now()));
    if (questions === null) return;
    doneAtMs = atMs;
    if (questions > 0) log.info({ questions }, 'forgotten');
  };
  const begin = (): void => {
    running = running.then(look);
  };
  begin();
  const end = repeat(begin, LOOK_MS);
  return () => {
    end();
    return running;
  };
}
