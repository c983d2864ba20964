import type { APIContainerComponent } from 'discord.js';
import type { Problem } from '../../knowledge/article/problem.ts';
import type { ArticleName } from '../../knowledge/folder/changes.ts';
import { type FactCounts, isUnchanged, type RefreshReport } from '../../serving/base/base-report.ts';
import type { Snapshot } from '../../store/records/snapshots.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildProblemLine } from '../../wording/problems.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildCard, buildText, COLOURS, fitLines, type LineLimits } from './card.ts';

/** All texts of a message have 4,000 characters together. */
const ARTICLE_LIMITS = { maxLines: 12, maxChars: 1700 };
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 1700 };
/** Where the answers that would change stand below. */
const SHORT_LIMITS = { maxLines: 8, maxChars: 900 };
const MAX_NAME_CHARS = 120;
/** The longest description of a problem, including its location. */
const MAX_PROBLEM_CHARS = 320;
const SIGNS = { added: '🟢', removed: '🔴', changed: '✏️' } as const;

interface ReportLook {
  /** Whether the files with problems are named, or only counted. */
  readonly namesProblems?: boolean;
  /** Whether articles that not everybody may read, and files whose readers nobody knows, are named, or only counted. */
  readonly namesLimited?: boolean;
  /** A line above the report; none where it is empty. */
  readonly above?: string;
}

/** Builds the card with what a refresh changed, and the files with problems. */
export function buildRefreshCard(
  report: RefreshReport,
  texts: Texts,
  { namesProblems = true, namesLimited = true, above = '' }: ReportLook = {},
): APIContainerComponent {
  const { title, unchanged } = texts.refresh;
  const limits = { articles: ARTICLE_LIMITS, problems: PROBLEM_LIMITS };
  return buildReport(report, { title, unchanged, namesProblems, namesLimited, above, limits }, texts);
}

/** Builds the card with what a refresh would change. */
export function buildRefreshPreviewCard(report: RefreshReport, texts: Texts): APIContainerComponent {
  const { previewTitle: title, wouldNotChange: unchanged } = texts.refresh;
  const limits = { articles: SHORT_LIMITS, problems: SHORT_LIMITS };
  const named = { namesProblems: true, namesLimited: true };
  return buildReport(report, { title, unchanged, ...named, above: '', limits }, texts);
}

/** Describes what caused a refresh and who did it. A server learns nothing about the members of other servers. */
export function describeCause(
  { cause, byId, guildId }: Pick<Snapshot, 'cause' | 'byId' | 'guildId'>,
  shownInGuildId: string | null,
  { refresh }: Texts,
): string {
  const what = refresh.causes[cause];
  if (byId === null) return what;
  return `${what} · ${guildId === shownInGuildId ? `<@${byId}>` : refresh.elsewhere}`;
}

type Limits = Omit<LineLimits, 'more'>;

interface ReportWords extends Pick<Texts['refresh'], 'title' | 'unchanged'>, Required<ReportLook> {
  readonly limits: { readonly articles: Limits; readonly problems: Limits };
}

function buildReport(
  report: RefreshReport,
  { title, unchanged, namesProblems, namesLimited, above, limits }: ReportWords,
  texts: Texts,
): APIContainerComponent {
  const { changes, problems, articleCount } = report;
  const { counted, more } = texts;
  const counts = isUnchanged(report)
    ? unchanged
    : texts.refresh.passages({ changes: describeCounts(changes.facts, texts) });
  const limitedCount = countLimited(report);
  return buildCard(problems.length === 0 ? COLOURS.done : COLOURS.unsure, [
    ...buildText([
      ...(above === '' ? [] : [`-# ${above}`]),
      `### ${title({ articles: counted.articles({ count: articleCount }) })}`,
      counts,
    ]),
    ...buildText([
      ...fitLines(listArticles(report, namesLimited, texts), { ...limits.articles, more: more.articles }),
      ...(namesLimited || limitedCount === 0 ? [] : [`🔒 ${texts.refresh.limited({ count: limitedCount })}`]),
    ]),
    ...(problems.length === 0
      ? []
      : buildText([
          `**${counted.problems({ count: problems.length })}**`,
          ...(namesProblems ? listProblems(report, { namesLimited, limits: limits.problems }, texts) : []),
        ])),
  ]);
}

/** Counts the changed articles that not everybody may read. */
function countLimited({ changes: { added, removed, changed }, limited }: RefreshReport): number {
  const paths = new Set(limited);
  return [...added, ...removed, ...changed].filter(({ path }) => paths.has(path)).length;
}

/** Lists the problems. Without limited ones, those of files that were not read are counted too: nobody knows to whom these are limited. */
function listProblems(
  { problems, limited, kept }: RefreshReport,
  { namesLimited, limits }: { readonly namesLimited: boolean; readonly limits: Limits },
  texts: Texts,
): readonly string[] {
  const unnamed = new Set(limited);
  const named = namesLimited
    ? problems
    : problems.filter(({ kind, path }) => kind === 'warning' && !unnamed.has(path));
  const count = problems.length - named.length;
  const lines = named.map((problem) => describeProblem(problem, kept, texts));
  return [
    ...fitLines(lines, { ...limits, more: texts.more.problems }),
    ...(count === 0 ? [] : [`🔒 ${texts.refresh.unnamed({ count })}`]),
  ];
}

function listArticles(
  { changes, limited }: RefreshReport,
  namesLimited: boolean,
  texts: Texts,
): readonly string[] {
  const unnamed = new Set(namesLimited ? [] : limited);
  const isNamed = ({ path }: ArticleName): boolean => !unnamed.has(path);
  return [
    ...changes.added.filter(isNamed).map((article) => `${SIGNS.added} ${formatName(article)}`),
    ...changes.removed.filter(isNamed).map((article) => `${SIGNS.removed} ${formatName(article)}`),
    ...changes.changed
      .filter(isNamed)
      .map((article) => `${SIGNS.changed} ${formatName(article)}: ${describeCounts(article.facts, texts)}`),
  ];
}

function formatName({ title, path }: ArticleName): string {
  return `${escapeWithin(title, MAX_NAME_CHARS)} (${escapeWithin(path, MAX_NAME_CHARS)})`;
}

function describeCounts({ added, removed, changed }: FactCounts, { refresh }: Texts): string {
  return refresh.changes({ added, removed, changed });
}

/** @param kept the paths of files that keep their last readable version */
function describeProblem(problem: Problem, kept: readonly string[], texts: Texts): string {
  const line = escapeWithin(buildProblemLine(problem, texts), MAX_PROBLEM_CHARS);
  const isKept = kept.some((path) => path === problem.path || path.startsWith(`${problem.path}/`));
  const stays = problem.kind === 'skipped' && isKept;
  return `- ${line}${stays ? ` ${texts.refresh.keptVersion}` : ''}`;
}
