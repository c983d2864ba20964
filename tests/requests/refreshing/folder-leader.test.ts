import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderLeader } from '../../../src/requests/refreshing/folder-leader.ts';
import { type Coordination, createProcessCoordination } from '../../../src/store/kit/coordination.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';

/** A process that would lead, and what it was told. */
function candidate(coordination: Pick<Coordination, 'tryLock'>) {
  const told: string[] = [];
  const leader = new FolderLeader({
    coordination,
    onLead: () => void told.push('lead'),
    onFollow: async () => void told.push('follow'),
    onLook: async () => void told.push('look'),
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
  expect(told).toEqual(['lead', 'follow', 'look']);
});

test('a process that is stopped while it tries to lead leads no longer', async () => {
  useTestClock();
  const locks = createProcessCoordination();
  const held = await locks.tryLock('folder');
  const answers: (() => void)[] = [];
  const { leader, told } = candidate({
    async tryLock(name) {
      if (told.length > 0) await new Promise<void>((resolve) => answers.push(resolve));
      return locks.tryLock(name);
    },
  });
  await leader.start();
  // It looks for the first time, and then asks while the lock is freed.
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.advanceTimersByTimeAsync(2_000);
  await held?.release();
  const stopping = leader.stop();
  for (const answer of answers) answer();
  await stopping;
  expect(leader.isLeading).toBe(false);
  expect(await locks.tryLock('folder')).not.toBeNull();
});
