import type { Paragraph } from '../article/article.ts';
import type { FileProblem } from '../article/problem.ts';
import type { Metadata } from '../front-matter/metadata.ts';

/** What both kinds of file come down to; null where a problem keeps the file from being an article. */
export interface FileContent {
  readonly content: { readonly metadata: Metadata; readonly paragraphs: readonly Paragraph[] } | null;
  readonly problems: readonly FileProblem[];
}
