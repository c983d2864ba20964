import type { PassageLine } from '../../answering/passage/passage.ts';
import type { Link } from '../../knowledge/article/article.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { buildMarkdownLink } from '../kit/markdown/link-markdown.ts';
import { escapeMarkdown } from '../kit/markdown/markdown.ts';

type Inline = Pick<PassageLine, 'text' | 'links'>;

/**
 * A line of a passage as Discord shows it letter by letter, but for its links, which can be pressed, and a stretch in bold, which is
 * not to divide a web address. A line for each line break in it, none of them empty.
 */
export function formatInline(line: Inline, bold: Span | null): readonly string[] {
  const marked = bold && aroundLinks(line, bold);
  return linesIn(line.text).flatMap((stretch) => {
    const inner = marked && clipped(marked, stretch);
    const shown = inner === null ? within(line, stretch) : withBold(line, stretch, inner);
    return shown.trim() === '' ? [] : [shown.trim()];
  });
}

/** The stretch with the links whole that it would divide. */
function aroundLinks({ links }: Inline, { start, end }: Span): Span {
  const touched = links.filter((link) => link.start < end && start < link.end);
  return {
    start: Math.min(start, ...touched.map((link) => link.start)),
    end: Math.max(end, ...touched.map((link) => link.end)),
  };
}

function linesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const part of text.split('\n')) {
    spans.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return spans;
}

function withBold(line: Inline, { start, end }: Span, bold: Span): string {
  const inner = within(line, bold);
  const shown = inner.trim() === '' ? inner : `**${inner}**`;
  return within(line, { start, end: bold.start }) + shown + within(line, { start: bold.end, end });
}

/** A stretch with the links in it; no link is divided by its ends. */
function within({ text, links }: Inline, { start, end }: Span): string {
  let shown = '';
  let from = start;
  for (const { address, ...span } of linksIn(links, { start, end })) {
    shown += escapeMarkdown(text.slice(from, span.start));
    shown += buildMarkdownLink(text.slice(span.start, span.end), address);
    from = span.end;
  }
  return shown + escapeMarkdown(text.slice(from, end));
}

function linksIn(links: readonly Link[], stretch: Span): readonly Link[] {
  return links.flatMap((link) => {
    const span = clipped(link, stretch);
    return span === null ? [] : [{ ...link, ...span }];
  });
}

function clipped(span: Span, { start, end }: Span): Span | null {
  const both = { start: Math.max(span.start, start), end: Math.min(span.end, end) };
  return both.start < both.end ? both : null;
}
