import type { Paragraph } from './article.ts';
import type { Metadata } from './metadata.ts';
import type { Flaw } from './problem.ts';

/** What both kinds of file come down to; null where a flaw keeps the file from being an article. */
export interface FileContent {
  readonly content: { readonly metadata: Metadata; readonly paragraphs: readonly Paragraph[] } | null;
  readonly flaws: readonly Flaw[];
}
