import type { ArticleText } from '../../knowledge/folder/collect-knowledge.ts';
import { ArticleSender } from '../base/article-channel.ts';
import type { ThreadState } from '../base/thread-state.ts';

/** One message with all texts would block the thread that receives it. */
const MAX_TEXT_CHARS = 1_000_000;

/** Creates the jobs that send the articles of a thread on. */
export function createSharingJobs(state: ThreadState) {
  return {
    /** Sends all shared articles to another thread that listens on this channel, and then the end. */
    share(channel: string): void {
      const sender = new ArticleSender(channel);
      const { articles, texts } = state.shared;
      for (const [index, article] of articles.entries())
        sender.send({ path: article.path, article, text: texts[index]?.text ?? null, problems: [] });
      sender.end();
      sender.close();
    },

    /**
     * Returns the texts of the shared articles from this position on, as many as one message should carry;
     * none behind the last.
     */
    readTexts(index: number): readonly ArticleText[] {
      const { texts } = state.shared;
      let [end, chars] = [index, 0];
      while (end < texts.length && (end === index || chars < MAX_TEXT_CHARS)) {
        chars += texts[end]?.text.length ?? 0;
        end++;
      }
      return texts.slice(index, end);
    },
  };
}
