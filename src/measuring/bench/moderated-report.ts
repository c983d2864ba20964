import { renderTextTable } from '../../text/layout/text-table.ts';
import { formatCount, formatFigure } from '../kit/figures.ts';
import { computeQuantile } from '../kit/statistics.ts';
import type { AnswerTime } from './measurements/ask-each.ts';
import type { LongestBlocks } from './measurements/measure-blocking.ts';
import type { CrowdCost } from './measurements/measure-crowd.ts';
import type { QueueCost } from './measurements/measure-queue.ts';
import type { ServersCost, ServersWorkload } from './measurements/measure-servers.ts';

/** The costs of what only servers with moderators have: own articles and an unanswered queue. */
export interface ModeratedCosts {
  readonly workload: ServersWorkload;
  readonly sharedFacts: number;
  readonly servers: ServersCost;
  /** Null where it was not measured. */
  readonly crowd: CrowdCost | null;
  readonly queue: QueueCost;
  readonly blocks: LongestBlocks;
}

type Line = readonly [measure: string, value: string];

const MEGABYTE = 1024 * 1024;

/** Renders these parts of the report. They compare with no peer, because no peer has any of it. */
export function renderModerated(costs: ModeratedCosts): readonly string[] {
  const { workload, sharedFacts, servers, crowd, queue, blocks } = costs;
  const { articles, sentences, leastServers } = workload;
  return [
    `Servers with ${formatCount(articles)} articles of their own, of ${formatCount(sentences)} sentences each, beside ${formatCount(sharedFacts)} shared facts (no peer has them):`,
    renderTextTable(buildAskedLines(servers), { rightAligned: [1, 2, 3, 4, 5] }),
    `Its base: what of a question goes to having the server's articles read and put into an index with the shared ones. Bases
of servers in use are held, and built again after a refresh. First questions are asked for 25 s, or until ${formatCount(leastServers)} servers
have been asked. Memory: beside what serves outside servers.`,
    renderMeasures([...buildRefreshLines(servers), ...buildMemoryLines(workload, servers)]),
    ...(crowd === null ? [] : renderCrowd(crowd)),
    `A queue of ${formatCount(queue.questions)} unanswered questions in one server, of which a fifth ask the same as others:`,
    renderMeasures(buildQueueLines(queue)),
    `The longest time that the main thread is held in one go, at ${formatCount(blocks.sharedFacts)} shared facts:`,
    renderMeasures(buildBlockLines(blocks, queue)),
  ];
}

function renderCrowd({ servers, asked, idleBytes, mostBytes }: CrowdCost): readonly string[] {
  return [
    `Questions at random in ${formatCount(servers)} servers with 40 to 400 facts of their own, all of them answered:`,
    renderTextTable(
      [
        ['a question', 'p50, ms', 'p99, ms', 'its base, p50 ms', 'its base, p99 ms', 'asked'],
        buildAskedLine('in one of the servers', asked),
      ],
      { rightAligned: [1, 2, 3, 4, 5] },
    ),
    renderMeasures([
      ['resident memory before, MB', formatFigure(idleBytes / MEGABYTE)],
      ['resident memory at the most, MB', formatFigure(mostBytes / MEGABYTE)],
    ]),
  ];
}

function renderMeasures(lines: readonly Line[]): string {
  return renderTextTable([['measure', 'footnote'], ...lines], { rightAligned: [1] });
}

function buildAskedLines({
  first,
  later,
  outside,
  afterRefresh,
}: ServersCost): readonly (readonly string[])[] {
  return [
    ['a question', 'p50, ms', 'p99, ms', 'its base, p50 ms', 'its base, p99 ms', 'asked'],
    buildAskedLine('the first one in a server', first),
    buildAskedLine('a later one there', later),
    buildAskedLine('the first one there after a refresh', afterRefresh),
    buildAskedLine('one outside servers', outside),
  ];
}

function buildAskedLine(name: string, asked: readonly AnswerTime[]): readonly string[] {
  const [whole, open] = [asked.map(({ wholeMs }) => wholeMs), asked.map(({ openMs }) => openMs)];
  return [name, ...formatP50AndP99(whole), ...formatP50AndP99(open), formatCount(asked.length)];
}

function formatP50AndP99(times: readonly number[]): readonly [string, string] {
  return [formatFigure(computeQuantile(times, 0.5)), formatFigure(computeQuantile(times, 0.99))];
}

function buildRefreshLines({ refreshMs }: ServersCost): readonly Line[] {
  return [
    ['a refresh of the shared folder, p50 ms', formatFigure(computeQuantile(refreshMs, 0.5))],
    ['a refresh of the shared folder, slowest, ms', formatFigure(computeQuantile(refreshMs, 1))],
  ];
}

function buildMemoryLines({ servers }: ServersWorkload, { held }: ServersCost): readonly Line[] {
  return [
    ...held.map(({ servers: asked, bytes }): Line => {
      return [`memory after ${formatCount(asked)} servers, MB`, formatFigure(bytes / MEGABYTE)];
    }),
    [`servers asked, of ${formatCount(servers)}`, formatCount(held.at(-1)?.servers ?? 0)],
  ];
}

function buildQueueLines({ entries, listMs, findMs }: QueueCost): readonly Line[] {
  const [p50, p99] = formatP50AndP99(findMs);
  return [
    ['entries once it is merged', formatCount(entries)],
    ['listing and merging it, p50 ms', formatFigure(computeQuantile(listMs, 0.5))],
    ['finding one entry, p50 ms', p50],
    ['finding one entry, p99 ms', p99],
  ];
}

function buildBlockLines(
  { startMs, refreshMs, ownFacts, ownMs, questionsMs }: LongestBlocks,
  { longestBlockMs }: QueueCost,
): readonly Line[] {
  return [
    ['while the bot starts, ms', formatFigure(startMs)],
    ['while the folder is refreshed, ms', formatFigure(refreshMs)],
    [`while a server with ${formatCount(ownFacts)} facts of its own is asked first, ms`, formatFigure(ownMs)],
    ['while the queue above is listed, ms', formatFigure(longestBlockMs)],
    ['while 100 questions are under way, ms', formatFigure(questionsMs)],
  ];
}
