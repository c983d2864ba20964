/** Counts how often other work of this thread gets its turn, until it is stopped. */
export function turnsOfOthers(): { readonly count: () => number; readonly stop: () => void } {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns++;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    count: () => turns,
    stop: () => {
      isOver = true;
    },
  };
}
