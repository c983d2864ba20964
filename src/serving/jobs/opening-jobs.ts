import { hashText } from '../../kit/ids.ts';
import type { ArticleLimits } from '../../knowledge/article/limits.ts';
import { cutProblems, type Problem } from '../../knowledge/article/problem.ts';
import { type ArticleText, comparePaths } from '../../knowledge/folder/collect-knowledge.ts';
import {
  type ChangeReport,
  NO_CHANGES,
  type RefreshReport,
  reportChanges,
  selectLimited,
} from '../base/base-report.ts';
import { type GatheredArticles, gatherArticles } from '../base/gather-articles.ts';
import { SharedArticles } from '../base/shared-articles.ts';
import type { ThreadState } from '../base/thread-state.ts';
import { readChangesFile, readFolderFile, readIndexFile } from '../indexes/index-files.ts';
import { computeFolderKey, computeIndexKey, type HashedFile } from '../indexes/index-key.ts';
import { ArticleReceiver } from '../reading/article-channel.ts';

/** The articles that serve until others do. */
export interface EarlierArticles {
  /** The articles, or null for a first base. */
  readonly before: SharedArrayBuffer | null;
  /** The key of their index; null where they do not follow from their texts. */
  readonly beforeKey: string | null;
}

interface GatherRequest extends EarlierArticles {
  /** The channel that the new articles arrive on. */
  readonly channel: string;
}

interface BuildRequest extends EarlierArticles {
  readonly refreshedAt: Date;
}

interface StoredRequest extends BuildRequest {
  /** The folder of the stored indexes. */
  readonly indexes: string;
  readonly key: string;
  /** What the key is of: the files of a folder, or the texts of articles. */
  readonly of: 'folder' | 'texts';
}

interface HoldRequest {
  /** Articles that another thread has built. */
  readonly memory: SharedArrayBuffer;
  readonly refreshedAt: Date;
}

/** Describes the articles that a thread has gathered. */
export type GatherResult =
  | {
      readonly kind: 'gathered';
      /** The key of their index; null where they do not follow from their texts. */
      readonly key: string | null;
      /** The size of their texts. */
      readonly bytes: number;
      /** The problems of files that give no article. */
      readonly problems: readonly Problem[];
      /** Whether the folder gives these articles after a restart too: a file that is broken now has kept its last readable version. */
      readonly isOfFolderAlone: boolean;
    }
  /** Not one article is readable. */
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** A base that was built or read. */
export interface BuildResult {
  /** The articles, for other threads to hold. */
  readonly memory: SharedArrayBuffer;
  /** The key of their index; null where they do not follow from their texts. */
  readonly key: string | null;
  readonly report: RefreshReport;
  /** The different limits of the articles. */
  readonly limits: readonly ArticleLimits[];
}

/** One message with all texts would block the thread that receives it. */
const MAX_TEXT_CHARS = 1_000_000;
/** 20 changed articles take a few seconds. */
const MOST_WAIT_MS = 20_000;

/** Creates the jobs that give a thread its articles. */
export function createOpeningJobs(state: ThreadState) {
  return {
    /** Computes the key of a folder, or null where nothing of it is to be stored. */
    findFolderKey: (folder: string): Promise<string | null> => computeFolderKey(folder),

    /** Computes the key of the index of articles. */
    findIndexKey: (files: readonly HashedFile[]): string => computeIndexKey(files),

    /** Keeps everything that is sent on this channel from now on, for `gather`. */
    listen(channel: string): void {
      state.receivers.set(channel, new ArticleReceiver(channel));
    },

    /** Gathers the articles that were sent, for `build`. */
    async gather({ channel, before }: GatherRequest): Promise<GatherResult> {
      const gathered = await receiveArticles(state, channel, openEarlier(before));
      const { knowledge, others, kept, followsFromTexts } = gathered;
      if (knowledge.articles.length === 0) return { kind: 'nothing-readable', problems: others };
      state.gathered = gathered;
      const files = knowledge.texts.map(({ path, text }) => ({ path, hash: hashText(text) }));
      return {
        kind: 'gathered',
        key: followsFromTexts ? computeIndexKey(files) : null,
        bytes: knowledge.texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
        problems: others,
        isOfFolderAlone: kept.size === 0 && others.every(({ kind }) => kind !== 'skipped'),
      };
    },

    /** Builds a base of the articles that were gathered. The same texts as before need no new index. */
    async build({ key, before, beforeKey, refreshedAt }: BuildRequest & { readonly key: string | null }) {
      const { gathered } = state;
      if (gathered === null) throw new TypeError('this thread has gathered no articles');
      const isSame = before !== null && key !== null && key === beforeKey;
      const memory = isSame ? before : SharedArticles.write(gathered.knowledge);
      return serve(state, { key, memory, before, refreshedAt, changes: null }, gathered);
    },

    /** Answers from a stored index, if there is one. */
    async openStored({ indexes, key, of, before, beforeKey, refreshedAt }: StoredRequest) {
      const folder = of === 'folder' ? await readFolderFile(indexes, key) : null;
      const indexKey = of === 'folder' ? folder?.index : key;
      if (indexKey === undefined) return null;
      const memory = indexKey === beforeKey ? before : await readIndexFile(indexes, indexKey);
      if (memory === null) return null;
      const others = folder?.problems ?? state.gathered?.others ?? [];
      const kept = state.gathered?.kept ?? new Set<string>();
      const changes =
        beforeKey === null
          ? null
          : await readChangesFile<ChangeReport>(indexes, { before: beforeKey, after: indexKey });
      return serve(state, { key: indexKey, memory, before, refreshedAt, changes }, { others, kept });
    },

    /** Holds articles that another thread has built. */
    hold({ memory, refreshedAt }: HoldRequest): void {
      state.shared = new SharedArticles(memory, refreshedAt);
    },

    /**
     * Returns the texts of the shared articles from this position on, as many as one message should carry;
     * none behind the last.
     */
    readTexts(index: number): readonly ArticleText[] {
      return state.shared.readTexts(index, MAX_TEXT_CHARS);
    },
  };
}

interface NewArticles {
  readonly key: string | null;
  readonly memory: SharedArrayBuffer;
  readonly before: SharedArrayBuffer | null;
  /** How they differ from those, if that is known. */
  readonly changes: ChangeReport | null;
  readonly refreshedAt: Date;
}

/** Answers from these articles from now on, and tells how they differ from the old ones. */
async function serve(
  state: ThreadState,
  { key, memory, before, changes, refreshedAt }: NewArticles,
  gathered: Pick<GatheredArticles, 'others' | 'kept'>,
): Promise<BuildResult> {
  const old = openEarlier(before);
  const shared = new SharedArticles(memory, refreshedAt);
  state.shared = shared;
  state.gathered = null;
  // The base that served before still answers meanwhile.
  await state.waitForSharedVectors(old === null ? 0 : MOST_WAIT_MS);
  const known = changes ?? (old === null ? NO_CHANGES : reportChanges(old, shared));
  const limited = [...(old?.bases.listLimitedPaths() ?? []), ...shared.bases.listLimitedPaths()];
  const report = reportRefresh(shared, { ...gathered, changes: known, limited: new Set(limited) });
  return { key, memory, report, limits: shared.bases.limits };
}

/** Opens the articles that served before; when does not matter. */
function openEarlier(memory: SharedArrayBuffer | null): SharedArticles | null {
  return memory === null ? null : new SharedArticles(memory, new Date(0));
}

async function receiveArticles(
  { receivers }: ThreadState,
  channel: string,
  before: SharedArticles | null,
): Promise<GatheredArticles> {
  const receiver = receivers.get(channel);
  if (receiver === undefined) throw new RangeError(`nobody listens on ${channel}`);
  const readings = await receiver.received;
  receiver.close();
  receivers.delete(channel);
  return gatherArticles(readings, receiver.unchanged, before);
}

interface Reported extends Pick<GatheredArticles, 'others' | 'kept'> {
  readonly changes: ChangeReport;
  /** The paths of the articles, old and new, that not everybody may read. */
  readonly limited: ReadonlySet<string>;
}

function reportRefresh(now: SharedArticles, { others, kept, changes, limited }: Reported): RefreshReport {
  const { articleCount, factCount } = now;
  // What is wrong in the last readable version of a broken file is no news.
  const own = now.problems.filter(({ path }) => !kept.has(path));
  const problems = cutProblems([...others, ...own]).toSorted(comparePaths);
  return {
    changes,
    problems,
    kept: [...kept],
    limited: selectLimited({ changes, problems }, limited),
    articleCount,
    factCount,
  };
}
