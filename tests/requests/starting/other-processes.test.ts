import { expect, onTestFinished, test } from 'vitest';
import { OtherProcesses } from '../../../src/requests/starting/other-processes.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { outOfOrder } from '../kept-answers.ts';

const BEAT_MS = 30_000;

const idsSeenBy = async (process: OtherProcesses) => (await process.look()).map(({ id }) => id);

async function processesScene() {
  let nowMs = 0;
  const now = () => new Date(nowMs);
  const store = await openStore({ url: ':memory:', now, newId: () => 'id' });
  onTestFinished(() => store.close());
  const running = new Set<number>();
  const start = (id: string, host: string, pid: number) => {
    running.add(pid);
    const self = { id, host, pid, startedAt: nowMs };
    return new OtherProcesses({ store, self, now, isRunning: (asked) => running.has(asked) });
  };
  const passBeat = () => {
    nowMs += BEAT_MS;
  };
  return { start, passBeat, running };
}

test('another process of this host is seen at once, by both, until it leaves', async () => {
  const { start } = await processesScene();
  const [one, two] = [start('one', 'host', 1), start('two', 'host', 2)];
  expect(await idsSeenBy(one)).toEqual([]);
  expect(await idsSeenBy(two)).toEqual(['one']);
  expect(await idsSeenBy(one)).toEqual(['two']);
  await two.leave();
  expect(await idsSeenBy(one)).toEqual([]);
});

test('one that crashed on this host is no false alarm, nor one whose number another program has got', async () => {
  const { start, passBeat, running } = await processesScene();
  await start('crashed', 'host', 1).look();
  running.delete(1);
  const next = start('next', 'host', 2);
  expect(await idsSeenBy(next)).toEqual([]);
  running.add(1);
  for (let beat = 0; beat < 3; beat++) passBeat();
  expect(await idsSeenBy(next)).toEqual([]);
});

test.each([
  ['another host', 'elsewhere', 2],
  ['a container of the same name and number', 'host', 1],
])('one of %s is seen by its beats, and a crash is no false alarm', async (_, host, pid) => {
  const { start, passBeat } = await processesScene();
  const crashed = start('crashed', host, pid);
  await crashed.look();
  const [one, two] = [start('one', 'host', 1), start('two', host, pid)];
  for (let beat = 0; beat < 5; beat++) {
    expect(await idsSeenBy(one)).toEqual(beat < 2 ? [] : ['two']);
    passBeat();
    await two.look();
  }
  const seen: string[][] = [];
  for (let beat = 0; beat < 5; beat++) {
    passBeat();
    seen.push(await idsSeenBy(one));
  }
  expect(seen).toEqual([['two'], ['two'], ['two'], [], []]);
});

test('none is seen, and nothing fails, where the store is out of order', async () => {
  const self = { id: 'one', host: 'host', pid: 1, startedAt: 0 };
  const options = { store: outOfOrder, self, now: () => new Date(0), isRunning: () => true };
  const one = new OtherProcesses(options);
  expect(await one.look()).toEqual([]);
  await one.leave();
});
