import type { ArticleParser } from './file-content.ts';

/** One kind of article file. */
interface ArticleFormat {
  /** The name that authors of such files use. */
  readonly name: string;
  /** The endings of its files, in small letters, without a dot. Messages name the first one only. */
  readonly endings: readonly string[];
  /** Loads the parser on demand: the main thread needs the names and endings, and must not load parsers. */
  readonly loadParser: () => Promise<ArticleParser>;
}

const MARKDOWN: ArticleFormat = {
  name: 'Markdown',
  endings: ['md', 'markdown'],
  loadParser: async () => (await import('./markdown-file.ts')).readMarkdownFile,
};

/** Every kind of file that can be an article. A new format is an entry here and the file of its parser. */
const FORMATS: readonly ArticleFormat[] = [
  MARKDOWN,
  {
    name: 'MDX',
    endings: ['mdx'],
    loadParser: MARKDOWN.loadParser,
  },
  {
    name: 'plain text',
    endings: ['txt'],
    loadParser: async () => (await import('./plain-text.ts')).readTextFile,
  },
  {
    name: 'HTML',
    endings: ['html', 'htm'],
    loadParser: async () => (await import('./html-page.ts')).readHtmlFile,
  },
  {
    name: 'reStructuredText',
    endings: ['rst'],
    loadParser: async () => (await import('./restructured-text.ts')).readRestructuredTextFile,
  },
  {
    name: 'AsciiDoc',
    endings: ['adoc', 'asciidoc'],
    loadParser: async () => (await import('./ascii-doc.ts')).readAsciiDocFile,
  },
  {
    name: 'JSON',
    endings: ['json'],
    loadParser: async () => (await import('./question-list.ts')).readJsonFile,
  },
  {
    name: 'YAML',
    endings: ['yaml', 'yml'],
    loadParser: async () => (await import('./question-list.ts')).readYamlFile,
  },
  {
    name: 'CSV',
    endings: ['csv'],
    loadParser: async () => (await import('./question-list.ts')).readCsvFile,
  },
];

/** The endings of all formats, in small letters, without a dot. */
export const ARTICLE_ENDINGS: readonly string[] = FORMATS.flatMap(({ endings }) => endings);

/** The usual ending of each format with its dot, such as `.md`, in the order in which messages list them. */
export const USUAL_ENDINGS: readonly string[] = FORMATS.map(({ endings: [usual = ''] }) => `.${usual}`);

/** The endings of documents that people expect to be read, in small letters. Everything else, such as pictures and code, is no article anyway. */
const UNREADABLE_ENDINGS: readonly string[] = [
  'pdf',
  'doc',
  'docx',
  'odt',
  'rtf',
  'pages',
  'ppt',
  'pptx',
  'odp',
  'xls',
  'xlsx',
  'ods',
  'epub',
];

/** Returns whether a file is a document of a kind that cannot be read, such as a PDF file. */
export function isUnreadableDocument(name: string): boolean {
  return UNREADABLE_ENDINGS.includes(readEnding(name));
}

/** Returns the ending of an article file, in small letters and without its dot. Returns null for all other files. */
export function findArticleEnding(name: string): string | null {
  const written = readEnding(name);
  return ARTICLE_ENDINGS.find((ending) => ending === written) ?? null;
}

function readEnding(name: string): string {
  return /.\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * Returns the name of the format that the ending of an article file stands for; “Markdown” where the ending is
 * unknown.
 */
export function nameFormat(path: string): string {
  return findFormat(path).name;
}

/**
 * Loads the parsers of all formats. Returns a function that finds the parser for a file by its ending. The parser of
 * Markdown handles unknown endings.
 */
export async function loadParsers(): Promise<(path: string) => ArticleParser> {
  const entries = FORMATS.map(async (format) => [format, await format.loadParser()] as const);
  const parsers = new Map(await Promise.all(entries));
  const readMarkdownFile = await MARKDOWN.loadParser();
  return (path) => parsers.get(findFormat(path)) ?? readMarkdownFile;
}

function findFormat(path: string): ArticleFormat {
  const ending = findArticleEnding(path);
  return FORMATS.find(({ endings }) => ending !== null && endings.includes(ending)) ?? MARKDOWN;
}
