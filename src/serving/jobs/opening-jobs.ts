import type { Article } from '../../knowledge/article/article.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import {
  type ArticleText,
  collectKnowledge,
  comparePaths,
  type Knowledge,
} from '../../knowledge/folder/collect-knowledge.ts';
import { FactBase } from '../../search/fact-base.ts';
import { ArticleReceiver, ArticleSender } from '../base/article-channel.ts';
import { type RefreshReport, reportChanges } from '../base/base-report.ts';
import type { ThreadState } from '../base/thread-state.ts';

interface BuildRequest {
  /** What is read comes on this channel. */
  readonly channel: string;
  /** The articles that served before come on this one; null for a first base. */
  readonly before: string | null;
  readonly refreshedAt: Date;
}

/** What came of building a base. */
export type BuildResult =
  | { readonly kind: 'built'; readonly report: RefreshReport }
  /** Not one article can be read. */
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** Thousands of broken files are told by their number; nobody reads more lines. */
const MAX_PROBLEMS = 1_000;
/** One message with all texts would hold the thread that gets it. */
const MAX_TEXT_CHARS = 1_000_000;

/** How a thread comes by its articles, and hands them on. */
export function createOpeningJobs(state: ThreadState) {
  return {
    /** From now on what is sent on this channel is kept, for `build` and `hold`. */
    listen(channel: string): void {
      state.receivers.set(channel, new ArticleReceiver(channel));
    },

    /** Builds a base of what was sent. A file that is broken now keeps the version that served before. */
    async build({ channel, before, refreshedAt }: BuildRequest): Promise<BuildResult> {
      const read = await receive(state, channel);
      const old: Knowledge = before === null ? NOTHING : await receive(state, before);
      const problems = read.problems.slice(0, MAX_PROBLEMS);
      if (read.articles.length === 0) return { kind: 'nothing-readable', problems };
      const kept = findLastReadable(old.articles, read);
      const keptPaths = new Set(kept.map(({ path }) => path));
      const articles = [...read.articles, ...kept].toSorted(comparePaths);
      const keptTexts = old.texts.filter(({ path }) => keptPaths.has(path));
      const texts = [...read.texts, ...keptTexts].toSorted(comparePaths);
      const base = new FactBase(articles);
      state.shared = { articles, texts, base, refreshedAt };
      // What served before goes on answering meanwhile.
      await state.startUnderstanding(base, before !== null);
      const report = {
        changes: reportChanges(old.articles, articles),
        problems,
        kept: [...keptPaths],
        articleCount: articles.length,
        factCount: base.facts.length,
      };
      return { kind: 'built', report };
    },

    /** Holds the articles that were sent, as what overlays lie over. */
    async hold({ channel, refreshedAt }: Omit<BuildRequest, 'before'>): Promise<void> {
      const { articles } = await receive(state, channel);
      state.shared = { articles, texts: [], base: null, refreshedAt };
    },

    /** Sends the shared articles, and that they were all, to another thread that listens on this channel. */
    share(channel: string): void {
      const sender = new ArticleSender(channel);
      const { articles, texts } = state.shared;
      for (const [place, article] of articles.entries())
        sender.send({ path: article.path, article, text: texts[place]?.text ?? null, problems: [] });
      sender.end();
      sender.close();
    },

    /** The texts of the shared articles from this place on, as many as one message should carry; empty behind the last. */
    textsFrom(place: number): readonly ArticleText[] {
      const { texts } = state.shared;
      let [end, chars] = [place, 0];
      while (end < texts.length && (end === place || chars < MAX_TEXT_CHARS)) {
        chars += texts[end]?.text.length ?? 0;
        end++;
      }
      return texts.slice(place, end);
    },
  };
}

const NOTHING: Knowledge = { articles: [], texts: [], problems: [] };

async function receive({ receivers }: ThreadState, channel: string): Promise<Knowledge> {
  const receiver = receivers.get(channel);
  if (receiver === undefined) throw new RangeError(`nobody listens on ${channel}`);
  const readings = await receiver.received;
  receiver.close();
  receivers.delete(channel);
  return collectKnowledge(readings);
}

/** The articles of `before` whose files are still there but broken, or stand in a sub-folder that is. */
export function findLastReadable(
  before: readonly Article[],
  { articles, problems }: Pick<Knowledge, 'articles' | 'problems'>,
): readonly Article[] {
  const read = new Set(articles.map(({ path }) => path));
  const broken = new Set(problems.filter(({ kind }) => kind === 'skipped').map(({ path }) => path));
  return before.filter(({ path }) => !read.has(path) && withFolders(path).some((place) => broken.has(place)));
}

/** `a/b/c.md` gives `a/b/c.md`, `a/b` and `a`; `./server/c.md` not the knowledge folder itself. */
function withFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts
    .map((_, depth) => parts.slice(0, parts.length - depth).join('/'))
    .filter((place) => place !== '.');
}
