import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderLeader } from '../../../src/requests/refreshing/folder-leader.ts';
import type { Coordination } from '../../../src/store/kit/coordination.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { createProcessCoordination } from '../../../src/store/sqlite/process-coordination.ts';

/** A process that would lead, and what it was told. */
function candidate(coordination: Pick<Coordination, 'tryLock'>) {
  const told: string[] = [];
  const leader = new FolderLeader({
    coordination,
    onLead: () => void told.push('lead'),
    onFollow: async () => void told.push('follow'),
  });
  onTestFinished(() => leader.stop());
  return { leader, told };
}

function useTestClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

test('one process leads; the next one does once it stops', async () => {
  useTestClock();
  const coordination = createProcessCoordination();
  const [first, second] = [candidate(coordination), candidate(coordination)];
  await first.leader.start();
  await second.leader.start();
  expect([first.leader.isLeading, second.leader.isLeading]).toEqual([true, false]);
  await first.leader.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([first.told, second.told]).toEqual([['lead', 'follow'], ['lead']]);
});

test('whoever loses the lock goes on until another one has it', async () => {
  useTestClock();
  const locks = createProcessCoordination();
  const losing = new AbortController();
  let isOut = false;
  const { leader, told } = candidate({
    async tryLock(name) {
      if (isOut) throw new StoreError('cannot-write', 'out');
      const lock = await locks.tryLock(name);
      const lost = new Promise<void>((resolve) => {
        losing.signal.addEventListener('abort', () => resolve());
      });
      return lock && { ...lock, lost };
    },
  });
  await leader.start();
  isOut = true;
  losing.abort();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(leader.isLeading).toBe(true);
  // Another process holds the lock since the database is there again.
  isOut = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual(['lead', 'follow']);
});
