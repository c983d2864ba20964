/** Starts a timer that does not keep the process alive. Returns the function that stops it. */
export function startTimer(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs).unref();
  return () => clearTimeout(timer);
}

/** Calls back again and again, without keeping the process alive. Returns the function that ends it. */
export function repeat(work: () => void, everyMs: number): () => void {
  const timer = setInterval(work, everyMs).unref();
  return () => clearInterval(timer);
}

/** One day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;
