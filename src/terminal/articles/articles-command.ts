import { isLimited } from '../../knowledge/article/limits.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { listArticleFiles } from '../../knowledge/folder/list-files.ts';
import { nameFormat } from '../../knowledge/formats/formats.ts';
import { readAllSources } from '../../requests/articles/sources.ts';
import type { Source } from '../../serving/asking/sources.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { capitalise, toPrintable } from '../../text/layout/printable.ts';
import { addSign, describeLimits } from '../../wording/article-words.ts';
import { describeDates } from '../../wording/dates.ts';
import { english, terminalTexts } from '../../wording/kit/english.ts';
import { describePassedOver, describeProblem } from '../../wording/problems.ts';
import { openArticles } from '../open-articles.ts';
import { createScreen, type Screen, wrapText } from '../screen.ts';
import { type CommandHost, type Terminal, toJsonLine } from '../terminal.ts';
import { ARTICLES_SYNTAX, parseArticlesArguments } from './articles-arguments.ts';

/**
 * Runs `articles` and returns its exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`, `no-readable-article`
 */
export async function runArticlesCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const parsed = parseArticlesArguments(args);
  const { knowledge, folder } = await openArticles(
    parsed.folder,
    { ...ARTICLES_SYNTAX, answers: false },
    host,
  );
  const { passedOver } = await listArticleFiles(folder);
  return runArticles(knowledge, { ...parsed, passedOver }, host);
}

interface ArticlesOptions {
  readonly isJson: boolean;
  /** The paths of documents that cannot be read. */
  readonly passedOver: readonly string[];
}

/**
 * Lists the articles with their facts, dates and formats, then the problems, then the documents that cannot be read. Writes one JSON object where `isJson`. Returns the exit status, which is 1
 * where there are problems; a draft is no problem.
 */
export async function runArticles(
  knowledge: KnowledgeService,
  { isJson, passedOver }: ArticlesOptions,
  { output }: Terminal,
): Promise<0 | 1> {
  const screen = createScreen(output);
  const { problems } = knowledge.current;
  const wrong = problems.filter(({ kind }) => kind !== 'draft').length;
  if (isJson) output.write(`${toJsonLine(await toJson(knowledge, passedOver))}\n`);
  else {
    for await (const source of readAllSources(knowledge)) output.write(`${renderSource(screen, source)}\n\n`);
    for (const problem of problems) output.write(`${renderProblem(screen, problem)}\n\n`);
    const left = describePassedOver(passedOver);
    if (left !== null) output.write(`${wrapText(screen, screen.colours.yellow(left))}\n\n`);
    output.write(`${wrapText(screen, renderTotal(knowledge, wrong))}\n`);
  }
  return wrong === 0 ? 0 : 1;
}

async function toJson(knowledge: KnowledgeService, passedOver: readonly string[]): Promise<unknown> {
  const articles: unknown[] = [];
  for await (const { parts, factCount, ...info } of readAllSources(knowledge))
    articles.push({ ...info, format: nameFormat(info.path), facts: factCount, ...parts });
  const problems = knowledge.current.problems.map(({ path, line, kind, cause }) => ({
    path,
    line,
    kind,
    code: cause.code,
    ...describeProblem(cause, english),
  }));
  return { articles, problems, passedOver };
}

function renderTotal({ current }: KnowledgeService, wrong: number): string {
  const { articles, problems } = english.counted;
  return terminalTexts.articles.total({
    articles: articles({ count: current.articleCount }),
    facts: terminalTexts.facts({ count: current.factCount }),
    problems: problems({ count: wrong }),
  });
}

function renderSource(screen: Screen, source: Source): string {
  const { colours } = screen;
  const dates = describeDates(source, english);
  const facts = terminalTexts.facts({ count: source.factCount });
  return [
    wrapText(screen, colours.bold(toPrintable(source.title))),
    wrapText(
      screen,
      toPrintable([source.path, facts, dates === '' ? terminalTexts.articles.noDates : dates].join(' · ')),
      2,
    ),
    wrapText(screen, [nameFormat(source.path), ...partsInWords(source)].join(' · '), 2),
    ...(isLimited(source)
      ? [wrapText(screen, toPrintable(capitalise(describeLimits(source, english, addSign))), 2)]
      : []),
  ].join('\n');
}

const PARTS = ['sections', 'questions', 'lists', 'tables', 'codeBlocks'] as const;

/** Describes the parts of which there are any. */
function partsInWords({ parts }: Source): readonly string[] {
  return PARTS.flatMap((part) =>
    parts[part] === 0 ? [] : [terminalTexts.articles.parts[part]({ count: parts[part] })],
  );
}

function renderProblem(screen: Screen, { path, line, cause }: Problem): string {
  const { colours } = screen;
  const { message, remedy } = describeProblem(cause, english);
  const location = line === null ? path : `${path}:${line}`;
  return [
    wrapText(screen, colours.red(colours.bold(toPrintable(location)))),
    wrapText(screen, toPrintable(`${message} ${remedy}`), 2),
  ].join('\n');
}
