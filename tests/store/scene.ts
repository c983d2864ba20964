import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import type { AskedOptions, NewQuestionRecord } from '../../src/store/records/asked.ts';

export const START = new Date('2026-11-24T12:00:00Z');

/** A folder that goes when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that goes on by a second, and ids that count on, each time they are asked. */
export function counting(): AskedOptions {
  let seconds = 0;
  let id = 0;
  return {
    now: () => new Date(START.getTime() + 1000 * seconds++),
    newId: () => `id${++id}`,
  };
}

/** An open store that is closed when the test is over. */
export async function opened(url: string, options: AskedOptions = counting()): Promise<Store> {
  const store = await openStore({ url, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** Something asked, answered in public on server 1 unless told otherwise. */
export function asking(question: string, differing: Partial<NewQuestionRecord> = {}): NewQuestionRecord {
  return {
    question,
    understoodAs: null,
    otherAuthorIds: [],
    outcome: 'answered',
    confidence: 0.9,
    factId: 'article.md#1.1',
    guildId: 'guild-1',
    channelId: 'channel-1',
    askerId: 'asker-1',
    isAskedPrivately: false,
    isAnsweredPrivately: false,
    isInHiddenChannel: false,
    ...differing,
  };
}

/** How often `turn` comes to its end, one after the other, until `work` does. */
export async function turnsDuring(work: Promise<unknown>, turn: () => Promise<unknown>): Promise<number> {
  const progress = { isDone: false, turns: 0 };
  const done = work.finally(() => {
    progress.isDone = true;
  });
  while (!progress.isDone) {
    await turn();
    progress.turns++;
  }
  await done;
  return progress.turns;
}
