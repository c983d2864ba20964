import type { Random } from '../kit/random.ts';

/**
 * Picks from `items` by Zipf's law: the second as often as half the first, the third as a third of it.
 *
 * @see https://en.wikipedia.org/wiki/Zipf%27s_law
 */
export function zipfPicker<T>(items: readonly T[], random: Random): () => T {
  const upTo = new Float64Array(items.length);
  let total = 0;
  for (let rank = 1; rank <= items.length; rank++) {
    total += 1 / rank;
    upTo[rank - 1] = total;
  }
  return () => {
    const item = items[firstAbove(upTo, random() * total)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
}

/** The first place in `rising` that holds more than `value`; the last one where none does. */
function firstAbove(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
