// Runs cases in a worker, and ends the worker where a case takes too long.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Processor time of this process, which other load on the machine hardly changes, for an article of less than 200 KB
 * and one question.
 */
const LIMITS_MS = { article: 2_000, question: 1_000 };

/** Time of an ordinary case from its second run on, before the compiler has optimised it: 70 to 110 under load. */
const ORDINARY_MS = 60;

export class Trial {
  #worker = null;
  /** The processor time here, relative to a quiet machine. */
  slowness = 1;

  /** Returns what went wrong with a case: `{ step, ms }` or `{ step, error }`; null where nothing did. */
  async run(hostile) {
    const worker = await this.#running();
    return new Promise((resolve) => {
      let [current, timer, startedAt] = [{ step: 'start', limit: 'article' }, null, 0];
      const stop = (result) => {
        clearTimeout(timer);
        worker.off('message', hear).off('error', fail);
        if (result !== null) this.#end();
        resolve(result);
      };
      const wait = () => {
        const limit = LIMITS_MS[current.limit] * this.slowness;
        const spent = cpuMs() - startedAt;
        if (spent >= limit) stop({ step: current.step, ms: limit });
        else timer = setTimeout(wait, limit - spent);
      };
      const watch = () => {
        clearTimeout(timer);
        startedAt = cpuMs();
        wait();
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

  /** Measures the time of an ordinary case. */
  async calibrate(ordinary) {
    this.slowness = 20;
    await this.run(ordinary);
    const times = [];
    for (let done = 0; done < 5; done++) {
      const startedAt = cpuMs();
      await this.run(ordinary);
      times.push(cpuMs() - startedAt);
    }
    this.slowness = Math.max(1, times.toSorted((a, b) => a - b)[2] / ORDINARY_MS);
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

/** The time of all threads. Only the worker is busy. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
