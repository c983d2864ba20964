import { renderTextTable } from '../../text/layout/text-table.ts';
import { CONTENDER_NAMES, type ContenderName, type StepName } from '../contenders/contender.ts';
import { formatCount, formatFigure, formatRatio, NO_FIGURE } from '../kit/figures.ts';
import { computeQuantile } from '../kit/statistics.ts';
import { type BenchQuestion, QUESTION_KINDS, type QuestionKind } from '../made-up/generate-questions.ts';
import type { EncodersCost } from './measurements/measure-encoders.ts';
import type { IndexCost } from './measurements/measure-index.ts';
import type { ProcessCosts } from './measurements/measure-processes.ts';
import { type ModeratedCosts, renderModerated } from './moderated-report.ts';

/** The costs measured at one size. */
export interface SizeResult {
  readonly facts: number;
  readonly questions: readonly BenchQuestion[];
  readonly costs: ReadonlyMap<ContenderName, IndexCost>;
}

export interface Report {
  /** Describes what it ran on. */
  readonly machine: string;
  /** Ascending by size. */
  readonly results: readonly SizeResult[];
  readonly processes: ProcessCosts;
  readonly understanding: EncodersCost;
  readonly moderated: ModeratedCosts;
}

type Line = readonly string[];

const [OURS, ...PEERS] = CONTENDER_NAMES;
const MEGABYTE = 1024 * 1024;

/** Renders the whole report in Markdown that can be read as plain text; no line break at the end. */
export function renderReport({ machine, results, processes, understanding, moderated }: Report): string {
  return [
    machine,
    'Side by side on the same made-up facts. “÷” is how many times as much a peer needs as we do.',
    renderTextTable(buildComparisonLines(results), { rightAligned: [0, 2, 3, 4, 5, 6, 7, 8] }),
    `A question: our whole answer, encoders included; of a peer, its search. “vectors” is plain vector search, its vectors made
up: building and memory are theirs. Ours are the index of words. Its first pass: reading the question and finding
facts, beside the same search. Find alone: without reading the question. A follow-up: all of the answer to a text that
leans on a question. Suggestions: for half of a question, out of half as many others as there are facts. A contender
that has had 20 s is asked no further question of that size; it is compared with ${OURS} on those it was asked. Below
100 of them p99 is the slowest.`,
    ...(results.length > 1
      ? ['From size to size:', renderTextTable(buildGrowthLines(results), { rightAligned: [2, 3, 4, 5] })]
      : []),
    'One answer from the articles that come with the project, in a process of its own:',
    renderTextTable(buildProcessLines(processes), { rightAligned: [1, 2, 3] }),
    'What understanding takes, on as many threads as there are cores:',
    renderTextTable(buildEncoderLines(understanding), { rightAligned: [1] }),
    ...renderModerated(moderated),
  ].join('\n\n');
}

function buildComparisonLines(results: readonly SizeResult[]): readonly Line[] {
  const head = ['facts', 'measure', ...CONTENDER_NAMES, ...PEERS.map((peer) => `${peer} ÷ ${OURS}`)];
  const lines = results.flatMap((result) => [
    ...[...INDEX_MEASURES, ...KIND_MEASURES].map((measure) => compareOn(measure, result)),
    buildAskedLine(result),
  ]);
  return [head, ...lines];
}

function compareOn(measure: Measure, result: SizeResult): Line {
  const ratios = PEERS.map((peer) => {
    const asked = listAsked(result, peer);
    return formatRatio(
      computeFor(measure, result, { name: peer, asked }),
      computeFor(measure, result, { name: OURS, asked }),
    );
  });
  const values = CONTENDER_NAMES.map((name) =>
    formatFigure(computeFor(measure, result, { name, asked: result.questions })),
  );
  return [formatCount(result.facts), measure.name, ...values, ...ratios];
}

function buildAskedLine({ facts, questions, costs }: SizeResult): Line {
  const asked = CONTENDER_NAMES.map((name) => {
    const cost = costs.get(name);
    return cost === undefined ? NO_FIGURE : String(countAsked(cost));
  });
  return [formatCount(facts), `questions asked, of ${questions.length}`, ...asked];
}

/** Compares each size with the one before: how many times as much a contender needs, on equally many questions. */
function buildGrowthLines(results: readonly SizeResult[]): readonly Line[] {
  const head = ['facts', 'measure', ...CONTENDER_NAMES];
  const lines = results.slice(1).flatMap((larger, index) => {
    const smaller = results[index] ?? larger;
    const step = `${formatCount(smaller.facts)} → ${formatCount(larger.facts)} (${formatRatio(larger.facts, smaller.facts)})`;
    return INDEX_MEASURES.map((measure) => [
      step,
      measure.name,
      ...CONTENDER_NAMES.map((name) => {
        const asked = Math.min(listAsked(smaller, name).length, listAsked(larger, name).length);
        const compute = (result: SizeResult) =>
          computeFor(measure, result, { name, asked: result.questions.slice(0, asked) });
        return formatRatio(compute(larger), compute(smaller));
      }),
    ]);
  });
  return [head, ...lines];
}

function buildProcessLines({ ask, bare }: ProcessCosts): readonly Line[] {
  return [
    ['measure', 'main.js ask', 'node -e 0', 'ask ÷ bare'],
    buildProcessLine('start to end, fastest, ms', ask.fastestMs, bare.fastestMs),
    buildProcessLine('start to end, median, ms', ask.medianMs, bare.medianMs),
    buildProcessLine('peak memory, MB', ask.peakBytes / MEGABYTE, bare.peakBytes / MEGABYTE),
  ];
}

function buildEncoderLines({ factMs, burst, lastMs, burstFacts }: EncodersCost): readonly Line[] {
  return [
    ['measure', OURS],
    ['a fact is embedded, ms', formatFigure(factMs)],
    ['10,000 facts are embedded, s (reckoned)', formatFigure(10 * factMs)],
    [
      `${burst} different questions at once, ${formatCount(burstFacts)} facts: the last answer after, s`,
      formatFigure(lastMs / 1000),
    ],
  ];
}

function buildProcessLine(name: string, ours: number, others: number): Line {
  return [name, formatFigure(ours), formatFigure(others), formatRatio(ours, others)];
}

function listAsked({ questions, costs }: SizeResult, name: ContenderName): readonly BenchQuestion[] {
  const cost = costs.get(name);
  return questions.slice(0, cost === undefined ? 0 : countAsked(cost));
}

function computeFor(
  measure: Measure,
  { costs }: SizeResult,
  { name, asked }: { readonly name: ContenderName; readonly asked: readonly BenchQuestion[] },
): number | null {
  const cost = costs.get(name);
  return cost === undefined ? null : measure.compute(cost, asked);
}

/** One row of the comparison. */
interface Measure {
  readonly name: string;
  /** Returns the figure over the given questions, which are the first of those asked, or null if there is none. */
  readonly compute: (cost: IndexCost, asked: readonly BenchQuestion[]) => number | null;
}

const INDEX_MEASURES: readonly Measure[] = [
  { name: 'building the index, ms', compute: ({ buildMs }) => buildMs },
  { name: 'memory the index holds, MB', compute: ({ heldBytes }) => heldBytes / MEGABYTE },
  timeMeasure('a question, p50 ms', { step: 'whole', share: 0.5 }),
  timeMeasure('a question, p99 ms', { step: 'whole', share: 0.99 }),
  timeMeasure('its first pass, p50 ms', { step: 'firstPass', share: 0.5 }),
  timeMeasure('its first pass, p99 ms', { step: 'firstPass', share: 0.99 }),
  timeMeasure('find alone, p50 ms', { step: 'find', share: 0.5 }),
  timeMeasure('find alone, p99 ms', { step: 'find', share: 0.99 }),
  timeMeasure('a follow-up, p50 ms', { step: 'followUp', share: 0.5 }),
  timeMeasure('a follow-up, p99 ms', { step: 'followUp', share: 0.99 }),
  timeMeasure('suggestions while typing, p50 ms', { step: 'suggest', share: 0.5 }),
  timeMeasure('suggestions while typing, p99 ms', { step: 'suggest', share: 0.99 }),
];

const KIND_MEASURES: readonly Measure[] = QUESTION_KINDS.map((kind) =>
  timeMeasure(`a ${kind} question, p50 ms`, { step: 'whole', share: 0.5, kind }),
);

/** Returns how many questions a contender had time for. */
function countAsked({ askedMs }: IndexCost): number {
  return askedMs.whole?.length ?? 0;
}

interface TimeMeasure {
  readonly step: StepName;
  readonly share: number;
  readonly kind?: QuestionKind;
}

function timeMeasure(name: string, { step, share, kind }: TimeMeasure): Measure {
  return {
    name,
    compute: ({ askedMs }, asked) => {
      // A peer's search is both its first pass and the whole of it.
      const times = askedMs[step] ?? (step === 'firstPass' ? askedMs.whole : undefined);
      const wanted = times?.filter((_, index) => {
        const question = asked[index];
        return question !== undefined && (kind === undefined || question.kind === kind);
      });
      return wanted === undefined || wanted.length === 0 ? null : computeQuantile(wanted, share);
    },
  };
}
