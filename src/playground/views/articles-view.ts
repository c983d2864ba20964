import { nameFormat } from '../../knowledge/formats/formats.ts';
import { readAllSources } from '../../requests/articles/sources.ts';
import type { Source } from '../../serving/asking/sources.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { playgroundTexts, terminalTexts } from '../../wording/kit/english.ts';
import { describePassedOver } from '../../wording/problems.ts';
import type { ArticleEntry, ArticlesView } from '../wire/messages.ts';
import { buildLabels } from './article-labels.ts';
import { buildProblem } from './problem-view.ts';

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
