import { expect, test } from 'vitest';
import { FleetingMessages } from '../../../src/discord/kit/fleeting-messages.ts';

/** Timers that a test lets run out. */
function fleetingScene() {
  const timers = new Map<() => void, number>();
  const failures: unknown[] = [];
  const fleeting = new FleetingMessages({
    startTimer: (work, delayMs) => {
      timers.set(work, delayMs);
      return () => timers.delete(work);
    },
    onFailure: (error) => failures.push(error),
  });
  return { fleeting, timers, failures };
}

/** A message that counts how often it is deleted, which fails each time. */
function messageOf(fail: Error) {
  const deleted: string[] = [];
  const message = {
    delete: async () => {
      deleted.push('deleted');
      throw fail;
    },
  };
  return { message, deleted };
}

test('a message is deleted after ten seconds, once', async () => {
  const { fleeting, timers } = fleetingScene();
  const { message, deleted } = messageOf(new Error('gone'));
  fleeting.add(message);
  expect([...timers.values()]).toEqual([10_000]);
  for (const work of timers.keys()) work();
  await fleeting.deleteAll();
  expect(deleted).toHaveLength(1);
});

test('at the end all messages are deleted at once, and a failure is told', async () => {
  const { fleeting, timers, failures } = fleetingScene();
  const [first, second] = [messageOf(new Error('gone')), messageOf(new Error('closed'))];
  fleeting.add(first.message);
  fleeting.add(second.message);
  await fleeting.deleteAll();
  expect([first.deleted, second.deleted]).toEqual([['deleted'], ['deleted']]);
  expect(timers.size).toBe(0);
  expect(failures).toEqual([new Error('gone'), new Error('closed')]);
});
