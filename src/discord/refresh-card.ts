import type { APIEmbed } from 'discord.js';
import type { Problem } from '../knowledge/article.ts';
import type { ArticleName } from '../knowledge/changes.ts';
import type { FactChanges } from '../knowledge/fact-changes.ts';
import type { RefreshReport } from '../requests/served-knowledge.ts';
import { counted, problemInWords } from '../requests/wording.ts';
import { COLOURS } from './colours.ts';
import { fitLines } from './fit-lines.ts';
import { escapeWithin } from './markdown.ts';

/** Together with two lines of ours they fill a card and stay below the 4,096 of its description. */
const ARTICLE_LIMITS = { maxLines: 12, maxChars: 2000, noun: 'article' };
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 1900, noun: 'problem' };
const MAX_NAME_CHARS = 120;
const MAX_PROBLEM_CHARS = 260;

/** What a refresh changed, and every file that it could not read. */
export function refreshCard(report: RefreshReport): APIEmbed {
  const { changes, problems, articleCount, factCount } = report;
  const isUnchanged = changes.added.length + changes.changed.length + changes.removed.length === 0;
  const lines = [
    isUnchanged ? 'Nothing has changed.' : `Facts: ${signs(changes.facts)}`,
    ...fitLines(articleLines(report), ARTICLE_LIMITS),
    ...(problems.length === 0 ? [] : ['', `**${counted(problems.length, 'problem')}**`]),
    ...fitLines(problems.map(problemLine(report.kept)), PROBLEM_LIMITS),
  ];
  return {
    color: problems.length === 0 ? COLOURS.done : COLOURS.unsure,
    title: `Refreshed: ${counted(articleCount, 'article')}, ${counted(factCount, 'fact')}`,
    description: lines.join('\n'),
  };
}

function articleLines({ changes }: RefreshReport): readonly string[] {
  return [
    ...changes.added.map((article) => `\\+ ${name(article)}`),
    ...changes.removed.map((article) => `\\- ${name(article)}`),
    ...changes.changed.map((article) => `\\~ ${name(article)}: ${signs(article.facts)}`),
  ];
}

function name({ title, path }: ArticleName): string {
  return `${escapeWithin(title, MAX_NAME_CHARS)} (${escapeWithin(path, MAX_NAME_CHARS)})`;
}

function signs({ added, removed, changed }: FactChanges): string {
  return `${added.length} added, ${removed.length} removed, ${changed.length} changed`;
}

function problemLine(kept: readonly string[]): (problem: Problem) => string {
  return (problem) => {
    const line = escapeWithin(problemInWords(problem), MAX_PROBLEM_CHARS);
    const isKept = kept.some((path) => path === problem.path || path.startsWith(`${problem.path}/`));
    const stays = problem.kind === 'skipped' && isKept;
    return `• ${line}${stays ? ' Its last readable version keeps answering until a restart.' : ''}`;
  };
}
