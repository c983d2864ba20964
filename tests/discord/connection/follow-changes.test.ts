import { expect, onTestFinished, test } from 'vitest';
import type { Exchange } from '../../../src/answering/follow-up/exchange.ts';
import { followChanges } from '../../../src/discord/connection/follow-changes.ts';
import { Conversations } from '../../../src/requests/asking/conversations.ts';
import { OverlayContents } from '../../../src/serving/overlay-contents.ts';
import { Phrasings } from '../../../src/serving/phrasings.ts';
import type { ValueChange } from '../../../src/store/records/server-values.ts';
import { describeWithPostgres, runSql } from '../../postgres/databases.ts';
import { asking, opened } from '../../store/scene.ts';

/** What a member asked last, as far as forgetting it is concerned. */
const exchangeOf = (memberId: string): Exchange =>
  Object.assign(Object.create(null), { question: 'When?', askerIds: [memberId] });

const nowMs = (): number => 0;
const TOLD = { cause: 'start', byId: null, guildId: null, added: 0, removed: 0, changed: 0 } as const;
const ARTICLE: ValueChange = { kind: 'article', name: 'pier.md', value: 'The pier was built in 1950.' };

describeWithPostgres('what other processes change', ({ freshUrl }) => {
  /** A process that follows the changes of another one. */
  const followingScene = async () => {
    const url = await freshUrl();
    const [other, own] = [await opened(url), await opened(url)];
    const overlays = new OverlayContents(own);
    const phrasings = new Phrasings({ store: own, nowMs });
    const conversations = new Conversations({ nowMs });
    const failures: unknown[] = [];
    const world = { looks: 0, failure: null as Error | null };
    const stop = followChanges({
      store: own,
      overlays,
      phrasings,
      conversations,
      refreshes: {
        async synchronise() {
          world.looks++;
          if (world.failure !== null) throw world.failure;
        },
      },
      onStoreError: (error) => failures.push(error),
      onFailed: (error) => failures.push(error),
    });
    onTestFinished(stop);
    // Once it listens, it looks at everything.
    await expect.poll(() => world.looks).toBe(1);
    const saveSnapshot = (text: string) =>
      other.snapshots.save({ ...TOLD, factCount: 1, texts: [{ path: 'a.md', text }] });
    return { url, other, own, overlays, phrasings, conversations, failures, world, stop, saveSnapshot };
  };

  test('is read again: a server’s own articles and questions, of that server alone', async () => {
    const { other, overlays, phrasings } = await followingScene();
    const read = async (serverId: string) => {
      const { hasArticles, version } = await overlays.readSummary(serverId);
      return { hasArticles, version, phrasings: (await phrasings.createResident(serverId)).version };
    };
    const before = [await read('1'), await read('2')];
    expect([before[0]?.hasArticles, await read('1')]).toEqual([false, before[0]]);
    await other.asked.record(asking('When was the pier built?'));
    await other.serverValues.change('1', 'by', [ARTICLE]);
    await expect.poll(async () => (await read('1')).hasArticles).toBe(true);
    expect((await read('1')).phrasings).not.toBe(before[0]?.phrasings);
    expect(await read('2')).toEqual(before[1]);
    const { version } = await read('1');
    await other.forgetting.forgetServer('1');
    await expect.poll(async () => (await read('1')).hasArticles).toBe(false);
    expect((await read('1')).version).toBeGreaterThan(version);
  });

  test('is forgotten here too: a member', async () => {
    const { other, conversations } = await followingScene();
    for (const member of ['mia', 'tom']) conversations.remember(`${member} general`, exchangeOf(member));
    await other.forgetting.forgetMember('mia');
    await expect.poll(() => conversations.findLast('mia general')).toBeNull();
    expect(conversations.findLast('tom general')).not.toBeNull();
  });

  test('is taken over: a version of the articles, and what goes wrong then is told', async () => {
    const { world, failures, saveSnapshot } = await followingScene();
    await saveSnapshot('One.');
    await expect.poll(() => world.looks).toBe(2);
    world.failure = new Error('too large');
    await saveSnapshot('Two.');
    await expect.poll(() => failures).toEqual([world.failure]);
  });

  test('is looked for after the connection was lost, and no longer at the end', async () => {
    const { url, other, own, overlays, world, stop, saveSnapshot } = await followingScene();
    await overlays.readSummary('1');
    // Nobody listens while this is announced.
    await own.serverValues.list('1', 'article');
    await runSql(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid != pg_backend_pid()`,
    );
    await expect
      .poll(() => other.serverValues.change('1', 'by', [ARTICLE]).catch(() => null), { timeout: 10_000 })
      .not.toBeNull();
    await expect
      .poll(async () => (await overlays.readSummary('1')).hasArticles, { timeout: 10_000 })
      .toBe(true);
    const looks = world.looks;
    expect(looks).toBeGreaterThan(1);
    stop();
    await saveSnapshot('One.');
    await own.serverValues.list('1', 'article');
    expect(world.looks).toBe(looks);
  });

  test('that only the holder of the shards looks at makes nothing be read again', async () => {
    const { other, overlays, world } = await followingScene();
    const before = await overlays.readSummary('1');
    await other.coordination.announce({ kind: 'shards' });
    await other.coordination.announce({ kind: 'snapshot' });
    await expect.poll(() => world.looks).toBe(2);
    expect(await overlays.readSummary('1')).toEqual(before);
  });
});
