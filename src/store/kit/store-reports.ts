/** What the operator must know though no request failed by it. */
export interface StoreReport {
  /** What happened and what to do, in words. */
  readonly message: string;
  readonly error: Error | null;
}

/** Nobody follows before the log is open; what happens until then is kept. */
const MAX_KEPT = 20;

/** Hands reports of the store to whoever logs them. */
export class StoreReports {
  #listener: ((trouble: StoreReport) => void) | null = null;
  readonly #kept: StoreReport[] = [];
  readonly #lasting = new Set<string>();

  /** Hands over every trouble from now on, and those from before. */
  subscribe(listener: (trouble: StoreReport) => void): void {
    this.#listener = listener;
    for (const trouble of this.#kept.splice(0)) listener(trouble);
  }

  report(message: string, error: Error | null = null): void {
    const trouble = { message, error };
    if (this.#listener !== null) this.#listener(trouble);
    else if (this.#kept.length < MAX_KEPT) this.#kept.push(trouble);
  }

  /** Tells it the first time only, until {@link allowAgain} of the same name. */
  reportOnce(name: string, message: string, error: Error | null = null): void {
    if (this.#lasting.has(name)) return;
    this.#lasting.add(name);
    this.report(message, error);
  }

  allowAgain(name: string): void {
    this.#lasting.delete(name);
  }
}
