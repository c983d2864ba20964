import type { Article } from '../../knowledge/article/article.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { collectKnowledge, comparePaths, type Knowledge } from '../../knowledge/folder/collect-knowledge.ts';
import { FactBase } from '../../search/fact-base.ts';
import { ArticleReceiver } from '../base/article-channel.ts';
import { type RefreshReport, reportChanges } from '../base/base-report.ts';
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
  | { readonly kind: 'built'; readonly report: RefreshReport }
  /** Not one article is readable. */
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** Thousands of broken files are reported by their number; nobody reads more lines. */
const MAX_PROBLEMS = 1_000;

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
      const problems = read.problems.slice(0, MAX_PROBLEMS);
      if (read.articles.length === 0) return { kind: 'nothing-readable', problems };
      const kept = findLastReadable(old.articles, read);
      const keptPaths = new Set(kept.map(({ path }) => path));
      const articles = [...read.articles, ...kept].toSorted(comparePaths);
      const keptTexts = old.texts.filter(({ path }) => keptPaths.has(path));
      const texts = [...read.texts, ...keptTexts].toSorted(comparePaths);
      const base = new FactBase(articles);
      state.shared = { articles, texts, base, refreshedAt };
      // The base that served before still answers meanwhile.
      await state.startComputingVectors(base, before !== null);
      const report = {
        changes: reportChanges(old.articles, articles),
        problems,
        kept: [...keptPaths],
        articleCount: articles.length,
        factCount: base.facts.length,
      };
      return { kind: 'built', report };
    },

    /** Holds the articles that were sent, to build overlays on. */
    async hold({ channel, refreshedAt }: Omit<BuildRequest, 'before'>): Promise<void> {
      const { articles } = await receiveKnowledge(state, channel);
      state.shared = { articles, texts: [], base: null, refreshedAt };
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
