import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../src/requests/starting/open-store.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';

const options = { now: () => new Date(0), newId: () => 'id' };

describe('the store', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-open-store-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('is opened at the given place', async () => {
    const { store, problem } = await openStore({ url: join(folder, 'data', 'footnote.db'), ...options });
    expect(problem).toBeNull();
    expect(await store.asked.find('id')).toBeNull();
    await store.close();
  });

  test('that cannot be used is an error with the place and what to do', async () => {
    const path = join(folder, 'footnote.db');
    await writeFile(path, 'Dear diary');
    await expect(openStore({ url: path, ...options })).rejects.toMatchObject({
      name: 'UserFacingError',
      code: 'unusable-store',
      message: expect.stringMatching(/footnote\.db” cannot be used.*DATABASE_URL/),
      cause: expect.any(StoreError),
    });
  });

  test('that cannot be written keeps nothing, says why, and lets answering go on', async () => {
    await writeFile(join(folder, 'data'), 'a file where the folder would be');
    const { store, problem } = await openStore({ url: join(folder, 'data', 'footnote.db'), ...options });
    expect(problem).toMatchObject({ code: 'cannot-write', message: expect.stringContaining('data') });
    expect(await store.asked.listAnsweredPhrasings({ guildId: '1', limit: 5 })).toEqual([]);
    expect(await store.serverSettings.read('1')).toMatchObject({ helperChannelId: null, helperRoleId: null });
    expect(await store.serverSettings.listLogChannels()).toEqual([]);
    await expect(store.votes.cast({ askedId: 'a', voterId: 'b', isHelpful: true })).rejects.toBe(problem);
    await store.close();
  });
});
