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
import { renderArticleFile } from '../../made-up/generate-articles.ts';

/** The parts that the bot answers from, assembled as the bot does it. */
export interface BotParts {
  /** The folder of the shared articles. */
  readonly folder: string;
  readonly store: Store;
  readonly knowledge: KnowledgeService;
  readonly refreshes: Refreshes;
}

export interface BotPartsOptions {
  /** The articles of the shared folder. */
  readonly shared: readonly Article[];
  readonly threads: Threads;
}

/**
 * Runs `work` with the parts of a bot whose articles and database lie in a temporary folder, which is removed afterwards.
 *
 * @throws {StoreError} where the folder cannot be written to
 */
export function runWithBotParts<Result>(
  { shared, threads }: BotPartsOptions,
  work: (parts: BotParts) => Promise<Result>,
): Promise<Result> {
  return runInTemporaryFolder(async (botFolder) => {
    await writeFolder(botFolder, shared);
    return runWithPartsIn(botFolder, threads, work);
  });
}

/** Runs `work` with a temporary folder, which is removed afterwards. */
export async function runInTemporaryFolder<Result>(
  work: (botFolder: string) => Promise<Result>,
): Promise<Result> {
  const botFolder = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  try {
    return await work(botFolder);
  } finally {
    await rm(botFolder, { recursive: true, force: true });
  }
}

/** Writes the shared articles into the bot's folder, one file at a time. */
export async function writeFolder(botFolder: string, articles: readonly Article[]): Promise<void> {
  await mkdir(locateArticles(botFolder));
  for (const [index, article] of articles.entries())
    await writeArticle(botFolder, index, renderArticleFile(article));
}

/** Writes the file of the shared article with this index. */
export async function writeArticle(botFolder: string, index: number, text: string): Promise<void> {
  await writeFile(join(locateArticles(botFolder), `article-${index + 1}.md`), text);
}

/**
 * Runs `work` with the parts of a bot whose articles are in the bot's folder already.
 *
 * @throws {StoreError} where its database cannot be written there
 */
export async function runWithPartsIn<Result>(
  botFolder: string,
  threads: Threads,
  work: (parts: BotParts) => Promise<Result>,
): Promise<Result> {
  const store = await openStoreIn(botFolder);
  try {
    const parts = await openParts(store, locateArticles(botFolder), threads);
    try {
      return await work(parts);
    } finally {
      await parts.knowledge.end();
    }
  } finally {
    await store.close();
  }
}

function locateArticles(botFolder: string): string {
  return join(botFolder, 'knowledge');
}

async function openStoreIn(botFolder: string): Promise<Store> {
  let ids = 0;
  const { store, problem } = await openStore({
    url: join(botFolder, 'footnote.db'),
    now,
    newId: () => `id-${ids++}`,
  });
  if (problem !== null) throw problem;
  return store;
}

async function openParts(store: Store, folder: string, threads: Threads): Promise<BotParts> {
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

/** Stops the measurement: without the database it would measure something else. */
function fail(error: Error): never {
  throw error;
}
