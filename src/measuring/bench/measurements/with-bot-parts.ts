import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../../knowledge/article/article.ts';
import { Refreshes } from '../../../requests/refreshing/refreshes.ts';
import { openStore } from '../../../requests/starting/open-store.ts';
import { KnowledgeService } from '../../../serving/knowledge-service.ts';
import type { Threads } from '../../../serving/lanes/threads.ts';
import { OverlayContents } from '../../../serving/overlay-contents.ts';
import type { Store } from '../../../store/open-store.ts';
import { articleFile } from '../../made-up/article-file.ts';

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
export function withBotParts<Result>(
  { shared, threads }: BotPartsOptions,
  work: (parts: BotParts) => Promise<Result>,
): Promise<Result> {
  return inTemporaryPlace(async (place) => {
    await writeFolder(place, shared);
    return withPartsIn(place, threads, work);
  });
}

/** Works with a temporary folder of its own, of which nothing is left. */
export async function inTemporaryPlace<Result>(work: (place: string) => Promise<Result>): Promise<Result> {
  const place = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  try {
    return await work(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Writes the folder of shared articles in `place`, a file at a time. */
export async function writeFolder(place: string, articles: readonly Article[]): Promise<void> {
  await mkdir(folderIn(place));
  for (const [index, article] of articles.entries()) await writeArticle(place, index, articleFile(article));
}

/** Writes the file of the article with this index among the shared ones. */
export async function writeArticle(place: string, index: number, text: string): Promise<void> {
  await writeFile(join(folderIn(place), `article-${index + 1}.md`), text);
}

/**
 * Works with the parts of a bot whose folder is written in `place`.
 *
 * @throws {StoreError} where its database cannot be written there
 */
export async function withPartsIn<Result>(
  place: string,
  threads: Threads,
  work: (parts: BotParts) => Promise<Result>,
): Promise<Result> {
  const store = await openIn(place);
  try {
    const parts = await partsOn(store, folderIn(place), threads);
    try {
      return await work(parts);
    } finally {
      await parts.knowledge.end();
    }
  } finally {
    await store.close();
  }
}

function folderIn(place: string): string {
  return join(place, 'knowledge');
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

async function partsOn(store: Store, folder: string, threads: Threads): Promise<BotParts> {
  const opened = await KnowledgeService.open({
    folder,
    threads,
    overlays: new OverlayContents(store),
    phrasings: null,
    now,
    newId: () => 'job',
    onStoreError: fail,
    onOverrun: ({ cause }) => cause ?? new Error('too much'),
    onSetAside: () => {},
  });
  if (opened.kind === 'nothing-readable') throw new Error('the articles cannot be read');
  const { service: knowledge } = opened;
  const refreshes = new Refreshes({
    knowledge,
    store,
    newId: () => 'preview',
    onStoreError: fail,
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
