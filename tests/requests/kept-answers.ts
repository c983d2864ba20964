import { onTestFinished } from 'vitest';
import { StoreError } from '../../src/store/kit/store-error.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import type { NewQuestionRecord } from '../../src/store/records/asked.ts';
import { createUnavailableStore } from '../../src/store/unavailable-store.ts';

/** A store in memory, which ends with the test. */
export async function emptyStore(): Promise<Store> {
  let ids = 0;
  const store = await openStore({ url: ':memory:', now: () => new Date(0), newId: () => `id${ids++}` });
  onTestFinished(() => store.close());
  return store;
}

/** What every operation of a store that is out of order fails with. */
export const FULL = new StoreError('cannot-write', 'the disk is full');
export const outOfOrder: Store = createUnavailableStore(FULL);

/** Something that was asked in the server `guild`, unless told otherwise. */
export const askedThere = (differing: Partial<NewQuestionRecord> = {}): NewQuestionRecord => ({
  question: 'When was the meeting held?',
  understoodAs: null,
  outcome: 'answered',
  confidence: 0.9,
  factId: null,
  guildId: 'guild',
  channelId: 'general',
  askerId: 'mia',
  isAskedPrivately: false,
  isAnsweredPrivately: false,
  isInHiddenChannel: false,
  ...differing,
});
