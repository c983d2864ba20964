/** Lines that were collected for one key, in the order in which they came. */
export interface CollectedLines {
  /** The first ones; more than these are only counted. */
  readonly lines: readonly string[];
  readonly otherCount: number;
}

interface LineCollectorOptions {
  /** Takes the lines of one key. Must not reject. */
  readonly handOver: (key: string, collected: CollectedLines) => void;
  /** Calls `work` after `delayMs`, unless the returned function was called before. */
  readonly schedule: (work: () => void, delayMs: number) => () => void;
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
}

interface Collecting {
  readonly lines: string[];
  otherCount: number;
  readonly sinceMs: number;
  cancel: () => void;
}

/** Nobody reads more lines of one message. */
const MAX_LINES = 10;
/** Lines are handed over once nothing was added for this long, but after the longest wait in any case. */
const QUIET_MS = 5_000;
const LONGEST_MS = 60_000;

/** Collects lines that come shortly after each other, so that fifty changes in a row are a few messages and not fifty. */
export class LineCollector {
  readonly #options: LineCollectorOptions;
  readonly #collecting = new Map<string, Collecting>();
  #isStopped = false;

  constructor(options: LineCollectorOptions) {
    this.#options = options;
  }

  /** Adds a line. It is handed over within a minute, after `stop` at once. */
  add(key: string, line: string): void {
    const { schedule, nowMs } = this.#options;
    const found = this.#collecting.get(key);
    const collecting = found ?? { lines: [], otherCount: 0, sinceMs: nowMs(), cancel: () => undefined };
    collecting.cancel();
    if (collecting.lines.length < MAX_LINES) collecting.lines.push(line);
    else collecting.otherCount += 1;
    this.#collecting.set(key, collecting);
    const waitMs = Math.min(QUIET_MS, LONGEST_MS - (nowMs() - collecting.sinceMs));
    if (this.#isStopped || waitMs <= 0) this.#handOver(key);
    else collecting.cancel = schedule(() => this.#handOver(key), waitMs);
  }

  /** Hands over everything that was collected, and whatever is added from now on at once. */
  stop(): void {
    this.#isStopped = true;
    for (const key of this.#collecting.keys()) this.#handOver(key);
  }

  #handOver(key: string): void {
    const collecting = this.#collecting.get(key);
    if (collecting === undefined) return;
    collecting.cancel();
    this.#collecting.delete(key);
    const { lines, otherCount } = collecting;
    this.#options.handOver(key, { lines, otherCount });
  }
}
