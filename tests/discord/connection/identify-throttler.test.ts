import { expect, test } from 'vitest';
import { createIdentifyThrottler } from '../../../src/discord/connection/shards/identify-throttler.ts';
import { createProcessCoordination } from '../../../src/store/kit/coordination.ts';

type Manager = Parameters<ReturnType<typeof createIdentifyThrottler>>[0];

/** The part of a manager that the throttler asks: how many buckets there are. */
const managerOf = (buckets: number): Manager =>
  Object.assign(Object.create(null), {
    fetchGatewayInformation: async () => ({ session_start_limit: { max_concurrency: buckets } }),
  });

const never = new AbortController().signal;

test('shards of different buckets identify at the same time, those of one bucket one after the other', async () => {
  const coordination = createProcessCoordination();
  const build = createIdentifyThrottler(coordination);
  // Two clients, as two shards of a process have.
  const [one, other] = await Promise.all([build(managerOf(2)), build(managerOf(2))]);
  await Promise.all([one.waitForIdentify(0, never), other.waitForIdentify(1, never)]);
  const ending = new AbortController();
  const third = other.waitForIdentify(2, ending.signal);
  expect(await coordination.tryLock('identify 0')).toBeNull();
  ending.abort();
  await expect(third).rejects.toThrow('aborted');
});
