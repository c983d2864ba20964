import type { Environment } from '../../settings/values.ts';

/** The process, as far as stopping it goes. */
interface StoppableProcess {
  readonly ppid: number;
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
}

interface StopSignalsOptions {
  readonly process: StoppableProcess;
  readonly nowMs: () => number;
  /** Calls back again and again until the process ends, without keeping it. */
  readonly repeat: (look: () => void) => void;
  /** Whether to stop when the process that has started this one is gone: npm passes SIGTERM and SIGINT on, but nothing else. */
  readonly followsParent: boolean;
}

/** At Ctrl-C the terminal sends SIGINT to npm and to us, and npm passes its own on: both are one wish. */
const SAME_SIGNAL_MS = 300;
/** As a shell tells of a process that a signal has ended. */
const STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type StopSignal = keyof typeof STATUS;

/** How often the bot checks whether npm, its parent, was killed. */
const CHECK_PARENT_MS = 1000;

/** Listens for the signals that stop this process, as {@link waitForStopSignal} describes. */
export function listenForStopSignal(env: Environment, nowMs: () => number): Promise<NodeJS.Signals> {
  return waitForStopSignal({
    process,
    nowMs,
    repeat: (check) => setInterval(check, CHECK_PARENT_MS).unref(),
    followsParent: ['start', 'playground'].includes(env['npm_lifecycle_event'] ?? ''),
  });
}

/** Resolves with the first signal to stop. Whoever sends another does not want to wait: it ends the process at once. */
export function waitForStopSignal(options: StopSignalsOptions): Promise<NodeJS.Signals> {
  const { process, nowMs, repeat, followsParent } = options;
  return new Promise((resolve) => {
    let first: { readonly signal: StopSignal; readonly atMs: number } | null = null;
    const received = (signal: StopSignal): void => {
      const isSameSignal =
        signal === 'SIGINT' && first?.signal === signal && nowMs() - first.atMs < SAME_SIGNAL_MS;
      if (first !== null && !isSameSignal) process.exit(STATUS[signal]);
      first ??= { signal, atMs: nowMs() };
      resolve(signal);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => received(signal));
    const parentId = process.ppid;
    if (followsParent)
      repeat(() => {
        if (first === null && process.ppid !== parentId) received('SIGHUP');
      });
  });
}
