import { openStore } from '../../../src/store/open-store.ts';
import { asking, counting } from '../scene.ts';

/** Puts something into every table, in more than one batch. */
export async function fillStore(url: string): Promise<void> {
  const store = await openStore({ url, ...counting() });
  for (let number = 0; number < 520; number++) {
    const { id } = await store.asked.record(
      asking(`Frage ${number} – “ä😀”?`, { confidence: number / 7_777, guildId: number % 3 ? 'g' : null }),
    );
    if (number % 5 === 0) await store.votes.cast({ askedId: id, voterId: 'v', isHelpful: number % 2 === 0 });
  }
  for (let number = 0; number < 30; number++)
    await store.serverValues.change('g', 'mod', [
      { kind: 'article', name: `${number}.md`, value: `text\n${'x'.repeat(number * 100)}` },
    ]);
  await store.forgetting.markLeft('gone');
  await store.greetings.markGreeted(['g']);
  await store.forumPosts.claim({ postId: 'p', guildId: 'g' });
  await store.digests.claim('g', '2026-W48');
  for (const text of ['one', 'two'])
    await store.snapshots.save({
      cause: 'start',
      byId: null,
      guildId: null,
      added: 1,
      removed: 0,
      changed: 0,
      factCount: 1,
      texts: [{ path: 'a.md', text }],
    });
  await store.close();
}
