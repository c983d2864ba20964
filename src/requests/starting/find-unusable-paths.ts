import { stat } from 'node:fs/promises';
import { listArticleFiles } from '../../knowledge/folder/list-files.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { describePassedOver } from '../../wording/problems.ts';

export interface StoragePaths {
  readonly knowledgeDir: string;
  /** Null where nothing is stored. */
  readonly databaseUrl: string | null;
}

/**
 * Lists all that is wrong with the settings in one report: `mistakes`, and the unusable paths that the
 * settings name. Checks for articles only once everything else is right: reading them may take long. A store
 * that cannot be written is no reason not to answer, so it is only reported beside another mistake.
 */
export async function findUnusablePaths(
  { knowledgeDir, databaseUrl }: StoragePaths,
  mistakes: readonly string[],
): Promise<readonly string[]> {
  const noFolder = await explainMissingFolder(knowledgeDir);
  // A wrong address is among the mistakes already.
  const storeError = databaseUrl === null ? null : await loadAndInspectStore(databaseUrl);
  const store = storeError === null || storeError.code === 'unsupported-url' ? null : storeError;
  const mayStillStart = mistakes.length === 0 && (store === null || store.code === 'cannot-write');
  if (noFolder === null && mayStillStart && store === null) return [];
  const folder = noFolder ?? (await explainMissingArticles(knowledgeDir));
  if (folder === null && mayStillStart) return [];
  return [
    ...mistakes,
    ...(folder === null ? [] : [folder]),
    ...(store === null ? [] : [`DATABASE_URL: ${store.message}`]),
  ];
}

/** Loads the store's code only where there is a store: `ask` needs none. */
async function loadAndInspectStore(url: string): Promise<StoreError | null> {
  const { inspectStore } = await import('../../store/inspect-store.ts');
  return inspectStore(url);
}

async function explainMissingFolder(folder: string): Promise<string | null> {
  const remedy = 'Give the path of an existing folder with article files.';
  try {
    if ((await stat(folder)).isDirectory()) return null;
    return `KNOWLEDGE_DIR: “${toPrintable(folder)}” is not a folder, so there is no readable article. ${remedy}`;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be opened (${code})`;
    return `KNOWLEDGE_DIR: the folder “${toPrintable(folder)}” ${why}, so there is no readable article. ${remedy}`;
  }
}

async function explainMissingArticles(folder: string): Promise<string | null> {
  const { files, passedOver } = await listArticleFiles(folder);
  if (files.length > 0) return null;
  return `KNOWLEDGE_DIR: there is no readable article in “${toPrintable(folder)}”. ${adviseArticle(passedOver)}`;
}

/** Says what to do about a folder without an article, with the documents in it that cannot be read. */
export function adviseArticle(passedOver: readonly string[]): string {
  const named = describePassedOver(passedOver);
  return named === null
    ? 'Put an article there, such as a Markdown or text file; docs/articles.md lists the kinds of files.'
    : `${named} Or put an article there, such as a Markdown or text file.`;
}
