import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { locateCompiledFile } from '../../../threads/compiled-file.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { quantile } from '../../kit/quantile.ts';

/** What it costs to run a process from its start to its end. */
interface ProcessCost {
  readonly fastestMs: number;
  readonly medianMs: number;
  readonly peakBytes: number;
}

export interface ProcessCosts {
  /** `ask` with one question on the articles that come with the project. */
  readonly ask: ProcessCost;
  /** Node.js that does nothing. */
  readonly bare: ProcessCost;
}

const QUESTION = 'How many representative offices does Russian customs have abroad?';

const MAIN = fileURLToPath(locateCompiledFile('main'));
const KNOWLEDGE = fileURLToPath(new URL('../../../../knowledge', import.meta.url));
const REPORT_PEAK = locateCompiledFile('measuring/bench/measurements/report-peak-memory').href;

/**
 * Runs both `runs` times (at least once) in turn, so that a busy moment hits both.
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
    // In another run: what reports the peak takes time to load.
    return { tookMs, peakBytes: 1024 * Number(run(['--import', REPORT_PEAK, ...args]).output[3]) };
  };
  const [ask, bare]: [ProcessRun[], ProcessRun[]] = [[], []];
  for (let done = 0; done < runs; done++) {
    onStep(`start-up, run ${done + 1} of ${runs}`);
    ask.push(measureRun([MAIN, 'ask', '--knowledge', KNOWLEDGE, '--', QUESTION]));
    bare.push(measureRun(['-e', '0']));
  }
  return { ask: costOf(ask), bare: costOf(bare) };
}

interface ProcessRun {
  readonly tookMs: number;
  readonly peakBytes: number;
}

function costOf(runs: readonly ProcessRun[]): ProcessCost {
  const times = runs.map(({ tookMs }) => tookMs);
  return {
    fastestMs: quantile(times, 0),
    medianMs: quantile(times, 0.5),
    peakBytes: quantile(
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
