import type { Link } from '../../knowledge/article/article.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import type { ArticlePage, PagedParagraph } from '../../serving/asking/article-page.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { describeDates } from '../../wording/dates.ts';
import { english, playgroundTexts } from '../../wording/kit/english.ts';
import type { ArticleBlock, ArticleView, Run } from '../wire/messages.ts';
import { buildLabels } from './article-labels.ts';
import { buildProblem } from './problem-view.ts';

/** Paging back goes this many paragraphs back. */
const PARAGRAPHS_BACK = 200;

/** Builds what the page shows of a part of an article, with the problems of its file. */
export function buildArticleView(
  { article, paragraphs, from, paragraphCount, aliases, pinned }: ArticlePage,
  problems: readonly Problem[],
  nowMs: number,
): ArticleView {
  const texts = playgroundTexts.articles;
  const to = from + paragraphs.length;
  return {
    path: article.path,
    title: toPrintable(article.title),
    url: toWebAddress(article.url),
    details: [
      toPrintable(article.path),
      toPrintable(article.publisher ?? ''),
      describeDates(article, english),
      article.language === null ? '' : texts.language({ language: article.language }),
      article.staleAfterDays === null ? '' : texts.staleAfter({ count: article.staleAfterDays }),
      ...buildLabels(article, nowMs),
    ].filter((detail) => detail !== ''),
    hints: [
      ...(aliases.length === 0
        ? []
        : [texts.aliases({ list: joinParts(aliases.map(({ short, long }) => `${short} = ${long}`)) })]),
      ...(pinned.length === 0 ? [] : [texts.pinned({ list: joinParts(pinned) })]),
    ],
    problems: problems.filter(({ path }) => path === article.path).map(buildProblem),
    blocks: buildBlocks(paragraphs),
    earlierFrom: from === 0 ? null : Math.max(0, from - PARAGRAPHS_BACK),
    laterFrom: to < paragraphCount ? to : null,
  };
}

function joinParts(parts: readonly string[]): string {
  return parts.map(toPrintable).join(' · ');
}

function buildBlocks(paragraphs: readonly PagedParagraph[]): readonly ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  let above: readonly string[] = [];
  for (const paragraph of paragraphs) {
    const { headings } = paragraph;
    const same = headings.findIndex((heading, level) => above[level] !== heading);
    for (const [level, text] of headings.entries())
      if (same !== -1 && level >= same)
        blocks.push({ kind: 'heading', level: level + 1, text: toPrintable(text) });
    above = headings;
    blocks.push(buildBlock(paragraph));
  }
  return blocks;
}

function buildBlock({ kind, text, marker, depth, line, cells, facts, links }: PagedParagraph): ArticleBlock {
  if (kind === 'head' || kind === 'row') {
    const spans = cells ?? [{ start: 0, end: text.length }];
    const factId = facts[0]?.id ?? null;
    return {
      kind,
      line,
      factId,
      cells: spans.map((cell) => splitIntoRuns(text, { ...cell, facts: [], links })),
    };
  }
  const whole = { start: 0, end: text.length, facts, links };
  return { kind, marker: marker.trim(), depth, line, runs: splitIntoRuns(text, whole) };
}

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly facts: PagedParagraph['facts'];
  readonly links: readonly Link[];
}

/** Splits a span of a text where a fact or a link begins or ends. The runs together are the span; facts do not overlap, nor do links. */
export function splitIntoRuns(text: string, { start, end, facts, links }: Marked): readonly Run[] {
  const inside = (offset: number): boolean => offset > start && offset < end;
  const edges = [...facts, ...links].flatMap((each) => [each.start, each.end]).filter(inside);
  const cuts = [...new Set([start, ...edges, end])].toSorted((a, b) => a - b);
  const [factAt, linkAt] = [createFinder(facts), createFinder(links)];
  return cuts.slice(0, -1).map((from, index) => {
    const run = text.slice(from, cuts[index + 1]);
    return {
      text: run,
      factId: factAt(from)?.id ?? null,
      address: toWebAddress(linkAt(from)?.address ?? null),
    };
  });
}

/** Creates a function that finds the span that holds an offset. It must be called with rising offsets. */
function createFinder<Each extends { readonly start: number; readonly end: number }>(
  spans: readonly Each[],
): (offset: number) => Each | undefined {
  let next = 0;
  return (offset) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    const span = spans[next];
    return span !== undefined && span.start <= offset ? span : undefined;
  };
}

/** Returns an address that a browser may open, or null: a page opens no `javascript:` and no mail program. */
function toWebAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
}
