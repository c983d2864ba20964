import { isQuestion } from '../../text/words/questions.ts';
import type { Paragraph } from './article.ts';

/** Counts of the parts of an article. */
export interface ArticleParts {
  /** Headings with text below them, including headings that are questions. */
  readonly sections: number;
  /** A list counts once, together with the lists inside it. */
  readonly lists: number;
  readonly tables: number;
  readonly codeBlocks: number;
  /** Headings that are questions. */
  readonly questions: number;
}

/** Counts the sections, lists, tables, code blocks and questions among the paragraphs of an article. */
export function countParts(paragraphs: readonly Paragraph[]): ArticleParts {
  const sections = new Map<string, string>();
  const lists = new Set<number>();
  const tables = new Set<number>();
  let codeBlocks = 0;
  let last: readonly string[] = [];
  for (const { kind, depth, block, headings } of paragraphs) {
    if (depth > 0) lists.add(block);
    if (kind === 'row' || kind === 'head') tables.add(block);
    if (kind === 'code') codeBlocks += 1;
    if (headings.join('\n') === last.join('\n')) continue;
    last = headings;
    for (const [index, heading] of headings.entries())
      sections.set(headings.slice(0, index + 1).join('\n'), heading);
  }
  const questions = [...sections.values()].filter(isQuestion).length;
  return { sections: sections.size, lists: lists.size, tables: tables.size, codeBlocks, questions };
}
