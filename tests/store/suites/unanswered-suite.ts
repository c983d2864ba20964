import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { asking, opened, START } from '../scene.ts';

/** Tests how every kind of store lists unanswered questions. `freshUrl` gives the address of a store that is empty. */
export function describeUnanswered(kind: string, freshUrl: () => Promise<string>): void {
  const freshStore = async (): Promise<Store> => opened(await freshUrl());

  describe(`what was not answered, from ${kind}`, () => {
    const here = { guildId: 'guild-1', limit: 10 };

    test('comes latest first: unknown, unsure unless voted helpful, or voted not helpful', async () => {
      const { asked, votes } = await freshStore();
      const poor = await asked.record(asking('poor'));
      const split = await asked.record(asking('split'));
      await asked.record(asking('good'));
      await asked.record(asking('close', { outcome: 'unsure' }));
      const helped = await asked.record(asking('helped', { outcome: 'unsure' }));
      await votes.cast({ askedId: helped.id, voterId: 'a', isHelpful: true });
      const missed = await asked.record(asking('missed', { outcome: 'unsure' }));
      await asked.record(asking('foreign', { outcome: 'unknown', isAnsweredPrivately: true }));
      for (const { id } of [poor, split, missed])
        await votes.cast({ askedId: id, voterId: 'a', isHelpful: false });
      await votes.cast({ askedId: split.id, voterId: 'b', isHelpful: true });
      const found = await asked.listUnanswered(here);
      expect(found.map(({ question }) => question)).toEqual(['foreign', 'missed', 'close', 'poor']);
      expect(found[3]).toEqual(poor);
      expect(await asked.listUnanswered({ ...here, limit: 1 })).toHaveLength(1);
    });

    test('comes whole and in order, however much it is', async () => {
      // More than is read in a row, hundreds of them in the same second.
      const ids = Array.from({ length: 2100 }, (_, number) => `id${String(number).padStart(4, '0')}`);
      let count = 0;
      const { asked } = await opened(await freshUrl(), {
        now: () => new Date(START.getTime() + 1000 * Math.floor(count / 700)),
        newId: () => ids[count++] ?? '',
      });
      for (const id of ids) await asked.record(asking(id, { outcome: 'unknown' }));
      for (const limit of [2000, 2050, 3000]) {
        const found = await asked.listUnanswered({ ...here, limit });
        expect(found.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, limit));
      }
    });

    test('is that alone which is not settled, unless it is asked again', async () => {
      const { asked } = await freshStore();
      const outcome = 'unknown';
      const ids: string[] = [];
      for (const question of ['a', 'b', 'a'])
        ids.push((await asked.record(asking(question, { outcome }))).id);
      // More than a statement takes.
      await asked.settle([...Array.from({ length: 1200 }, (_, number) => `none ${number}`), ...ids]);
      expect(await asked.listUnanswered(here)).toEqual([]);
      await asked.record(asking('a', { outcome }));
      expect(await asked.listUnanswered(here)).toMatchObject([{ question: 'a' }]);
    });

    test('is waited for by who wants to be told, once', async () => {
      const { asked } = await freshStore();
      const waiting = await asked.record(asking('a', { outcome: 'unknown' }));
      const other = await asked.record(asking('b', { outcome: 'unknown' }));
      for (const id of [waiting.id, waiting.id, 'none']) await asked.markWaiting(id);
      const ids = [other.id, waiting.id, 'none'];
      const taken = await Promise.all([asked.takeWaiting(ids), asked.takeWaiting(ids)]);
      expect(taken.flat()).toEqual([waiting]);
      expect(await asked.takeWaiting([])).toEqual([]);
    });

    test('is told where it is waited for, settled or not, latest first, of one server', async () => {
      const { asked, forgetting } = await freshStore();
      const outcome = 'unknown';
      const old = await asked.record(asking('old', { outcome }));
      await asked.markWaiting(old.id);
      await forgetting.forgetTexts(Number.MAX_SAFE_INTEGER);
      const settled = await asked.record(asking('a', { outcome }));
      const open = await asked.record(asking('b', { outcome, isAnsweredPrivately: true }));
      const there = await asked.record(asking('a', { outcome, guildId: 'guild-2' }));
      await asked.record(asking('c', { outcome }));
      for (const { id } of [settled, open, there]) await asked.markWaiting(id);
      await asked.settle([settled.id]);
      expect(await asked.listWaiting(here)).toEqual([open, settled]);
      expect(await asked.listWaiting({ ...here, limit: 1 })).toEqual([open]);
      expect(await asked.listServersWithWaiting()).toEqual(['guild-1', 'guild-2']);
      await asked.takeWaiting([open.id]);
      expect(await asked.listWaiting(here)).toEqual([settled]);
      await asked.takeWaiting([there.id]);
      expect(await asked.listServersWithWaiting()).toEqual(['guild-1']);
      expect(await asked.listUnanswered(here)).toMatchObject([{ question: 'c' }, { question: 'b' }]);
    });

    test('is open again where somebody wants to be told', async () => {
      const { asked } = await freshStore();
      const settled = await asked.record(asking('a', { outcome: 'unknown' }));
      const other = await asked.record(asking('b', { outcome: 'unknown' }));
      await asked.settle([settled.id, other.id]);
      await asked.markWaiting(settled.id);
      expect(await asked.listUnanswered(here)).toEqual([settled]);
    });

    test('is that of one server, or of direct messages', async () => {
      const { asked } = await freshStore();
      const outcome = 'unknown';
      await asked.record(asking('there', { guildId: 'guild-2', outcome }));
      await asked.record(asking('between us', { guildId: null, outcome }));
      expect(await asked.listUnanswered(here)).toEqual([]);
      expect(await asked.listUnanswered({ guildId: null, limit: 10 })).toMatchObject([
        { question: 'between us' },
      ]);
    });
  });
}
