import type { Instruments } from '../../kit/instruments.ts';

/** How often it looks. Looking without a pause would take a core from the threads that work. */
const LOOK_EVERY_MS = 1;

/** Works, and gives for how many milliseconds at most nothing else had a turn meanwhile. */
export async function longestHoldUp(
  { nowMs }: Pick<Instruments, 'nowMs'>,
  work: () => Promise<unknown>,
): Promise<number> {
  let [longestMs, lastTurn] = [0, nowMs()];
  const look = (): void => {
    const now = nowMs();
    longestMs = Math.max(longestMs, now - lastTurn);
    lastTurn = now;
  };
  const looks = setInterval(look, LOOK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(looks);
  }
  return Math.max(longestMs, nowMs() - lastTurn);
}
