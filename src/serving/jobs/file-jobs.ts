import { strToU8, zipSync } from 'fflate';
import { type Article, type ArticleInfo, type Fact, toArticleInfo } from '../../knowledge/article/article.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import {
  type ArticleFile,
  type ArticleSource,
  readEachFile,
  readFiles,
} from '../../knowledge/folder/read-knowledge.ts';
import { estimateIndexCost, type IndexCost } from '../../search/index/index-cost.ts';
import type { ChangeReport } from '../base/base-report.ts';
import { writeChangesFile, writeFolderFile, writeIndexFile } from '../indexes/index-files.ts';
import { computeFolderKey } from '../indexes/index-key.ts';
import { ArticleSender } from '../reading/article-channel.ts';
import { KnownFiles } from '../reading/known-files.ts';
import { type ProgressMemory, writeProgress } from './reading-progress.ts';

export interface ReadRequest {
  readonly source: ArticleSource;
  /** The channel to send the articles on. */
  readonly channel: string;
  readonly progress: ProgressMemory;
  /** How many of the first files to skip, because they were begun before. */
  readonly skip: number;
  /** The articles that serve until then, or null for a first base: files that have not changed are not parsed again. */
  readonly before: SharedArrayBuffer | null;
}

/** What to store, and where. */
export interface KeepRequest {
  /** The folder of the stored indexes. */
  readonly indexes: string;
  /** The index of articles by its key; its memory is null where it is stored already. */
  readonly index: { readonly key: string; readonly memory: SharedArrayBuffer | null };
  /** How its articles differ from those that served before; null where none of whose index the key is known did. */
  readonly changes: { readonly before: string; readonly report: ChangeReport } | null;
  /** The folder that gave these articles alone, its key and its other problems; null where there is none. */
  readonly folder: {
    readonly path: string;
    readonly key: string;
    readonly problems: readonly Problem[];
  } | null;
}

/** The content of an uploaded file; `article` is null where it cannot be an article. */
export interface UploadReading {
  /** Whether reading was stopped, so that the content is unknown. */
  readonly isStopped: boolean;
  readonly article: UploadedArticle | null;
  readonly problems: readonly Problem[];
}

/** An article without its text, which may be too large to pass between threads. */
export interface UploadedArticle extends ArticleInfo {
  readonly factCount: number;
  readonly firstFact: Fact;
  /** What it would add to the index of a server. */
  readonly cost: IndexCost;
}

/**
 * The jobs of a file thread. A file that was made for it can block any of them: the caller then ends the
 * thread.
 */
export const fileJobs = {
  /** Reads all files of a source, and sends each on a channel; does not send the end. */
  async readSource({ source, channel, progress, skip, before }: ReadRequest): Promise<void> {
    const sender = new ArticleSender(channel);
    const known = new KnownFiles(before);
    let count = 0;
    const onFile = (path: string, bytes: Uint8Array): boolean => {
      if (count++ < skip) return false;
      writeProgress(progress, path, bytes.length);
      if (!known.isUnchanged(path, bytes)) return true;
      sender.sendUnchanged(path);
      return false;
    };
    for await (const reading of readEachFile(source, { onFile })) sender.send(reading);
    sender.close();
  },

  /** Stores an index with its changes, and what a folder gives unless it has changed since its key was computed. */
  async keepIndex({ indexes, index, changes, folder }: KeepRequest): Promise<void> {
    // First, so that whoever finds the index finds them too.
    if (changes !== null)
      await writeChangesFile(indexes, { before: changes.before, after: index.key }, changes.report);
    if (index.memory !== null) await writeIndexFile(indexes, index.key, index.memory);
    if (folder === null || (await computeFolderKey(folder.path)) !== folder.key) return;
    await writeFolderFile(indexes, folder.key, { index: index.key, problems: folder.problems });
  },

  /** Reads one uploaded file. */
  readUpload(file: ArticleFile): UploadReading {
    const { articles, problems } = readFiles([file]);
    const [article] = articles;
    return { isStopped: false, article: article === undefined ? null : toUploadedArticle(article), problems };
  },

  /** Packs texts into one ZIP archive; the keys are the names of its files. */
  packTexts(texts: Readonly<Record<string, string>>): Uint8Array {
    return zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])));
  },
};

export type FileJobs = typeof fileJobs;

function toUploadedArticle(article: Article): UploadedArticle | null {
  const [firstFact] = article.facts;
  if (firstFact === undefined) return null;
  return {
    ...toArticleInfo(article),
    factCount: article.facts.length,
    firstFact,
    cost: estimateIndexCost(article),
  };
}
