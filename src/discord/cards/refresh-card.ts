import type { APIEmbed } from 'discord.js';
import type { Problem } from '../../knowledge/article/problem.ts';
import type { ArticleName } from '../../knowledge/folder/changes.ts';
import { type FactCounts, isUnchanged, type RefreshReport } from '../../serving/base/base-report.ts';
import type { Snapshot } from '../../store/records/snapshots.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildProblemLine } from '../../wording/problems.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { COLOURS } from './colours.ts';
import { fitLines } from './fit-lines.ts';

/** Together with two lines of ours, both lists stay below the 4,096 characters of a description. */
const ARTICLE_LIMITS = { maxLines: 12, maxChars: 2000 };
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 1900 };
const MAX_NAME_CHARS = 120;
/** The longest description of a problem, including its location. */
const MAX_PROBLEM_CHARS = 320;

/** Builds the card with what a refresh changed, and the files with problems, or only their number. */
export function buildRefreshCard(
  report: RefreshReport,
  texts: Texts,
  { namesProblems = true }: { readonly namesProblems?: boolean } = {},
): APIEmbed {
  const { title, unchanged } = texts.refresh;
  return buildReport(report, { title, unchanged, namesProblems }, texts);
}

/** Builds the card with what a refresh would change. */
export function buildRefreshPreviewCard(report: RefreshReport, texts: Texts): APIEmbed {
  const { previewTitle: title, wouldNotChange: unchanged } = texts.refresh;
  return buildReport(report, { title, unchanged, namesProblems: true }, texts);
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

function buildReport(
  report: RefreshReport,
  words: Pick<Texts['refresh'], 'title' | 'unchanged'> & { readonly namesProblems: boolean },
  texts: Texts,
): APIEmbed {
  const { changes, problems, articleCount, factCount } = report;
  const lines = [
    isUnchanged(report)
      ? words.unchanged
      : texts.refresh.facts({ changes: describeCounts(changes.facts, texts) }),
    ...fitLines(listArticles(report, texts), { ...ARTICLE_LIMITS, more: texts.more.articles }),
    ...(problems.length === 0 ? [] : ['', `**${texts.counted.problems({ count: problems.length })}**`]),
    ...fitLines(
      words.namesProblems ? problems.map((problem) => describeProblem(problem, report.kept, texts)) : [],
      {
        ...PROBLEM_LIMITS,
        more: texts.more.problems,
      },
    ),
  ];
  return {
    color: problems.length === 0 ? COLOURS.done : COLOURS.unsure,
    title: words.title({
      articles: texts.counted.articles({ count: articleCount }),
      facts: texts.counted.facts({ count: factCount }),
    }),
    description: lines.join('\n'),
  };
}

function listArticles({ changes }: RefreshReport, texts: Texts): readonly string[] {
  return [
    ...changes.added.map((article) => `- \\+ ${formatName(article)}`),
    ...changes.removed.map((article) => `- \\- ${formatName(article)}`),
    ...changes.changed.map(
      (article) => `- \\~ ${formatName(article)}: ${describeCounts(article.facts, texts)}`,
    ),
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
