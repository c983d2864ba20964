/** The endings of files that may be articles, in small letters. */
const ARTICLE_ENDINGS = [
  'md',
  'markdown',
  'mdx',
  'txt',
  'html',
  'htm',
  'rst',
  'adoc',
  'asciidoc',
  'json',
  'yaml',
  'yml',
  'csv',
] as const;

export type ArticleEnding = (typeof ARTICLE_ENDINGS)[number];

/** The ending of a file that may be an article, in small letters; null for all other files. */
export function findArticleEnding(name: string): ArticleEnding | null {
  const written = /.\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return ARTICLE_ENDINGS.find((ending) => ending === written) ?? null;
}
