import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { StepGate } from '../../src/threads/step-gate.ts';

test('a closed gate lets no step begin, in either thread', async () => {
  const gate = new StepGate();
  const other = new StepGate(gate.memory);
  expect(other.enter()).toBe(true);
  other.leave();
  await gate.close();
  expect([gate.enter(), other.enter()]).toEqual([false, false]);
});

test('closing waits for the running step', async () => {
  const gate = new StepGate();
  gate.enter();
  const closed = gate.close();
  expect(gate.enter()).toBe(false);
  const first = await Promise.race([closed.then(() => 'closed'), Promise.resolve('waits')]);
  expect(first).toBe('waits');
  gate.leave();
  await closed;
});

test('closing in a way that blocks goes on as soon as the other thread ends its step', async () => {
  const gate = new StepGate();
  gate.enter();
  const worker = new Worker(
    `const cells = new Int32Array(require('node:worker_threads').workerData);
     setTimeout(() => { Atomics.sub(cells, 0, 1); Atomics.notify(cells, 0); }, 20);`,
    { eval: true, workerData: gate.memory },
  );
  const startedMs = performance.now();
  gate.closeAndBlock(20_000);
  expect(performance.now() - startedMs).toBeLessThan(20_000);
  await worker.terminate();
});

test('closing in a way that blocks gives up on a step that does not end', () => {
  const gate = new StepGate();
  gate.enter();
  const startedMs = performance.now();
  gate.closeAndBlock(30);
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(29);
});
