import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { KeyedLock } from '../../src/threads/keyed-lock.ts';

/** Work that reports its start, and ends on demand. */
function works() {
  const emitter = new EventEmitter();
  const begun: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    begun.push(name);
    await once(emitter, name);
    return name;
  };
  return { begun, work, end: (name: string) => emitter.emit(name) };
}

test('work for one key runs one after the other, in order', async () => {
  const { begun, work, end } = works();
  const locks = new KeyedLock();
  const all = ['a', 'b', 'c'].map((name) => locks.run('key', work(name)));
  for (const name of ['a', 'b', 'c']) {
    await nextTurn();
    expect(begun.at(-1)).toBe(name);
    end(name);
  }
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
});

test('work for another key does not wait', async () => {
  const { begun, work } = works();
  const locks = new KeyedLock();
  void locks.run('key', work('a'));
  void locks.run('other', work('b'));
  await nextTurn();
  expect(begun).toEqual(['a', 'b']);
});

test('a failure reaches its caller and blocks no other work', async () => {
  const locks = new KeyedLock();
  const failed = locks.run('key', () => Promise.reject(new Error('gone')));
  const next = locks.run('key', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('gone');
  expect(await next).toBe('done');
  expect(await locks.run('key', () => Promise.resolve('again'))).toBe('again');
});
