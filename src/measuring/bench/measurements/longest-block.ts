import type { Instruments } from '../../kit/instruments.ts';

/** Checking without a pause would take a core from the workers. */
const CHECK_EVERY_MS = 1;

/** Runs `work` and returns for how many milliseconds at most the event loop was blocked meanwhile. */
export async function measureLongestBlock(
  { nowMs }: Pick<Instruments, 'nowMs'>,
  work: () => Promise<unknown>,
): Promise<number> {
  let [longestMs, lastCheckAt] = [0, nowMs()];
  const check = (): void => {
    const now = nowMs();
    longestMs = Math.max(longestMs, now - lastCheckAt);
    lastCheckAt = now;
  };
  const checks = setInterval(check, CHECK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(checks);
  }
  return Math.max(longestMs, nowMs() - lastCheckAt);
}
