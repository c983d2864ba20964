import type { PassageLine } from '../../answering/passage/passage.ts';
import type { Link } from '../../knowledge/article/article.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { buildMarkdownLink } from '../kit/markdown/links.ts';
import { escapeMarkdown } from '../kit/markdown/markdown.ts';

type Inline = Pick<PassageLine, 'text' | 'links'>;

/**
 * Formats a line of a passage so that Discord shows it letter by letter, except for its links, which readers can press, and one span in
 * bold, which must not split a web address. Returns one line for each line break in it; none is empty.
 */
export function formatInline(line: Inline, bold: Span | null): readonly string[] {
  const wholeBold = bold && extendOverLinks(line, bold);
  return splitLines(line.text).flatMap((span) => {
    const inner = wholeBold && intersect(wholeBold, span);
    const shown = inner === null ? formatSpan(line, span) : formatWithBold(line, span, inner);
    return shown.trim() === '' ? [] : [shown.trim()];
  });
}

/** Extends a span over the links that it would split. */
function extendOverLinks({ links }: Inline, { start, end }: Span): Span {
  const touched = links.filter((link) => link.start < end && start < link.end);
  return {
    start: Math.min(start, ...touched.map((link) => link.start)),
    end: Math.max(end, ...touched.map((link) => link.end)),
  };
}

function splitLines(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const part of text.split('\n')) {
    spans.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return spans;
}

function formatWithBold(line: Inline, { start, end }: Span, bold: Span): string {
  const inner = formatSpan(line, bold);
  const shown = inner.trim() === '' ? inner : `**${inner}**`;
  return formatSpan(line, { start, end: bold.start }) + shown + formatSpan(line, { start: bold.end, end });
}

/** Formats a span with the links in it. Its ends must not split a link. */
function formatSpan({ text, links }: Inline, { start, end }: Span): string {
  let shown = '';
  let from = start;
  for (const { address, ...span } of clipLinks(links, { start, end })) {
    shown += escapeMarkdown(text.slice(from, span.start));
    shown += buildMarkdownLink(text.slice(span.start, span.end), address);
    from = span.end;
  }
  return shown + escapeMarkdown(text.slice(from, end));
}

function clipLinks(links: readonly Link[], span: Span): readonly Link[] {
  return links.flatMap((link) => {
    const clipped = intersect(link, span);
    return clipped === null ? [] : [{ ...link, ...clipped }];
  });
}

function intersect(span: Span, { start, end }: Span): Span | null {
  const both = { start: Math.max(span.start, start), end: Math.min(span.end, end) };
  return both.start < both.end ? both : null;
}
