// Runs cases in a worker that is ended where it takes too long.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** On a quiet machine, for an article of less than 200 KB and for one question. */
const LIMITS_MS = { article: 2_000, question: 1_000 };

export class Trial {
  #worker = null;
  /** How much slower than a quiet machine this one is. */
  slowness = 1;

  /** What went wrong with a case: `{ step, ms }` or `{ step, error }`; null where nothing did. */
  async run(hostile) {
    const worker = await this.#running();
    return new Promise((resolve) => {
      let [current, timer] = [{ step: 'start', limit: 'article' }, null];
      const stop = (result) => {
        clearTimeout(timer);
        worker.off('message', hear).off('error', fail);
        if (result !== null) this.#end();
        resolve(result);
      };
      const watch = () => {
        clearTimeout(timer);
        const ms = LIMITS_MS[current.limit] * this.slowness;
        timer = setTimeout(() => stop({ step: current.step, ms }), ms);
      };
      const hear = (message) => {
        if (message.step === 'done') return stop(null);
        if (message.step === 'threw') return stop({ step: current.step, error: message.error });
        current = message;
        watch();
      };
      const fail = (error) => stop({ step: current.step, error: String(error) });
      worker.on('message', hear).on('error', fail);
      watch();
      worker.postMessage(hostile);
    });
  }

  /** Measures how long an ordinary case takes, which is 60 ms on a quiet machine. */
  async calibrate(ordinary) {
    this.slowness = 20;
    await this.run(ordinary);
    const times = [];
    for (let done = 0; done < 5; done++) {
      const startedAt = performance.now();
      await this.run(ordinary);
      times.push(performance.now() - startedAt);
    }
    this.slowness = Math.max(1, times.toSorted((a, b) => a - b)[2] / 60);
  }

  close() {
    this.#end();
  }

  async #running() {
    if (this.#worker !== null) return this.#worker;
    this.#worker = new Worker(new URL('./fuzz-worker.js', import.meta.url));
    await once(this.#worker, 'message');
    return this.#worker;
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
