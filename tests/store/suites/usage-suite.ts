import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { asking } from '../scene.ts';

/** What every kind of store must tell of how a server was asked; `freshStore` opens one where nothing is kept yet. */
export function describeUsage(kind: string, freshStore: () => Promise<Store>): void {
  describe(`how a server was asked, from ${kind}`, () => {
    test('is nothing where nothing was asked', async () => {
      const { usage } = await freshStore();
      expect(await usage.readSince('guild-1', 0)).toEqual({
        days: [],
        helpful: 0,
        notHelpful: 0,
        questions: [],
        facts: [],
      });
    });

    test('counts outcomes, votes, questions and facts, of this server and since then alone', async () => {
      const { asked, votes, usage } = await freshStore();
      const one = await asked.record(asking('How many?', { factId: 'f' }));
      await asked.record(asking('HOW many', { factId: 'f' }));
      await asked.record(asking('secret', { factId: 'g', isAnsweredPrivately: true }));
      await asked.record(asking('Where?', { outcome: 'unknown', factId: null }));
      await asked.record(asking('When?', { outcome: 'unsure', factId: 'h' }));
      await asked.record(asking('Elsewhere?', { guildId: 'guild-2' }));
      await votes.cast({ askedId: one.id, voterId: 'a', isHelpful: true });
      await votes.cast({ askedId: one.id, voterId: 'b', isHelpful: false });
      const told = await usage.readSince('guild-1', one.askedAt);
      const day = Math.floor(one.askedAt / 86_400_000);
      expect(told).toMatchObject({
        days: [{ day, answered: 3, unsure: 1, unknown: 1 }],
        helpful: 1,
        notHelpful: 1,
      });
      expect(await usage.readDays('guild-1', one.askedAt)).toEqual(told.days);
      expect(told.questions).toEqual([
        { question: 'HOW many', times: 2 },
        { question: 'When?', times: 1 },
        { question: 'Where?', times: 1 },
      ]);
      expect([...told.facts].toSorted((a, b) => b.times - a.times)).toEqual([
        { factId: 'f', times: 2 },
        { factId: 'g', times: 1 },
      ]);
      expect((await usage.readSince('guild-1', Number.MAX_SAFE_INTEGER)).days).toEqual([]);
    });

    test('is read whole where members are forgotten meanwhile', async () => {
      const { asked, usage, forgetting, serverValues } = await freshStore();
      for (let turns = 0; turns < 8; turns++) {
        await asked.record(asking('How many?'));
        const reading = usage.readSince('guild-1', 0);
        // Each query waits for the one before, so that the deletion gets between any two of the reading.
        for (let turn = 0; turn < turns; turn++) await serverValues.list('guild-1', 'setting');
        await forgetting.forgetMember('asker-1');
        const { questions } = await reading;
        expect(questions.length).toBeLessThanOrEqual(1);
      }
    });
  });
}
