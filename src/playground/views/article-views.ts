import type { ArticleInfo, Link } from '../../knowledge/article/article.ts';
import { type ArticleLimits, isLimited } from '../../knowledge/article/limits.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { nameFormat } from '../../knowledge/formats/formats.ts';
import { readAllSources } from '../../requests/articles/sources.ts';
import { getOutdatedDay } from '../../requests/kit/outdated.ts';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import type { ArticlePage, PagedParagraph } from '../../serving/asking/article-page.ts';
import type { Source } from '../../serving/asking/sources.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { addSign, describeLimits } from '../../wording/article-words.ts';
import { describeDates } from '../../wording/dates.ts';
import { english, playgroundTexts, terminalTexts } from '../../wording/kit/english.ts';
import { describePassedOver, describeProblem } from '../../wording/problems.ts';
import type {
  ArticleBlock,
  ArticleEntry,
  ArticlesView,
  ArticleView,
  ProblemView,
  Run,
} from '../wire/messages.ts';

/** A page with more would be slow, and nobody reads it. */
const MAX_ARTICLES = 2_000;
const MAX_PROBLEMS = 500;

/** Builds the list of articles, and what was not read. `passedOver` are the paths of documents that cannot be read. */
export async function buildArticlesView(
  knowledge: Pick<KnowledgeService, 'run' | 'current'>,
  { passedOver, nowMs }: { readonly passedOver: readonly string[]; readonly nowMs: number },
): Promise<ArticlesView> {
  const { problems, articleCount } = knowledge.current;
  const counts = new Map<string, number>();
  for (const { path } of problems) counts.set(path, (counts.get(path) ?? 0) + 1);
  const articles: ArticleEntry[] = [];
  for await (const source of readAllSources(knowledge)) {
    if (articles.length === MAX_ARTICLES) break;
    articles.push(buildEntry(source, { problemCount: counts.get(source.path) ?? 0, nowMs }));
  }
  const count = articleCount - articles.length;
  return {
    articles,
    left: count > 0 ? playgroundTexts.articles.more({ count }) : null,
    problems: problems.slice(0, MAX_PROBLEMS).map(buildProblem),
    passedOver: describePassedOver(passedOver),
  };
}

const PARTS = ['sections', 'questions', 'lists', 'tables', 'codeBlocks'] as const;

function buildEntry(
  source: Source,
  { problemCount, nowMs }: { readonly problemCount: number; readonly nowMs: number },
): ArticleEntry {
  const { parts, factCount, path, title } = source;
  const details = PARTS.flatMap((part) =>
    parts[part] === 0 ? [] : [terminalTexts.articles.parts[part]({ count: parts[part] })],
  );
  return {
    path,
    title: toPrintable(title),
    details: [nameFormat(path), terminalTexts.facts({ count: factCount }), ...details].join(' · '),
    problemCount,
    labels: buildLabels(source, nowMs),
  };
}

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

/** Lists what an author should know of an article at once, by the settings of a new server. */
function buildLabels(article: ArticleInfo, nowMs: number): readonly string[] {
  const defaultDays = DEFAULT_SETTINGS.staleAfterDays;
  const isOutdated = getOutdatedDay(article, { nowMs, defaultDays }) !== null;
  return [...(isOutdated ? [playgroundTexts.articles.outdated] : []), ...labelLimits([article])];
}

/** Says to whom these articles are limited, each once; empty where all are for everybody. */
export function labelLimits(articles: readonly ArticleLimits[]): readonly string[] {
  const labels = articles
    .filter(isLimited)
    .map((article) => toPrintable(describeLimits(article, english, addSign)));
  return [...new Set(labels)];
}

/** Builds what the page shows of a problem. */
function buildProblem({ path, line, kind, cause }: Problem): ProblemView {
  const { message, remedy } = describeProblem(cause, english);
  return {
    path,
    location: toPrintable(line === null ? path : `${path}:${line}`),
    kind,
    kindWords: playgroundTexts.articles.kinds[kind],
    message: toPrintable(message),
    remedy: toPrintable(remedy),
  };
}
