/** Splits a list, in order, into batches of `size` items; the last one may be shorter. One statement takes no more at once. */
export function splitIntoBatches<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, number) => all.slice(number * size, (number + 1) * size));
}

/** Splits a list, in order, into batches of at most `maxSize` together. An item that is larger by itself is a batch of its own. */
export function splitBySize<T>(
  all: readonly T[],
  sizeOf: (each: T) => number,
  maxSize: number,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const each of all) {
    size += sizeOf(each);
    if (size > maxSize) {
      batches.push([]);
      size = sizeOf(each);
    }
    batches.at(-1)?.push(each);
  }
  return batches;
}
