/** A vector in a byte for each number: `scale` times `bytes`. The order of the facts that are alike hardly changes by it. */
export interface ByteVector {
  readonly scale: number;
  readonly bytes: Int8Array;
}

const HIGHEST = 127;

/** The nearest vector in bytes. */
export function toBytes(vector: Float32Array): ByteVector {
  const scale = vector.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0) / HIGHEST;
  return { scale, bytes: Int8Array.from(vector, (value) => (scale === 0 ? 0 : Math.round(value / scale))) };
}
