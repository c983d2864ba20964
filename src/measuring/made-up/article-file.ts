import type { Article } from '../../knowledge/article/article.ts';
import { renderNote } from '../../knowledge/article/note.ts';

/** A made-up article as the file that holds it, as a moderator's note would: Markdown with front matter. */
export function articleFile({ title, paragraphs }: Article): string {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  return renderNote({ title, text, url: null, captured: '2026-11-24' });
}
