import type { Instruments } from './instruments.ts';

/** Works, and gives for how many milliseconds at most nothing else had a turn meanwhile. It keeps looking: work that waits takes all of a core. */
export async function longestHoldUp(
  { nowMs }: Pick<Instruments, 'nowMs'>,
  work: () => Promise<unknown>,
): Promise<number> {
  let [longestMs, lastTurn, isOver] = [0, nowMs(), false];
  const turn = (): void => {
    if (isOver) return;
    const now = nowMs();
    longestMs = Math.max(longestMs, now - lastTurn);
    lastTurn = now;
    setImmediate(turn);
  };
  setImmediate(turn);
  try {
    await work();
  } finally {
    isOver = true;
  }
  return Math.max(longestMs, nowMs() - lastTurn);
}
