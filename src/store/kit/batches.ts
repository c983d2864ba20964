/** Parts of `all`, in order, of `size` each but for the last: a statement takes no more at once. */
export function splitIntoBatches<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, number) => all.slice(number * size, (number + 1) * size));
}
