import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { locateCompiledFile } from '../../../threads/compiled-file.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { computeQuantile } from '../../kit/statistics.ts';

/** The cost of a process from its start to its end. */
interface ProcessCost {
  readonly fastestMs: number;
  readonly medianMs: number;
  readonly peakBytes: number;
}

export interface ProcessCosts {
  /** `ask` with one question on the project's own articles. */
  readonly ask: ProcessCost;
  /** Node.js that does nothing. */
  readonly bare: ProcessCost;
}

const QUESTION = 'How many representative offices does Russian customs have abroad?';

const MAIN = fileURLToPath(locateCompiledFile('main'));
/** Located from a compiled file, because this one is bundled into a folder of another depth. */
const KNOWLEDGE = fileURLToPath(new URL('../knowledge', locateCompiledFile('main')));
const REPORT_PEAK = locateCompiledFile('measuring/bench/measurements/report-peak-memory').href;

/**
 * Measures both processes `runs` times, at least once. The runs alternate, so that a busy moment affects both.
 *
 * @throws {Error} when a process fails
 */
export function measureProcesses(
  runs: number,
  { nowMs, onStep }: Pick<Instruments, 'nowMs' | 'onStep'>,
): ProcessCosts {
  const measureRun = (args: readonly string[]): ProcessRun => {
    const startedAt = nowMs();
    run(args);
    const tookMs = nowMs() - startedAt;
    // A run of its own, because the code that reports the peak takes time to load.
    return { tookMs, peakBytes: 1024 * Number(run(['--import', REPORT_PEAK, ...args]).output[3]) };
  };
  const [ask, bare]: [ProcessRun[], ProcessRun[]] = [[], []];
  for (let done = 0; done < runs; done++) {
    onStep(`start-up, run ${done + 1} of ${runs}`);
    ask.push(measureRun([MAIN, 'ask', '--knowledge', KNOWLEDGE, '--', QUESTION]));
    bare.push(measureRun(['-e', '0']));
  }
  return { ask: toCost(ask), bare: toCost(bare) };
}

interface ProcessRun {
  readonly tookMs: number;
  readonly peakBytes: number;
}

function toCost(runs: readonly ProcessRun[]): ProcessCost {
  const times = runs.map(({ tookMs }) => tookMs);
  return {
    fastestMs: computeQuantile(times, 0),
    medianMs: computeQuantile(times, 0.5),
    peakBytes: computeQuantile(
      runs.map(({ peakBytes }) => peakBytes),
      0.5,
    ),
  };
}

function run(args: readonly string[]): SpawnSyncReturns<string> {
  const ended = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  if (ended.status !== 0)
    throw new Error(`node ${args.join(' ')} failed: ${ended.stderr}`, { cause: ended.error });
  return ended;
}
