import { expect, test } from 'vitest';
import type { StoreError } from '../../src/store/kit/store-error.ts';
import { watchStore } from '../../src/store/watch-store.ts';
import { emptyStore, FULL, outOfOrder } from '../requests/kept-answers.ts';
import { asking } from './scene.ts';

test('each operation that a store cannot carry out is told once, and fails as before', async () => {
  const told: StoreError[] = [];
  const store = watchStore(outOfOrder, (error) => told.push(error));
  await expect(store.serverSettings.change('guild', 'mod', { strictness: 'strict' })).rejects.toBe(FULL);
  await expect(store.asked.record(asking('Why?'))).rejects.toBe(FULL);
  expect(await store.serverValues.list('guild', 'article')).toEqual([]);
  await expect(store.checkWritable()).rejects.toBe(FULL);
  expect(told).toEqual([FULL, FULL]);
});

test('what a store carries out is passed on, and nothing is told', async () => {
  const told: StoreError[] = [];
  const store = watchStore(await emptyStore(), (error) => told.push(error));
  const { id } = await store.asked.record(asking('Why?'));
  expect(await store.asked.find(id)).toMatchObject({ question: 'Why?' });
  expect(store.serverSettings.getLastRead('guild-1')).toBeNull();
  expect(told).toEqual([]);
});
