/** `a`, each number times `factor`, plus `b`; both of the same length. */
export function sum(a: Float32Array, b: Float32Array, factor = 1): Float32Array {
  const result = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = factor * (a[i] ?? 0) + (b[i] ?? 0);
  return result;
}

/** Adds `b` to `a` itself; both of the same length. */
export function addTo(a: Float32Array, b: Float32Array): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) + (b[i] ?? 0);
}

/** Each number of `a` times that of `b`, which begins again where it is shorter. */
export function times(a: Float32Array, b: Float32Array): Float32Array {
  const result = new Float32Array(a.length);
  for (let from = 0; from < a.length; from += b.length) {
    for (let i = 0; i < b.length; i++) result[from + i] = (a[from + i] ?? 0) * (b[i] ?? 0);
  }
  return result;
}

/** Each number times `factor`. */
export function scaled(a: Float32Array, factor: number): Float32Array {
  const result = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = factor * (a[i] ?? 0);
  return result;
}
