import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnsweringModels } from '../answering/answering-models.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleFile } from '../knowledge/read-files.ts';
import type { Knowledge } from '../knowledge/read-knowledge.ts';
import { readSmallHere } from '../knowledge/read-small-here.ts';
import { GuildKnowledge } from '../requests/guild-knowledge.ts';
import { openStore } from '../requests/open-store.ts';
import { Refreshes } from '../requests/refreshes.ts';
import { ServedKnowledge } from '../requests/served-knowledge.ts';
import type { Store } from '../store/open-store.ts';
import { articleFile } from './article-file.ts';

/** What the bot answers from, put together as it does it. */
export interface BotParts {
  /** Of the shared articles. */
  readonly folder: string;
  readonly store: Store;
  readonly knowledge: GuildKnowledge;
  readonly refreshes: Refreshes;
}

export interface BotPartsOptions {
  /** What is in the shared folder. */
  readonly shared: readonly Article[];
  readonly models: AnsweringModels;
  readonly reading: Reading;
}

/** How articles are read. */
interface Reading {
  readonly folder: (folder: string) => Promise<Knowledge>;
  readonly files: (files: readonly ArticleFile[]) => Promise<Knowledge>;
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
      return await work(await partsOn(store, folder, options));
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

async function partsOn(
  store: Store,
  folder: string,
  { models, reading }: BotPartsOptions,
): Promise<BotParts> {
  const shared = await ServedKnowledge.open({ folder, models, now, read: reading.folder });
  const knowledge = new GuildKnowledge({
    shared,
    store,
    read: (files) => readSmallHere(files, reading.files),
    now,
    onNotKept: fail,
  });
  const refreshes = new Refreshes({
    shared,
    store,
    readFiles: reading.files,
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
