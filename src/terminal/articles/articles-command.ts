import type { Problem } from '../../knowledge/article/problem.ts';
import { nameFormat } from '../../knowledge/formats/formats.ts';
import { readAllSources } from '../../requests/articles/sources.ts';
import type { Source } from '../../serving/asking/sources.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { datesInWords } from '../../wording/dates.ts';
import { english } from '../../wording/english/texts.ts';
import { counter, type PluralForms } from '../../wording/kit/plurals.ts';
import { toJsonLine } from '../json-line.ts';
import { createScreen, type Screen, wrapText } from '../screen.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Lists the articles with their facts, dates and formats, then the problems. Writes one JSON object where `isJson`. Returns the exit status, which is 1
 * where there are problems; a draft is no problem.
 */
export async function runArticles(
  knowledge: KnowledgeService,
  { isJson }: { readonly isJson: boolean },
  { output }: Terminal,
): Promise<0 | 1> {
  const screen = createScreen(output);
  const { problems } = knowledge.current;
  const wrong = problems.filter(({ kind }) => kind !== 'draft').length;
  if (isJson) output.write(`${toJsonLine(await toJson(knowledge))}\n`);
  else {
    for await (const source of readAllSources(knowledge)) output.write(`${renderSource(screen, source)}\n\n`);
    for (const problem of problems) output.write(`${renderProblem(screen, problem)}\n\n`);
    output.write(`${wrapText(screen, renderTotal(knowledge, wrong))}\n`);
  }
  return wrong === 0 ? 0 : 1;
}

async function toJson(knowledge: KnowledgeService): Promise<unknown> {
  const articles: unknown[] = [];
  for await (const { parts, factCount, ...info } of readAllSources(knowledge))
    articles.push({ ...info, format: nameFormat(info.path), facts: factCount, ...parts });
  const problems = knowledge.current.problems.map(({ path, line, kind, cause }) => ({
    path,
    line,
    kind,
    code: cause.code,
    ...english.problem(cause),
  }));
  return { articles, problems };
}

function renderTotal({ current }: KnowledgeService, wrong: number): string {
  const { articles, facts, problems } = english.counted;
  return `${articles(current.articleCount)}, ${facts(current.factCount)}, ${problems(wrong)}.`;
}

function renderSource(screen: Screen, source: Source): string {
  const { colours } = screen;
  const dates = datesInWords(source, english);
  const facts = english.counted.facts(source.factCount);
  return [
    wrapText(screen, colours.bold(toPrintable(source.title))),
    wrapText(screen, toPrintable([source.path, facts, dates === '' ? 'no dates' : dates].join(' · ')), 2),
    wrapText(screen, [nameFormat(source.path), ...partsInWords(source)].join(' · '), 2),
  ].join('\n');
}

const counted = counter('en-GB');

const PARTS: readonly (readonly [keyof Source['parts'], PluralForms])[] = [
  ['sections', { one: 'section', other: 'sections' }],
  ['questions', { one: 'question', other: 'questions' }],
  ['lists', { one: 'list', other: 'lists' }],
  ['tables', { one: 'table', other: 'tables' }],
  ['codeBlocks', { one: 'code block', other: 'code blocks' }],
];

/** Describes the parts of which there are any. */
function partsInWords({ parts }: Source): readonly string[] {
  return PARTS.flatMap(([part, forms]) => (parts[part] === 0 ? [] : [counted(parts[part], forms)]));
}

function renderProblem(screen: Screen, { path, line, cause }: Problem): string {
  const { colours } = screen;
  const { message, remedy } = english.problem(cause);
  const place = line === null ? path : `${path}:${line}`;
  return [
    wrapText(screen, colours.red(colours.bold(toPrintable(place)))),
    wrapText(screen, toPrintable(`${message} ${remedy}`), 2),
  ].join('\n');
}
