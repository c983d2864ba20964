/** So many numbers from -1 to 1; the same for the same seed. */
export function madeUpNumbers(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    // https://en.wikipedia.org/wiki/Linear_congruential_generator
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** How far apart two rows of numbers are at most; infinitely where they differ in length. */
export function greatestDifference(a: Float32Array, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.reduce((greatest, value, i) => Math.max(greatest, Math.abs(value - (b[i] ?? 0))), 0);
}
