/** One message for the operator about a fault that failed no request. */
export interface StoreReport {
  /** Says what happened and what to do. */
  readonly message: string;
  readonly error: Error | null;
  /** `info` where a fault has ended. */
  readonly level: 'error' | 'info';
}

/** How many reports wait for a subscriber. The store opens before the log does. */
const MAX_KEPT = 20;

/** Delivers reports of the store to the log. */
export class StoreReports {
  #listener: ((report: StoreReport) => void) | null = null;
  readonly #kept: StoreReport[] = [];
  readonly #reported = new Set<string>();

  /** Calls `listener` with the reports so far and with every later one. */
  subscribe(listener: (report: StoreReport) => void): void {
    this.#listener = listener;
    for (const report of this.#kept.splice(0)) listener(report);
  }

  /** Reports to the subscriber; until there is one, the first {@link MAX_KEPT} reports wait. */
  report(message: string, error: Error | null = null): void {
    this.#deliver({ message, error, level: 'error' });
  }

  /** Reports that a fault has ended. */
  reportRecovery(message: string): void {
    this.#deliver({ message, error: null, level: 'info' });
  }

  /** Reports under a name only once, until {@link allowAgain} is called with that name. */
  reportOnce(name: string, message: string, error: Error | null = null): void {
    if (this.#reported.has(name)) return;
    this.#reported.add(name);
    this.report(message, error);
  }

  /** Lets {@link reportOnce} report under this name again, as the fault has ended. Returns whether it was reported. */
  allowAgain(name: string): boolean {
    return this.#reported.delete(name);
  }

  #deliver(report: StoreReport): void {
    if (this.#listener !== null) this.#listener(report);
    else if (this.#kept.length < MAX_KEPT) this.#kept.push(report);
  }
}
