/** Jobs that test the behaviour of threads; see test-jobs.d.ts. */
const waiting = new Map();

export const testJobs = {
  change(numbers) {
    numbers.push(0);
    return numbers;
  },
  giveKept() {
    return kept;
  },
  fail(message) {
    throw new TypeError(message);
  },
  async failLate(thrown) {
    await Promise.resolve();
    throw thrown;
  },
  giveFunction() {
    return () => {};
  },
  waitFor(name) {
    return new Promise((resolve) => {
      waiting.set(name, resolve);
    });
  },
  release(name) {
    waiting.get(name)?.(`${name} was released`);
  },
  spin() {
    for (;;) Math.sqrt(2);
  },
  takeAllMemory() {
    const taken = [];
    for (;;) taken.push(Array.from({ length: 1000 }, (_, number) => `${number}`));
  },
  breakDown() {
    setTimeout(() => {
      throw new Error('broken down');
    });
    return new Promise(() => {});
  },
  leave() {
    process.exit(3);
  },
};

const kept = { numbers: [1] };
