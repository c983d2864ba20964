import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { asking, counting, opened, START } from '../scene.ts';

/** Tests how every kind of store keeps answers. `freshUrl` gives the address of a store that is empty. */
export function describeAnswers(kind: string, freshUrl: () => Promise<string>): void {
  const freshStore = async (): Promise<Store> => opened(await freshUrl());

  describe(`answers kept in ${kind}`, () => {
    test('come back as they were given, with an id and the time', async () => {
      const { asked } = await freshStore();
      const given = asking('How meny offices?', {
        understoodAs: 'How many offices?',
        confidence: 0.123456789,
      });
      const kept = await asked.record(given);
      expect(kept).toEqual({
        ...given,
        id: 'id1',
        messageId: null,
        askedAt: START.getTime(),
        isLimited: false,
        isWithdrawn: false,
        isPassedOn: false,
      });
      expect(await asked.find('id1')).toEqual(kept);
    });

    test('come back with everything that may be missing missing', async () => {
      const { asked } = await freshStore();
      const kept = await asked.record(
        asking('', { factId: null, guildId: null, isAnsweredPrivately: true, confidence: 0 }),
      );
      expect(await asked.find(kept.id)).toEqual(kept);
    });

    test('come back whatever is asked, character by character', async () => {
      const { asked } = await freshStore();
      const share = fc.double({ min: 1e-9, max: 1, noNaN: true });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), share, async (text, confidence) => {
          const question = text.replaceAll('\0', ' ');
          const kept = await asked.record(asking(question, { understoodAs: question, confidence }));
          expect(kept).toMatchObject({ question, understoodAs: question, confidence });
          expect(await asked.find(kept.id)).toEqual(kept);
        }),
      );
    });

    test('have a mark where half a character was typed, or one that no database takes', async () => {
      const { asked } = await freshStore();
      const kept = await asked.record(asking('a\0b\ud83dc', { understoodAs: '😀\ude00' }));
      expect(kept).toMatchObject({ question: 'a\uFFFDb\uFFFDc', understoodAs: '😀\uFFFD' });
      expect(await asked.find(kept.id)).toEqual(kept);
    });

    test('are not found under another id', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('How many?'));
      expect(await asked.find('id')).toBeNull();
      expect(await asked.find("' or 1 = 1 --")).toBeNull();
      for (const end of ['\0', '\0x', '\ud83d']) {
        expect(await asked.find(`id1${end}`)).toBeNull();
        expect(await asked.findByMessage(`id1${end}`)).toBeNull();
        await asked.recordMessage(`id1${end}`, 'message-1');
      }
      expect(await asked.find('id1')).toHaveProperty('messageId', null);
    });

    test('learn which message holds the reply', async () => {
      const { asked } = await freshStore();
      const { id } = await asked.record(asking('How many?'));
      const other = await asked.record(asking('Where?'));
      await asked.recordMessage(id, 'message-1');
      await asked.recordMessage('nowhere', 'message-2');
      expect(await asked.find(id)).toHaveProperty('messageId', 'message-1');
      expect(await asked.findByMessage('message-1')).toHaveProperty('id', id);
      expect(await asked.findByMessage('message-2')).toBeNull();
      expect(await asked.find(other.id)).toEqual(other);
    });

    test.each([
      { change: 'share', undo: 'unshare', flag: 'isAnsweredPrivately', before: true },
      { change: 'passOn', undo: 'undoPassOn', flag: 'isPassedOn', before: false },
    ] as const)(
      '$change once, whoever tries at the same moment, and again after $undo',
      async ({ change, undo, flag, before }) => {
        const { asked } = await freshStore();
        const { id } = await asked.record(asking('How many?', { isAnsweredPrivately: true }));
        const other = await asked.record(asking('Where?', { isAnsweredPrivately: true }));
        const tries = await Promise.all([asked[change](id), asked[change](id), asked[change](id)]);
        expect(tries.filter(Boolean)).toHaveLength(1);
        expect(await asked.find(id)).toHaveProperty(flag, !before);
        await asked[undo](id);
        expect(await asked.find(id)).toHaveProperty(flag, before);
        expect([await asked[change](id), await asked[change]('nowhere')]).toEqual([true, false]);
        expect(await asked.find(other.id)).toEqual(other);
      },
    );

    test('learn which passage the asker chose', async () => {
      const { asked } = await freshStore();
      const { id } = await asked.record(asking('How many?'));
      const other = await asked.record(asking('Where?'));
      await asked.recordFact(id, 'abcdefghijkl');
      await asked.recordFact('nowhere', 'mnopqrstuvwx');
      expect(await asked.find(id)).toHaveProperty('factId', 'abcdefghijkl');
      expect(await asked.find(other.id)).toEqual(other);
    });

    test('get another id where the first is taken', async () => {
      const ids = ['a', 'a', 'a', 'b'];
      const { asked } = await opened(await freshUrl(), { ...counting(), newId: () => ids.shift() ?? 'a' });
      await asked.record(asking('first'));
      expect(await asked.record(asking('second'))).toHaveProperty('id', 'b');
      expect(await asked.find('a')).toHaveProperty('question', 'first');
      await expect(asked.record(asking('third'))).rejects.toThrow('5 ids in a row');
    });

    test('outlive the store', async () => {
      const url = await freshUrl();
      const first = await opened(url);
      const kept = await first.asked.record(asking('How many?'));
      await first.votes.cast({ askedId: kept.id, voterId: 'v', isHelpful: true });
      await first.serverSettings.change('guild-1', 'mod', { helperRoleId: '7' });
      const second = await opened(url);
      expect(await second.asked.find(kept.id)).toEqual(kept);
      expect(await second.votes.count(kept.id)).toEqual({ helpful: 1, notHelpful: 0 });
      expect(await second.serverSettings.read('guild-1')).toHaveProperty('helperRoleId', '7');
    });
  });
}
