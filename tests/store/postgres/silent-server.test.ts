import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/requests/starting/open-store.ts';
import { startSilentServer } from '../../postgres/silent-server.ts';
import { asking, counting } from '../scene.ts';

test('a server that lets in and then says nothing is away', async () => {
  const { url } = await startSilentServer();
  const { store, problem } = await openStore({ url, ...counting() });
  onTestFinished(() => store.close());
  const told: string[] = [];
  store.reports.subscribe(({ message }) => told.push(message));
  expect(problem).toBeNull();
  await expect(store.asked.record(asking('Why?'))).rejects.toMatchObject({ code: 'cannot-write' });
  await expect(store.coordination.tryLock('a')).rejects.toMatchObject({ code: 'cannot-write' });
  expect(told).toEqual([expect.stringMatching(/^Nothing is saved while the database is away\./)]);
});
