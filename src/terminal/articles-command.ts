import type { Problem } from '../knowledge/article.ts';
import type { Source, SourcesReply } from '../requests/sources.ts';
import { printable } from '../text/printable.ts';
import { datesInWords } from '../wording/dates.ts';
import { english } from '../wording/english.ts';
import { type Screen, screenOf, wrap } from './screen.ts';
import type { Terminal } from './terminal.ts';

/** Lists the articles with their facts and dates, then the problems. Returns the exit status: 1 where there are problems; a draft is none. */
export function runArticles({ sources, problems, factCount }: SourcesReply, { output }: Terminal): 0 | 1 {
  const screen = screenOf(output);
  const { articles, facts, problems: counted } = english.counted;
  const wrong = problems.filter(({ kind }) => kind !== 'draft');
  const total = `${articles(sources.length)}, ${facts(factCount)}, ${counted(wrong.length)}.`;
  const blocks = [
    ...sources.map((source) => renderSource(screen, source)),
    ...problems.map((problem) => renderProblem(screen, problem)),
    wrap(screen, total),
  ];
  output.write(`${blocks.join('\n\n')}\n`);
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

function renderProblem(screen: Screen, { path, line, message, remedy }: Problem): string {
  const { colours } = screen;
  const place = line === null ? path : `${path}:${line}`;
  return [
    wrap(screen, colours.red(colours.bold(printable(place)))),
    wrap(screen, printable(`${message} ${remedy}`), 2),
  ].join('\n');
}
