import type { Problem } from '../knowledge/problem.ts';
import { allSources } from '../requests/sources.ts';
import type { KnowledgeService } from '../serving/knowledge-service.ts';
import type { Source } from '../serving/sources.ts';
import { printable } from '../text/printable.ts';
import { datesInWords } from '../wording/dates.ts';
import { english } from '../wording/english.ts';
import { type Screen, screenOf, wrap } from './screen.ts';
import type { Terminal } from './terminal.ts';

/** Lists the articles with their facts and dates, then the problems. Gives the exit status: 1 where there are problems; a draft is none. */
export async function runArticles(knowledge: KnowledgeService, { output }: Terminal): Promise<0 | 1> {
  const screen = screenOf(output);
  const { problems, articleCount, factCount } = knowledge.current;
  for await (const source of allSources(knowledge)) output.write(`${renderSource(screen, source)}\n\n`);
  for (const problem of problems) output.write(`${renderProblem(screen, problem)}\n\n`);
  const { articles, facts, problems: counted } = english.counted;
  const wrong = problems.filter(({ kind }) => kind !== 'draft');
  const total = `${articles(articleCount)}, ${facts(factCount)}, ${counted(wrong.length)}.`;
  output.write(`${wrap(screen, total)}\n`);
  return wrong.length === 0 ? 0 : 1;
}

function renderSource(screen: Screen, source: Source): string {
  const { colours } = screen;
  const dates = datesInWords(source, english);
  const facts = english.counted.facts(source.factCount);
  return [
    wrap(screen, colours.bold(printable(source.title))),
    wrap(screen, printable([source.path, facts, dates === '' ? 'no dates' : dates].join(' · ')), 2),
  ].join('\n');
}

function renderProblem(screen: Screen, { path, line, cause }: Problem): string {
  const { colours } = screen;
  const { message, remedy } = english.problem(cause);
  const place = line === null ? path : `${path}:${line}`;
  return [
    wrap(screen, colours.red(colours.bold(printable(place)))),
    wrap(screen, printable(`${message} ${remedy}`), 2),
  ].join('\n');
}
