import type { APIEmbed } from 'discord.js';
import type { Problem } from '../../knowledge/article/problem.ts';
import type { ArticleName } from '../../knowledge/folder/changes.ts';
import { type FactCounts, isUnchanged, type RefreshReport } from '../../serving/base/base-report.ts';
import { problemInWords } from '../../wording/kit/answer-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { COLOURS } from './colours.ts';
import { fitLines } from './fit-lines.ts';

/** Together with two lines of ours they fill a card and stay below the 4,096 of its description. */
const ARTICLE_LIMITS = { maxLines: 12, maxChars: 2000 };
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 1900 };
const MAX_NAME_CHARS = 120;
/** The longest that we say of one, with its place. */
const MAX_PROBLEM_CHARS = 320;

/** What a refresh changed, and every file that it could not read, or how many. */
export function buildRefreshCard(
  report: RefreshReport,
  texts: Texts,
  { namesProblems = true }: { readonly namesProblems?: boolean } = {},
): APIEmbed {
  const { title, unchanged } = texts.refresh;
  return reportCard(report, { title, unchanged, namesProblems }, texts);
}

/** What a refresh would change. */
export function buildRefreshPreviewCard(report: RefreshReport, texts: Texts): APIEmbed {
  const { previewTitle: title, wouldNotChange: unchanged } = texts.refresh;
  return reportCard(report, { title, unchanged, namesProblems: true }, texts);
}

function reportCard(
  report: RefreshReport,
  words: Pick<Texts['refresh'], 'title' | 'unchanged'> & { readonly namesProblems: boolean },
  texts: Texts,
): APIEmbed {
  const { changes, problems, articleCount, factCount } = report;
  const lines = [
    isUnchanged(report) ? words.unchanged : texts.refresh.facts(signs(changes.facts, texts)),
    ...fitLines(articleLines(report, texts), { ...ARTICLE_LIMITS, more: texts.more.articles }),
    ...(problems.length === 0 ? [] : ['', `**${texts.counted.problems(problems.length)}**`]),
    ...fitLines(words.namesProblems ? problems.map(problemLine(report.kept, texts)) : [], {
      ...PROBLEM_LIMITS,
      more: texts.more.problems,
    }),
  ];
  return {
    color: problems.length === 0 ? COLOURS.done : COLOURS.unsure,
    title: words.title(texts.counted.articles(articleCount), texts.counted.facts(factCount)),
    description: lines.join('\n'),
  };
}

function articleLines({ changes }: RefreshReport, texts: Texts): readonly string[] {
  return [
    ...changes.added.map((article) => `- \\+ ${name(article)}`),
    ...changes.removed.map((article) => `- \\- ${name(article)}`),
    ...changes.changed.map((article) => `- \\~ ${name(article)}: ${signs(article.facts, texts)}`),
  ];
}

function name({ title, path }: ArticleName): string {
  return `${escapeWithin(title, MAX_NAME_CHARS)} (${escapeWithin(path, MAX_NAME_CHARS)})`;
}

function signs({ added, removed, changed }: FactCounts, { refresh }: Texts): string {
  return refresh.changes(added, removed, changed);
}

function problemLine(kept: readonly string[], texts: Texts): (problem: Problem) => string {
  return (problem) => {
    const line = escapeWithin(problemInWords(problem, texts), MAX_PROBLEM_CHARS);
    const isKept = kept.some((path) => path === problem.path || path.startsWith(`${problem.path}/`));
    const stays = problem.kind === 'skipped' && isKept;
    return `- ${line}${stays ? ` ${texts.refresh.keptVersion}` : ''}`;
  };
}
