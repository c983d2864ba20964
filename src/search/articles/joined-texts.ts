/** Encodes texts as UTF-8, end to end. Text `i` begins at `starts[i]`; the last entry of it is the number of bytes. */
export function joinTexts(texts: readonly string[]): {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
} {
  const encoded = texts.map((text) => Buffer.from(text));
  const starts = new Uint32Array(texts.length + 1);
  for (const [number, { length }] of encoded.entries()) starts[number + 1] = (starts[number] ?? 0) + length;
  return { bytes: Buffer.concat(encoded), starts };
}
