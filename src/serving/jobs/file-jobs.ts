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
import { ArticleSender } from '../base/article-channel.ts';
import { writeIndexFile } from '../indexes/index-files.ts';
import { computeIndexKey } from '../indexes/index-key.ts';
import { type ProgressMemory, writeProgress } from './reading-progress.ts';

export interface ReadRequest {
  readonly source: ArticleSource;
  /** The channel to send the articles on. */
  readonly channel: string;
  readonly progress: ProgressMemory;
  /** How many of the first files to skip, because they were begun before. */
  readonly skip: number;
}

/** Where articles and stored indexes are. */
export interface IndexFolders {
  readonly folder: string;
  /** The folder of the stored indexes. */
  readonly indexes: string;
}

interface BuiltIndex {
  readonly key: string;
  readonly memory: SharedArrayBuffer;
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
  async readSource({ source, channel, progress, skip }: ReadRequest): Promise<void> {
    const sender = new ArticleSender(channel);
    let count = 0;
    const onFile = (path: string, bytes: number): boolean => {
      if (count++ < skip) return false;
      writeProgress(progress, path, bytes);
      return true;
    };
    for await (const reading of readEachFile(source, { onFile })) sender.send(reading);
    sender.close();
  },

  /** Stores the index of a folder's articles, unless they have changed since the key was computed. */
  async keepIndex({ folder, indexes, key, memory }: IndexFolders & BuiltIndex): Promise<void> {
    if ((await computeIndexKey(folder)) === key) await writeIndexFile(indexes, key, memory);
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
