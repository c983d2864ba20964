import type { Article } from '../../knowledge/article/article.ts';
import { type ArticleLimits, isLimited, toLimitsKey } from '../../knowledge/article/limits.ts';
import { type Problem, toWarning } from '../../knowledge/article/problem.ts';
import { collectKnowledge, comparePaths, type Knowledge } from '../../knowledge/folder/collect-knowledge.ts';
import { ArticleReceiver } from '../base/article-channel.ts';
import { listLimited, type RefreshReport, reportChanges } from '../base/base-report.ts';
import { ReadableBases } from '../base/readable-bases.ts';
import type { ThreadState } from '../base/thread-state.ts';

interface BuildRequest {
  /** The channel that the new articles arrive on. */
  readonly channel: string;
  /** The channel that the served articles arrive on, or null for a first base. */
  readonly before: string | null;
  readonly refreshedAt: Date;
}

/** The outcome of building a base. */
export type BuildResult =
  | {
      readonly kind: 'built';
      readonly report: RefreshReport;
      /** The different limits of the articles. */
      readonly limits: readonly ArticleLimits[];
    }
  /** Not one article is readable. */
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** Thousands of broken files are reported by their number; nobody reads more lines. */
const MAX_PROBLEMS = 1_000;
/** 20 changed articles take a few seconds. */
const MOST_WAIT_MS = 20_000;
/** Who may read what is decided for each question, on the main thread too. */
const MAX_LIMITS = 50;

/** Creates the jobs that give a thread its articles. */
export function createOpeningJobs(state: ThreadState) {
  return {
    /** Keeps everything that is sent on this channel from now on, for `build` and `hold`. */
    listen(channel: string): void {
      state.receivers.set(channel, new ArticleReceiver(channel));
    },

    /**
     * Builds a base of the articles that were sent. A file that is broken now keeps the version that served
     * before.
     */
    async build({ channel, before, refreshedAt }: BuildRequest): Promise<BuildResult> {
      const read = await receiveKnowledge(state, channel);
      const old: Knowledge = before === null ? NOTHING : await receiveKnowledge(state, before);
      if (read.articles.length === 0)
        return { kind: 'nothing-readable', problems: read.problems.slice(0, MAX_PROBLEMS) };
      const kept = findLastReadable(old.articles, read);
      const keptPaths = new Set(kept.map(({ path }) => path));
      const { articles, closed } = closeBeyondLimit([...read.articles, ...kept].toSorted(comparePaths));
      const problems = [...closed, ...read.problems].slice(0, MAX_PROBLEMS).toSorted(comparePaths);
      const keptTexts = old.texts.filter(({ path }) => keptPaths.has(path));
      const texts = [...read.texts, ...keptTexts].toSorted(comparePaths);
      const bases = ReadableBases.build(articles);
      state.shared = { articles, texts, bases, refreshedAt };
      // The base that served before still answers meanwhile.
      await state.waitForSharedVectors(before === null ? 0 : MOST_WAIT_MS);
      const changes = reportChanges(old.articles, articles);
      const report = {
        changes,
        problems,
        kept: [...keptPaths],
        limited: listLimited({ changes, problems }, [...old.articles, ...articles]),
        articleCount: articles.length,
        factCount: bases.find('everything').base.factCount,
      };
      return { kind: 'built', report, limits: bases.limits };
    },

    /** Builds a base of the articles that were sent, to put overlays on. */
    async hold({ channel, refreshedAt }: Omit<BuildRequest, 'before'>): Promise<void> {
      const { articles } = await receiveKnowledge(state, channel);
      state.shared = { articles, texts: [], bases: ReadableBases.build(articles), refreshedAt };
    },
  };
}

const NOTHING: Knowledge = { articles: [], texts: [], problems: [] };

async function receiveKnowledge({ receivers }: ThreadState, channel: string): Promise<Knowledge> {
  const receiver = receivers.get(channel);
  if (receiver === undefined) throw new RangeError(`nobody listens on ${channel}`);
  const readings = await receiver.received;
  receiver.close();
  receivers.delete(channel);
  return collectKnowledge(readings);
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
  before: readonly Article[],
  { articles, problems }: Pick<Knowledge, 'articles' | 'problems'>,
): readonly Article[] {
  const read = new Set(articles.map(({ path }) => path));
  const broken = new Set(problems.filter(({ kind }) => kind === 'skipped').map(({ path }) => path));
  return before.filter(
    ({ path }) => !read.has(path) && listWithFolders(path).some((each) => broken.has(each)),
  );
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
