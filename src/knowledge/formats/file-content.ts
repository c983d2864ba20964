import { MAX_TITLE_CHARS, type Paragraph } from '../article/article.ts';
import type { FileProblem } from '../article/problem.ts';
import type { Metadata } from '../front-matter/metadata.ts';
import { checkTitle } from '../front-matter/metadata-text.ts';

/** The result of reading a file. */
export interface FileContent {
  /** Null where one of the problems keeps the file from being an article. */
  readonly content: { readonly metadata: Metadata; readonly paragraphs: readonly Paragraph[] } | null;
  readonly problems: readonly FileProblem[];
}

/** Reads a file of one format. `text` has `\n` line ends. `path` gives the title where the text has none. */
export type ArticleParser = (text: string, path: string) => FileContent;

/**
 * Chooses the title of an article: a heading, or else a title made from the path where the heading is missing or
 * unusable.
 */
export function chooseTitle(heading: string | null, path: string): string {
  for (const candidate of [heading, deriveTitle(path)]) {
    const checked = candidate === null ? null : checkTitle(candidate, 1);
    if (checked?.kind === 'title') return checked.text;
  }
  return UNNAMED;
}

/** The title of a file whose name holds nothing that can be shown. */
const UNNAMED = '(untitled)';

/** Names of files that say what a file is in its folder, and nothing about its content. */
const INDEX = /^_?(?:index|readme|home|default)$/i;

/**
 * Makes a title for an article that has none: the name of its file in words. For the first page of a folder, it uses
 * the name of the folder. `what-to-bring.md` gives “What to bring”, `faq/_index.md` gives “Faq”.
 */
export function deriveTitle(path: string): string {
  const [name = '', ...folders] = path.split('/').toReversed();
  const stem = name.replace(/(?<=.)\.[^.]*$/, '');
  const folder = folders.find((each) => each !== '.');
  const words = (INDEX.test(stem) && folder !== undefined ? folder : stem)
    // Jekyll's date before the name of a post, and a number for the order.
    .replace(/^(?:\d{4}-\d\d-\d\d|\d{1,4})[-_. ]+(?=\p{L})/u, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const title = words === '' ? stem.trim() || path : words;
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`.slice(0, MAX_TITLE_CHARS);
}

/** Removes all line numbers. Conversion to Markdown has moved the lines of the file. */
export function removeLines({ content, problems }: FileContent): FileContent {
  const paragraphs = content?.paragraphs.map((paragraph) => ({ ...paragraph, line: null })) ?? [];
  return {
    content: content === null ? null : { ...content, paragraphs },
    problems: problems.map((problem) => ({ ...problem, line: null })),
  };
}
