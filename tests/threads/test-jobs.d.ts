/** Jobs that try out what threads do. */
export declare const testJobs: {
  /** Gives what it was given, changed. */
  change(numbers: number[]): number[];
  /** Gives an object that it keeps. */
  giveKept(input: null): { numbers: number[] };
  fail(message: string): never;
  /** Throws this after a moment. */
  failLate(thrown: string): Promise<never>;
  /** Gives what cannot be copied. */
  giveFunction(input: null): () => void;
  /** Waits until it is released. */
  waitFor(name: string): Promise<string>;
  release(name: string): void;
  /** Never ends. */
  spin(input: null): never;
  takeAllMemory(input: null): never;
  /** Throws where nobody catches it. */
  breakDown(input: null): Promise<never>;
  /** Ends its thread, or the process where there is none. */
  leave(input: null): never;
};
