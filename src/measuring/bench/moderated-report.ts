import { renderTextTable } from '../../text/layout/text-table.ts';
import { figure } from '../kit/figures.ts';
import { quantile } from '../kit/quantile.ts';
import type { AskedTime } from './measurements/ask-each.ts';
import type { HoldUps } from './measurements/measure-hold-ups.ts';
import type { QueueCost } from './measurements/measure-queue.ts';
import type { ServersCost, ServersWorkload } from './measurements/measure-servers.ts';

/** What was measured of what only moderators’ servers have. */
export interface ModeratedCosts {
  readonly workload: ServersWorkload;
  readonly sharedFacts: number;
  readonly servers: ServersCost;
  readonly queue: QueueCost;
  readonly holdUps: HoldUps;
}

type Line = readonly [measure: string, value: string];

const MEGABYTE = 1024 * 1024;

/** The parts of the report that tell it: no peer has any of it, so there are plain figures. */
export function renderModerated(costs: ModeratedCosts): readonly string[] {
  const { workload, sharedFacts, servers, queue, holdUps } = costs;
  const { articles, sentences, leastServers } = workload;
  return [
    `Servers with ${count(articles)} articles of their own, of ${count(sentences)} sentences each, beside ${count(sharedFacts)} shared facts (no peer has them):`,
    renderTextTable(askedLines(servers), { rightAligned: [1, 2, 3, 4, 5] }),
    `Its base: what of a question goes to having the server's articles read and put into an index with the shared ones. Bases
of servers in use are held, and built again after a refresh. First questions are asked for 25 s, or until ${count(leastServers)} servers
have been asked. Memory: beside what serves outside servers.`,
    table([...refreshLines(servers), ...memoryLines(workload, servers)]),
    `A queue of ${count(queue.questions)} unanswered questions in one server, of which a fifth ask the same as others:`,
    table(queueLines(queue)),
    `The longest time that the main thread is held in one go, at ${count(holdUps.sharedFacts)} shared facts:`,
    table(holdUpLines(holdUps, queue)),
  ];
}

function table(lines: readonly Line[]): string {
  return renderTextTable([['measure', 'footnote'], ...lines], { rightAligned: [1] });
}

function askedLines({ first, later, outside, afterRefresh }: ServersCost): readonly (readonly string[])[] {
  return [
    ['a question', 'p50, ms', 'p99, ms', 'its base, p50 ms', 'its base, p99 ms', 'asked'],
    askedLine('the first one in a server', first),
    askedLine('a later one there', later),
    askedLine('the first one there after a refresh', afterRefresh),
    askedLine('one outside servers', outside),
  ];
}

function askedLine(name: string, asked: readonly AskedTime[]): readonly string[] {
  const [whole, open] = [asked.map(({ wholeMs }) => wholeMs), asked.map(({ openMs }) => openMs)];
  return [name, ...middleAndWorst(whole), ...middleAndWorst(open), count(asked.length)];
}

function middleAndWorst(times: readonly number[]): readonly [string, string] {
  return [figure(quantile(times, 0.5)), figure(quantile(times, 0.99))];
}

function refreshLines({ refreshMs }: ServersCost): readonly Line[] {
  return [
    ['a refresh of the shared folder, p50 ms', figure(quantile(refreshMs, 0.5))],
    ['a refresh of the shared folder, slowest, ms', figure(quantile(refreshMs, 1))],
  ];
}

function memoryLines({ servers }: ServersWorkload, { held }: ServersCost): readonly Line[] {
  return [
    ...held.map(({ servers: asked, bytes }): Line => {
      return [`memory after ${count(asked)} servers, MB`, figure(bytes / MEGABYTE)];
    }),
    [`servers asked, of ${count(servers)}`, count(held.at(-1)?.servers ?? 0)],
  ];
}

function queueLines({ entries, listMs, findMs }: QueueCost): readonly Line[] {
  const [middle, worst] = middleAndWorst(findMs);
  return [
    ['entries once it is merged', count(entries)],
    ['listing and merging it, p50 ms', figure(quantile(listMs, 0.5))],
    ['finding one entry, p50 ms', middle],
    ['finding one entry, p99 ms', worst],
  ];
}

function holdUpLines(
  { startMs, refreshMs, ownFacts, ownMs, questionsMs }: HoldUps,
  { heldUpMs }: QueueCost,
): readonly Line[] {
  return [
    ['while the bot starts, ms', figure(startMs)],
    ['while the folder is refreshed, ms', figure(refreshMs)],
    [`while a server with ${count(ownFacts)} facts of its own is asked first, ms`, figure(ownMs)],
    ['while the queue above is listed, ms', figure(heldUpMs)],
    ['while 100 questions are under way, ms', figure(questionsMs)],
  ];
}

function count(value: number): string {
  return value.toLocaleString('en');
}
