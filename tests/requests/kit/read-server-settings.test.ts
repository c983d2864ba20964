import { expect, test } from 'vitest';
import { readServerSettings } from '../../../src/requests/kit/read-server-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { emptyStore, FULL, outOfOrder } from '../kept-answers.ts';

test('reads what the server has set', async () => {
  const store = await emptyStore();
  await store.serverSettings.change('guild', 'mod', { helperRoleId: 'helpers' });
  const settings = await readServerSettings({ store, onStoreError: () => undefined }, 'guild');
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, helperRoleId: 'helpers' });
});

test('gives the defaults outside servers', async () => {
  const store = await emptyStore();
  expect(await readServerSettings({ store, onStoreError: () => undefined }, null)).toEqual(DEFAULT_SETTINGS);
});

test('gives what it read last while the store fails', async () => {
  const store = await emptyStore();
  await store.serverSettings.change('guild', 'mod', { isPrivateByDefault: true });
  await readServerSettings({ store, onStoreError: () => undefined }, 'guild');
  const serverSettings = { ...store.serverSettings, read: () => Promise.reject(FULL) };
  const deps = { store: { serverSettings }, onStoreError: () => undefined };
  expect(await readServerSettings(deps, 'guild')).toHaveProperty('isPrivateByDefault', true);
  expect(await readServerSettings(deps, 'other')).toEqual(DEFAULT_SETTINGS);
});

test('gives the defaults while the store fails that it has never read, and reports the failure', async () => {
  const serverSettings = { ...outOfOrder.serverSettings, read: () => Promise.reject(FULL) };
  const errors: unknown[] = [];
  const deps = { store: { serverSettings }, onStoreError: (error: unknown) => errors.push(error) };
  expect(await readServerSettings(deps, 'guild')).toEqual(DEFAULT_SETTINGS);
  expect(errors).toEqual([FULL]);
});
