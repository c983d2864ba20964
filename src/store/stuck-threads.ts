/** Each holds some megabytes, and on a disk that stays stalled one more would not fare better. */
const MAX_STUCK = 4;

/** What of a `Worker` it takes to end it. */
interface Endable {
  once(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<number>;
  unref(): void;
}

/** Threads that were given up and have not exited yet: they are stuck in a call of SQLite, which nothing can interrupt. */
export class StuckThreads {
  #count = 0;

  /** Whether starting yet another thread makes sense. */
  get isFull(): boolean {
    return this.#count >= MAX_STUCK;
  }

  /** Ends a thread without waiting for it. */
  giveUp(worker: Endable): void {
    this.#count++;
    worker.once('exit', () => {
      this.#count--;
    });
    void worker.terminate();
    // Node.js may end meanwhile.
    worker.unref();
  }
}
