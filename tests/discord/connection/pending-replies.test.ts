import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PendingReplies } from '../../../src/discord/connection/shards/pending-replies.ts';

const failOnFailure = (error: unknown): never => expect.fail(String(error));

/** A reply that is made until `end` is emitted. */
function pending() {
  const emitter = new EventEmitter();
  return { reply: once(emitter, 'end').then(() => undefined), end: () => emitter.emit('end') };
}

async function isFinished(replies: PendingReplies): Promise<boolean> {
  return Promise.race([replies.settle().then(() => true), nextTurn(false)]);
}

test('settles at once when no reply is pending', async () => {
  expect(await isFinished(new PendingReplies(failOnFailure))).toBe(true);
});

test('waits for every reply', async () => {
  const replies = new PendingReplies(failOnFailure);
  const [first, second] = [pending(), pending()];
  replies.add(first.reply);
  replies.add(second.reply);
  expect(await isFinished(replies)).toBe(false);
  first.end();
  expect(await isFinished(replies)).toBe(false);
  second.end();
  expect(await isFinished(replies)).toBe(true);
});

test('waits for a reply that is added meanwhile', async () => {
  const replies = new PendingReplies(failOnFailure);
  const [first, second] = [pending(), pending()];
  replies.add(first.reply);
  const finished = replies.settle();
  replies.add(second.reply);
  first.end();
  expect(await Promise.race([finished.then(() => true), nextTurn(false)])).toBe(false);
  second.end();
  await finished;
});

test('reports a reply that fails, and no longer waits for it', async () => {
  const failures: unknown[] = [];
  const replies = new PendingReplies((error) => failures.push(error));
  const error = new Error('no boundary held it');
  replies.add(Promise.reject(error));
  await replies.settle();
  expect(failures).toEqual([error]);
});
