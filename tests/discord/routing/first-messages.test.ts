import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { FirstMessages } from '../../../src/discord/routing/first-messages.ts';

test('many posts wait for their first messages at once without a warning, and none waits beyond its patience', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): void => void warnings.push(warning);
  process.on('warning', onWarning);
  onTestFinished(() => void process.off('warning', onWarning));
  const firstMessages = new FirstMessages();
  const ids = Array.from({ length: 20 }, (_, n) => `post-${n % 15}`);
  const waits = ids.map((id) => firstMessages.isUnaddressedPost(id, 20));
  expect(await Promise.all(waits)).toEqual(ids.map(() => false));
  await setImmediate();
  expect(warnings).toEqual([]);
});
