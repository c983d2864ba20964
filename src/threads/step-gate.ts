import { setTimeout as delay } from 'node:timers/promises';

/** The cells of the shared memory: how many steps run, and whether the gate is closed. */
const [RUNNING, CLOSED] = [0, 1];
const CELLS = 2;
const POLL_MS = 5;

/**
 * Guards the native steps of a worker thread, such as one run of an encoder. Node.js ends a thread wherever it is. Native code that
 * loses its thread in the middle of a step may abort the whole process, so whoever ends the thread closes the gate first.
 */
export class StepGate {
  /** Shared by the gates of both threads. */
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
  }

  /** Returns whether a step may begin. Its thread calls `leave` when the step has ended. */
  enter(): boolean {
    // Counted before the look at the other cell: either this thread sees the closed gate, or the other thread sees the step.
    Atomics.add(this.#cells, RUNNING, 1);
    if (Atomics.load(this.#cells, CLOSED) === 0) return true;
    this.leave();
    return false;
  }

  leave(): void {
    Atomics.sub(this.#cells, RUNNING, 1);
    Atomics.notify(this.#cells, RUNNING);
  }

  /** Lets no further step begin, and resolves once none runs. */
  async close(): Promise<void> {
    Atomics.store(this.#cells, CLOSED, 1);
    while (Atomics.load(this.#cells, RUNNING) > 0) await delay(POLL_MS);
  }

  /** Lets no further step begin, and blocks this thread until none runs, for `maxMs` at most. */
  closeAndBlock(maxMs: number): void {
    Atomics.store(this.#cells, CLOSED, 1);
    const end = performance.now() + maxMs;
    for (;;) {
      const running = Atomics.load(this.#cells, RUNNING);
      const leftMs = end - performance.now();
      if (running === 0 || leftMs <= 0) return;
      Atomics.wait(this.#cells, RUNNING, running, leftMs);
    }
  }
}
