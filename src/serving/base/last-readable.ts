import type { Article } from '../../knowledge/article/article.ts';
import type { Knowledge } from '../../knowledge/folder/collect-knowledge.ts';

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
