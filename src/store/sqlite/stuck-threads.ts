/** Each holds some megabytes, and on a disk that stays stalled one more would not fare better. */
const MAX_STUCK = 4;

/** What of a `Worker` it takes to end it. */
interface Endable {
  once(event: 'exit', listener: () => void): unknown;
  postMessage(message: 'close'): void;
  unref(): void;
}

/** Threads that were given up and have not exited yet: they are stuck in a call of SQLite, which nothing can interrupt. */
export class StuckThreads {
  #count = 0;

  /** Whether starting yet another thread makes sense. */
  get isFull(): boolean {
    return this.#count >= MAX_STUCK;
  }

  /** Has a thread end as soon as it can, without waiting for it. */
  giveUp(worker: Endable): void {
    this.#count++;
    worker.once('exit', () => {
      this.#count--;
    });
    // Terminated within a call of the driver, a thread ends the whole process: it closes the file itself once the call returns.
    worker.postMessage('close');
    worker.unref();
  }
}
