import type { Article } from '../../knowledge/article/article.ts';
import { type ArticleLimits, isLimited, toLimitsKey } from '../../knowledge/article/limits.ts';
import { type Problem, toWarning } from '../../knowledge/article/problem.ts';
import {
  type ArticleText,
  collectKnowledge,
  comparePaths,
  type Knowledge,
} from '../../knowledge/folder/collect-knowledge.ts';
import { ArticleReceiver } from '../base/article-channel.ts';
import { NO_CHANGES, type RefreshReport, reportChanges, selectLimited } from '../base/base-report.ts';
import { SharedArticles } from '../base/shared-articles.ts';
import type { ThreadState } from '../base/thread-state.ts';
import { readIndexFile } from '../indexes/index-files.ts';
import { computeIndexKey } from '../indexes/index-key.ts';
import type { IndexFolders } from './file-jobs.ts';

interface BuildRequest {
  /** The channel that the new articles arrive on. */
  readonly channel: string;
  /** The articles that serve until then, or null for a first base. */
  readonly before: SharedArrayBuffer | null;
  readonly refreshedAt: Date;
}

interface HoldRequest {
  /** Articles that another thread has built. */
  readonly memory: SharedArrayBuffer;
  readonly refreshedAt: Date;
}

type StoredRequest = IndexFolders & Omit<BuildRequest, 'channel'>;

interface StoredResult {
  /** The key to store an index by; null where none is to be stored. */
  readonly key: string | null;
  /** Null where none is stored. */
  readonly result: BuildResult | null;
}

/** The outcome of building a base. */
export type BuildResult =
  | {
      readonly kind: 'built';
      /** The articles, for other threads to hold. */
      readonly memory: SharedArrayBuffer;
      readonly report: RefreshReport;
      /** The different limits of the articles. */
      readonly limits: readonly ArticleLimits[];
    }
  /** Not one article is readable. */
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** Thousands of broken files are reported by their number; nobody reads more lines. */
const MAX_PROBLEMS = 1_000;
/** One message with all texts would block the thread that receives it. */
const MAX_TEXT_CHARS = 1_000_000;
/** 20 changed articles take a few seconds. */
const MOST_WAIT_MS = 20_000;
/** Who may read what is decided for each question, on the main thread too. */
const MAX_LIMITS = 50;

/** Creates the jobs that give a thread its articles. */
export function createOpeningJobs(state: ThreadState) {
  return {
    /** Keeps everything that is sent on this channel from now on, for `build`. */
    listen(channel: string): void {
      state.receivers.set(channel, new ArticleReceiver(channel));
    },

    /**
     * Builds a base of the articles that were sent. A file that is broken now keeps the version that served
     * before.
     */
    async build({ channel, before, refreshedAt }: BuildRequest): Promise<BuildResult> {
      const read = await receiveKnowledge(state, channel);
      if (read.articles.length === 0)
        return { kind: 'nothing-readable', problems: read.problems.slice(0, MAX_PROBLEMS) };
      const old = before === null ? null : new SharedArticles(before, refreshedAt);
      const kept = old === null ? [] : findLastReadable(old, read);
      const memory = SharedArticles.write(addKept(read, kept, old));
      const keptPaths = new Set(kept.map(({ path }) => path));
      return serve(state, new SharedArticles(memory, refreshedAt), { old, keptPaths });
    },

    /** Answers from the stored index of a folder's articles, if there is one. */
    async openStored({ folder, indexes, before, refreshedAt }: StoredRequest): Promise<StoredResult> {
      const key = await computeIndexKey(folder);
      const memory = key === null ? null : await readIndexFile(indexes, key);
      if (memory === null) return { key, result: null };
      const old = before === null ? null : new SharedArticles(before, refreshedAt);
      const shared = new SharedArticles(memory, refreshedAt);
      return { key, result: await serve(state, shared, { old, keptPaths: new Set() }) };
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

/** Answers from these articles from now on, and tells how they differ from the old ones. */
async function serve(
  state: ThreadState,
  shared: SharedArticles,
  { old, keptPaths }: { readonly old: SharedArticles | null; readonly keptPaths: ReadonlySet<string> },
): Promise<BuildResult> {
  state.shared = shared;
  // The base that served before still answers meanwhile.
  await state.waitForSharedVectors(old === null ? 0 : MOST_WAIT_MS);
  const report = reportRefresh(old, shared, keptPaths);
  return { kind: 'built', memory: shared.memory, report, limits: shared.bases.limits };
}

async function receiveKnowledge({ receivers }: ThreadState, channel: string): Promise<Knowledge> {
  const receiver = receivers.get(channel);
  if (receiver === undefined) throw new RangeError(`nobody listens on ${channel}`);
  const readings = await receiver.received;
  receiver.close();
  receivers.delete(channel);
  return collectKnowledge(readings);
}

/** Adds the articles that keep their last readable version, and closes those beyond the most limits. */
function addKept(read: Knowledge, kept: readonly Article[], old: SharedArticles | null): Knowledge {
  const { articles, closed } = closeBeyondLimit([...read.articles, ...kept].toSorted(comparePaths));
  const keptTexts = old?.readTextsAt(new Set(kept.map(({ path }) => path))) ?? [];
  return {
    articles,
    texts: [...read.texts, ...keptTexts].toSorted(comparePaths),
    problems: [...closed, ...read.problems].slice(0, MAX_PROBLEMS).toSorted(comparePaths),
  };
}

function reportRefresh(
  old: SharedArticles | null,
  now: SharedArticles,
  kept: ReadonlySet<string>,
): RefreshReport {
  const { problems, articleCount, factCount } = now;
  const changes = old === null ? NO_CHANGES : reportChanges(old, now);
  const limited = new Set([...(old?.bases.listLimitedPaths() ?? []), ...now.bases.listLimitedPaths()]);
  return {
    changes,
    problems,
    kept: [...kept],
    limited: selectLimited({ changes, problems }, limited),
    articleCount,
    factCount,
  };
}

/** Closes the articles for everybody whose limits are more than there may be, and says so. */
function closeBeyondLimit(articles: readonly Article[]): {
  readonly articles: readonly Article[];
  readonly closed: readonly Problem[];
} {
  const known = new Set<string>();
  const closed: Problem[] = [];
  const kept = articles.map((article) => {
    if (!isLimited(article)) return article;
    const { path, channels, roles } = article;
    const key = toLimitsKey({ channels, roles });
    if (known.size < MAX_LIMITS) known.add(key);
    if (known.has(key)) return article;
    closed.push({ ...toWarning({ code: 'too-many-limits', max: MAX_LIMITS }), path });
    return { ...article, channels: [], roles: [] };
  });
  return { articles: kept, closed };
}

/** Finds the articles of `before` whose files are still there but broken, or stand in a broken sub-folder. */
function findLastReadable(
  before: SharedArticles,
  { articles, problems }: Pick<Knowledge, 'articles' | 'problems'>,
): readonly Article[] {
  const found = new Set(articles.map(({ path }) => path));
  const broken = new Set(problems.filter(({ kind }) => kind === 'skipped').map(({ path }) => path));
  return before
    .listStored()
    .filter(({ path }) => !found.has(path) && listWithFolders(path).some((each) => broken.has(each)))
    .map(({ read }) => read());
}

/**
 * Lists a path with its folders: `a/b/c.md` gives `a/b/c.md`, `a/b` and `a`. `./server/c.md` does not give
 * the knowledge folder itself.
 */
function listWithFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts
    .map((_, depth) => parts.slice(0, parts.length - depth).join('/'))
    .filter((each) => each !== '.');
}
