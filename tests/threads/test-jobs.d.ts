/** Jobs that test the behaviour of threads. */
export declare const testJobs: {
  /** Returns its input, changed. */
  change(numbers: number[]): number[];
  /** Returns an object that it keeps. */
  giveKept(input: null): { numbers: number[] };
  fail(message: string): never;
  /** Throws this after a moment. */
  failLate(thrown: string): Promise<never>;
  /** Returns a value that cannot be copied. */
  giveFunction(input: null): () => void;
  /** Waits until it is released. */
  waitFor(name: string): Promise<string>;
  release(name: string): void;
  /** Never ends. */
  spin(input: null): never;
  takeAllMemory(input: null): never;
  /** Throws outside of any handler. */
  breakDown(input: null): Promise<never>;
  /** Ends its thread, or the process where there is none. */
  leave(input: null): never;
};
