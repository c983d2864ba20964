import type { ModeratedCosts } from '../../../src/measuring/bench/moderated-report.ts';

const MEGABYTE = 1024 * 1024;

function times(...pairs: readonly (readonly [openMs: number, wholeMs: number])[]) {
  return pairs.map(([openMs, wholeMs]) => ({ openMs, wholeMs }));
}

/** Figures that nobody measured. */
export const MODERATED: ModeratedCosts = {
  workload: { servers: 1000, leastServers: 120, articles: 20, sentences: 5, questions: 2 },
  sharedFacts: 2000,
  crowd: null,
  servers: {
    first: times([30, 40], [10, 20], [50, 60]),
    later: times([0.5, 8]),
    outside: times([0, 5], [0, 6]),
    afterRefresh: times([3, 9]),
    refreshMs: [100, 900, 200],
    held: [
      { servers: 100, bytes: 50 * MEGABYTE },
      { servers: 150, bytes: 60 * MEGABYTE },
    ],
  },
  queue: { questions: 10_000, entries: 8000, listMs: [700, 800, 900], longestBlockMs: 300, findMs: [70, 90] },
  blocks: { sharedFacts: 100_000, ownFacts: 32_000, startMs: 20, refreshMs: 30, ownMs: 10, questionsMs: 5 },
};
