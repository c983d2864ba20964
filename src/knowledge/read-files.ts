import type { Article, Problem } from './article.ts';
import { parseArticle } from './parse-article.ts';
import { byPath, byPlace } from './path-order.ts';
import type { ArticleText, Knowledge } from './read-knowledge.ts';

/** An article file that is at hand already, wherever it came from. */
export interface ArticleFile {
  /** As the article's path is to be; the ending tells the form. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** As `readKnowledge`, of files that were handed over. */
export function readFiles(files: readonly ArticleFile[]): Knowledge {
  const articles: Article[] = [];
  const texts: ArticleText[] = [];
  const problems: Problem[] = [];
  for (const { path, bytes } of files) {
    const { article, text, flaws } = parseArticle(path, bytes);
    if (article !== null) articles.push(article);
    if (article !== null && text !== null) texts.push({ path, text });
    problems.push(...flaws.map((flaw) => ({ ...flaw, path })));
  }
  return {
    articles: articles.toSorted(byPath),
    texts: texts.toSorted(byPath),
    problems: problems.toSorted(byPlace),
  };
}
