import type { Article, Problem } from './article.ts';
import { listArticleFiles } from './list-files.ts';
import { parseArticle } from './parse-article.ts';
import { byPath, byPlace } from './path-order.ts';
import type { Flaw } from './problem.ts';
import { readArticleBytes } from './read-bytes.ts';

/** The whole text of an article's file. */
export interface ArticleText {
  /** The article's. */
  readonly path: string;
  readonly text: string;
}

/** What one reading of the knowledge folder gave. */
export interface Knowledge {
  /** Sorted by path (code unit order, so that every machine gives the same); empty where none is readable. */
  readonly articles: readonly Article[];
  /** What the files of these articles hold, in the same order: reading it again gives the same articles. */
  readonly texts: readonly ArticleText[];
  /** Sorted by path, then line; a file may have several. */
  readonly problems: readonly Problem[];
}

/**
 * Reads every `*.md` and `*.txt` under `folder`, to any depth; names that begin with a dot and other kinds of
 * file are passed over. A file that cannot be an article becomes a problem and the others load; a folder that is
 * missing or no folder becomes one problem with the path `.`. Whether too little was read to go on is the
 * caller's decision. Takes about half a second a megabyte of Markdown; other work goes on between two files, not
 * within one.
 */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const { files, problems: listingProblems } = await listArticleFiles(folder);
  const articles: Article[] = [];
  const texts: ArticleText[] = [];
  const problems: Problem[] = [...listingProblems];
  for (const { path, realPath } of files) {
    const read = await readArticleBytes(realPath);
    const { article, text, flaws } =
      read.kind === 'bytes'
        ? parseArticle(path, read.bytes)
        : { article: null, text: null, flaws: [read.flaw] };
    if (article !== null) articles.push(article);
    if (article !== null && text !== null) texts.push({ path, text });
    problems.push(...flaws.map((flaw: Flaw) => ({ ...flaw, path })));
  }
  return {
    articles: articles.toSorted(byPath),
    texts: texts.toSorted(byPath),
    problems: problems.toSorted(byPlace),
  };
}
