import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../knowledge/article.ts';
import { openStore } from '../requests/open-store.ts';
import { Refreshes } from '../requests/refreshes.ts';
import { KnowledgeService } from '../serving/knowledge-service.ts';
import { OwnContents } from '../serving/own-contents.ts';
import type { Threads } from '../serving/threads.ts';
import type { Store } from '../store/open-store.ts';
import { articleFile } from './article-file.ts';

/** What the bot answers from, put together as it does it. */
export interface BotParts {
  /** Of the shared articles. */
  readonly folder: string;
  readonly store: Store;
  readonly knowledge: KnowledgeService;
  readonly refreshes: Refreshes;
}

export interface BotPartsOptions {
  /** What is in the shared folder. */
  readonly shared: readonly Article[];
  readonly threads: Threads;
}

/**
 * Works with the parts of a bot that has its folder and its database in a temporary place, of which nothing is left.
 *
 * @throws {StoreError} where nothing can be written there
 */
export async function withBotParts<Result>(
  options: BotPartsOptions,
  work: (parts: BotParts) => Promise<Result>,
): Promise<Result> {
  const place = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  try {
    const folder = join(place, 'knowledge');
    await mkdir(folder);
    for (const [index, article] of options.shared.entries())
      await writeFile(join(folder, `article-${index + 1}.md`), articleFile(article));
    const store = await openIn(place);
    try {
      const parts = await partsOn(store, folder, options);
      try {
        return await work(parts);
      } finally {
        await parts.knowledge.end();
      }
    } finally {
      await store.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function openIn(place: string): Promise<Store> {
  let ids = 0;
  const { store, problem } = await openStore({
    url: join(place, 'footnote.db'),
    now,
    newId: () => `id-${ids++}`,
  });
  if (problem !== null) throw problem;
  return store;
}

async function partsOn(store: Store, folder: string, { threads }: BotPartsOptions): Promise<BotParts> {
  const opened = await KnowledgeService.open({
    folder,
    threads,
    own: new OwnContents(store),
    phrasings: null,
    now,
    newId: () => 'job',
    onNotKept: fail,
    onTooMuch: ({ cause }) => cause ?? new Error('too much'),
    onSetAside: () => {},
  });
  if (opened.kind === 'nothing-readable') throw new Error('the articles cannot be read');
  const { service: knowledge } = opened;
  const refreshes = new Refreshes({
    knowledge,
    store,
    newId: () => 'preview',
    onNotKept: fail,
    onDone: () => {},
  });
  await refreshes.start();
  return { folder, store, knowledge, refreshes };
}

const now = (): Date => new Date();

/** What was measured without its database would be something else. */
function fail(error: Error): never {
  throw error;
}
