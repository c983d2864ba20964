import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/open-store.ts';
import { asking, counting } from '../scene.ts';

/** Something in every table, in more than one batch, as one file. Filling it takes seconds, so each file of tests does it once. */
let full: Promise<Buffer> | null = null;

/** Writes a store with something in every table, in more than one batch. Returns its path. */
export async function writeFilledStore(folder: string, name = 'full.db'): Promise<string> {
  full ??= fill();
  const path = join(folder, name);
  await writeFile(path, await full);
  return path;
}

async function fill(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-copy-'));
  const path = join(folder, 'full.db');
  await fillStore(path);
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return bytes;
}

async function fillStore(url: string): Promise<void> {
  const store = await openStore({ url, ...counting() });
  for (let number = 0; number < 520; number++) {
    const { id } = await store.asked.record(
      asking(`Frage ${number} – “ä😀”?`, { confidence: number / 7_777, guildId: number % 3 ? 'g' : null }),
    );
    if (number % 5 === 0) await store.votes.cast({ askedId: id, voterId: 'v', isHelpful: number % 2 === 0 });
  }
  for (let number = 0; number < 30; number++)
    await store.serverValues.change('g', 'mod', [
      { kind: 'article', name: `${number}.md`, value: `text\n${'x'.repeat(number * 8_000)}` },
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
