import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { asking, opened } from '../scene.ts';

/** How much each of the four does. */
export interface Load {
  readonly changes: number;
  readonly waits: number;
  readonly rounds: number;
}

/** Tests that several processes may use every kind of store at once. `freshUrl` gives the address of a store that is empty. */
export function describeConcurrency(
  kind: string,
  freshUrl: () => Promise<string>,
  { changes, waits, rounds }: Load,
): void {
  /** Four stores at one place, each as if in a process of its own. */
  const openFour = async (): Promise<readonly [Store, Store, Store, Store]> => {
    const url = await freshUrl();
    let ids = 0;
    const open = (): Promise<Store> =>
      opened(url, { now: () => new Date(), newId: () => `id${String(++ids).padStart(5, '0')}` });
    return [await open(), await open(), await open(), await open()];
  };

  describe(`four at once that use ${kind}`, () => {
    test('make many changes of a server, which are numbered without a gap and saved all', async () => {
      const stores = await openFour();
      await Promise.all(
        stores.map(async ({ serverValues }, index) => {
          for (let count = 0; count < changes; count++)
            await untilFree(() =>
              serverValues.change('guild-1', 'mod', [
                { kind: 'synonym', name: `name ${count % 7}`, value: `${index} ${count}` },
              ]),
            );
        }),
      );
      const [{ serverValues }] = stores;
      const made = await serverValues.listChanges('guild-1', 1000);
      const numbers = Array.from({ length: 4 * changes }, (_, i) => 4 * changes - i);
      expect(made.map(({ number }) => number)).toEqual(numbers.slice(0, 200));
      // Each change names another value before it, so none was lost.
      const before = made.map((change) => `${change.name} ${change.before}`);
      expect(new Set(before).size).toBe(made.length);
      expect(await serverValues.list('guild-1', 'synonym')).toHaveLength(7);
    });

    test('undo one change, which is undone once', async () => {
      const stores = await openFour();
      const [{ serverValues }] = stores;
      for (const value of ['1', '2'])
        await serverValues.change('guild-1', 'mod', [{ kind: 'synonym', name: 'a', value }]);
      const undone = await Promise.all(
        stores.map((store) => untilFree(() => store.serverValues.undo('guild-1', 'mod', [2]))),
      );
      expect(undone.filter((made) => made !== null)).toHaveLength(1);
      expect(await serverValues.find('guild-1', 'synonym', 'a')).toHaveProperty('value', '1');
    });

    test('take waiting askers, each of which one gets', async () => {
      const stores = await openFour();
      const [{ asked }] = stores;
      const ids: string[] = [];
      for (let count = 0; count < waits; count++) {
        const { id } = await asked.record(asking(`Why ${count}?`, { outcome: 'unknown' }));
        await asked.markWaiting(id);
        ids.push(id);
      }
      const orders = [
        ids,
        ids.toReversed(),
        ids.toSorted((a, b) => (a.at(-1) ?? '').localeCompare(b.at(-1) ?? '')),
        ids,
      ];
      const taken = await Promise.all(
        stores.map((store, index) => untilFree(() => store.asked.takeWaiting(orders[index] ?? ids))),
      );
      expect(
        taken
          .flat()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(ids);
    });

    test('vote on what is being forgotten: nothing fails, and no vote is left', async () => {
      const stores = await openFour();
      const [{ asked, votes, forgetting }, ...others] = stores;
      for (let round = 0; round < rounds; round++) {
        const mine = await Promise.all(
          [1, 2, 3].map(() => untilFree(() => asked.record(asking('Why?', { askerId: 'mia' })))),
        );
        await Promise.all([
          ...others.flatMap((other, voter) =>
            mine.map(({ id: askedId }) =>
              untilFree(() => other.votes.cast({ askedId, voterId: `v${voter}`, isHelpful: false })),
            ),
          ),
          untilFree(() => forgetting.forgetMember(round % 2 === 0 ? 'mia' : 'v0')),
          untilFree(() => others[0].forgetting.forgetMember('mia')),
          untilFree(() => others[1].forgetting.forgetServer('guild-1')),
        ]);
        for (const { id } of mine) expect(await votes.count(id)).toEqual({ helpful: 0, notHelpful: 0 });
      }
      for (const voter of ['v1', 'v2'])
        expect(await forgetting.countMemberData(voter)).toEqual({ questions: 0, votes: 0, remarks: 0 });
    }, 60_000);

    test('vote and explain at once: no remark stays with a vote for the answer', async () => {
      const [{ asked, votes, forgetting }, other] = await openFour();
      for (let round = 0; round < 20; round++) {
        const { id: askedId } = await asked.record(asking('Why?'));
        const vote = { askedId, voterId: 'olga' };
        await votes.cast({ ...vote, isHelpful: false });
        await Promise.all([
          untilFree(() => votes.explain({ ...vote, missing: 'The hour.' })),
          untilFree(() => other.votes.cast({ ...vote, isHelpful: true })),
        ]);
      }
      expect(await forgetting.countMemberData('olga')).toMatchObject({ votes: 20, remarks: 0 });
    });

    test('save snapshots, which are numbered one after the other and come back whole', async () => {
      const stores = await openFour();
      const saved = await Promise.all(
        stores.map(async ({ snapshots }, index) => {
          const numbers: number[] = [];
          for (let count = 0; count < 5; count++) {
            const texts = Array.from({ length: 60 }, (_, file) => ({
              path: `${file}.md`,
              text: `${file % 2 === 0 ? 'same' : `${index} ${count}`} ${file}`,
            }));
            const figures = { factCount: 1, added: 0, removed: 0, changed: 1 };
            const one = { cause: 'files', byId: null, guildId: null, ...figures, texts } as const;
            numbers.push((await untilFree(() => snapshots.save(one)))?.number ?? 0);
          }
          return numbers;
        }),
      );
      expect(saved.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      const [{ snapshots }] = stores;
      for (const { number } of await snapshots.list())
        expect(await snapshots.readTexts(number)).toHaveLength(60);
    });

    test('claim digests and posts, and greet servers: each one is for one of them', async () => {
      const stores = await openFour();
      const guildIds = Array.from({ length: 30 }, (_, number) => `guild ${number}`);
      const claimed = await Promise.all(
        stores.map((store, index) => claimAll(store, index % 2 === 0 ? guildIds : guildIds.toReversed())),
      );
      const all = ['digest ', 'post ', ''].flatMap((what) => guildIds.map((guildId) => `${what}${guildId}`));
      expect(claimed.flat().toSorted()).toEqual(all.toSorted());
    });
  });
}

async function claimAll(
  { digests, forumPosts, greetings }: Store,
  guildIds: readonly string[],
): Promise<readonly string[]> {
  const got: string[] = [];
  for (const guildId of guildIds) {
    if (await untilFree(() => digests.claim(guildId, '2026-W48'))) got.push(`digest ${guildId}`);
    if (await untilFree(() => forumPosts.claim({ postId: guildId, guildId }))) got.push(`post ${guildId}`);
  }
  return [...got, ...(await untilFree(() => greetings.markGreeted(guildIds)))];
}

/** A file takes one writer at a time, and refuses others that wait for too long: they try again. */
async function untilFree<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError && error.message.includes('is locked'))) throw error;
      await delay(100);
    }
  }
}
