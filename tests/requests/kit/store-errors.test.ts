import { describe, expect, test } from 'vitest';
import { findAsked } from '../../../src/requests/kit/questions.ts';
import { refuseOnStoreError } from '../../../src/requests/kit/store-errors.ts';
import { askedThere, emptyStore, FULL, outOfOrder } from '../kept-answers.ts';

describe('an answer', () => {
  test('is found all over its server by its id, and nowhere else', async () => {
    const store = await emptyStore();
    const { id: askedId } = await store.asked.record(askedThere());
    const here = { askedId, guildId: 'guild', channelId: 'another' };
    expect(await findAsked(store, here)).toMatchObject({ id: askedId });
    for (const elsewhere of [
      { guildId: 'other' },
      { guildId: null },
      { askedId: 'guessed' },
      { askedId: '' },
    ]) {
      const looked = findAsked(store, { ...here, ...elsewhere });
      await expect(looked).rejects.toMatchObject({ code: 'answer-forgotten' });
    }
  });

  test('in a direct message is found there alone', async () => {
    const store = await emptyStore();
    const { id: askedId } = await store.asked.record(askedThere({ guildId: null, channelId: 'direct' }));
    const here = { askedId, guildId: null, channelId: 'direct' };
    expect(await findAsked(store, here)).toMatchObject({ id: askedId });
    for (const elsewhere of [{ channelId: 'another' }, { guildId: 'guild' }]) {
      const looked = findAsked(store, { ...here, ...elsewhere });
      await expect(looked).rejects.toMatchObject({ code: 'answer-forgotten' });
    }
  });

  test('is refused where the store is out of order', async () => {
    const looked = findAsked(outOfOrder, { askedId: 'id0', guildId: 'guild', channelId: 'general' });
    await expect(looked).rejects.toMatchObject({ code: 'not-kept', cause: FULL });
  });
});

test('what fails for another reason than the store is passed on as it is', async () => {
  const bug = new TypeError('a bug');
  await expect(refuseOnStoreError(() => Promise.reject(bug))).rejects.toBe(bug);
});
