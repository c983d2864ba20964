import type { ArticleReader } from './file-content.ts';

/** One kind of article file. */
interface ArticleFormat {
  /** The name that authors of such files use. */
  readonly name: string;
  /** The endings of its files, in small letters, without a dot. Messages name the first one only. */
  readonly endings: readonly string[];
  /** Loads the reader on demand: the main thread needs the names and endings, and must not load parsers. */
  readonly loadReader: () => Promise<ArticleReader>;
}

const MARKDOWN: ArticleFormat = {
  name: 'Markdown',
  endings: ['md', 'markdown'],
  loadReader: async () => (await import('./markdown-file.ts')).readMarkdownFile,
};

/** Every kind of file that can be an article. A new format is an entry here and the file of its reader. */
const FORMATS: readonly ArticleFormat[] = [
  MARKDOWN,
  {
    name: 'MDX',
    endings: ['mdx'],
    loadReader: MARKDOWN.loadReader,
  },
  {
    name: 'plain text',
    endings: ['txt'],
    loadReader: async () => (await import('./plain-text.ts')).readTextFile,
  },
  {
    name: 'HTML',
    endings: ['html', 'htm'],
    loadReader: async () => (await import('./html-page.ts')).readHtmlFile,
  },
  {
    name: 'reStructuredText',
    endings: ['rst'],
    loadReader: async () => (await import('./restructured-text.ts')).readRestructuredTextFile,
  },
  {
    name: 'AsciiDoc',
    endings: ['adoc', 'asciidoc'],
    loadReader: async () => (await import('./ascii-doc.ts')).readAsciiDocFile,
  },
  {
    name: 'JSON',
    endings: ['json'],
    loadReader: async () => (await import('./question-list.ts')).readJsonFile,
  },
  {
    name: 'YAML',
    endings: ['yaml', 'yml'],
    loadReader: async () => (await import('./question-list.ts')).readYamlFile,
  },
  {
    name: 'CSV',
    endings: ['csv'],
    loadReader: async () => (await import('./question-list.ts')).readCsvFile,
  },
];

/** The endings of all formats, in small letters, without a dot. */
export const ARTICLE_ENDINGS: readonly string[] = FORMATS.flatMap(({ endings }) => endings);

/** The usual ending of each format with its dot, such as `.md`, in the order in which messages list them. */
export const USUAL_ENDINGS: readonly string[] = FORMATS.map(({ endings: [usual = ''] }) => `.${usual}`);

/** Returns the ending of an article file, in small letters and without its dot. Returns null for all other files. */
export function findArticleEnding(name: string): string | null {
  const written = /.\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return ARTICLE_ENDINGS.find((ending) => ending === written) ?? null;
}

/**
 * Returns the name of the format that the ending of an article file stands for; “Markdown” where the ending is
 * unknown.
 */
export function nameFormat(path: string): string {
  return findFormat(path).name;
}

/**
 * Loads the readers of all formats. Returns a function that finds the reader for a file by its ending. The reader of
 * Markdown handles unknown endings.
 */
export async function loadReaders(): Promise<(path: string) => ArticleReader> {
  const entries = FORMATS.map(async (format) => [format, await format.loadReader()] as const);
  const readers = new Map(await Promise.all(entries));
  const readMarkdownFile = await MARKDOWN.loadReader();
  return (path) => readers.get(findFormat(path)) ?? readMarkdownFile;
}

function findFormat(path: string): ArticleFormat {
  const ending = findArticleEnding(path);
  return FORMATS.find(({ endings }) => ending !== null && endings.includes(ending)) ?? MARKDOWN;
}
