import { expect, test } from 'vitest';
import { UrgentFirstLock } from '../../src/encoders/onnx-encoders.ts';

test('one piece of work runs at a time, and urgent work goes first', async () => {
  const turns = new UrgentFirstLock();
  const done: string[] = [];
  let running = 0;
  const work = (name: string, isUrgent: boolean): Promise<void> =>
    turns.run(
      async () => {
        running++;
        expect(running).toBe(1);
        await Promise.resolve();
        running--;
        done.push(name);
      },
      { isUrgent },
    );
  await Promise.all([
    work('first', false),
    work('background 1', false),
    work('background 2', false),
    work('question 1', true),
    work('question 2', true),
  ]);
  expect(done).toEqual(['first', 'question 1', 'question 2', 'background 1', 'background 2']);
});

test('work that fails lets the next one go on', async () => {
  const turns = new UrgentFirstLock();
  const failing = turns.run(() => Promise.reject(new Error('no')), { isUrgent: true });
  const next = turns.run(() => Promise.resolve('yes'), { isUrgent: false });
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
