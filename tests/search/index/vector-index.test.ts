import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VectorIndex } from '../../../src/search/index/vector-index.ts';

const FACTS = 5;

test('similarity is the plain scalar product, whatever the width and the range', () => {
  const byWidth = fc.integer({ min: 1, max: 9 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.int8Array({ minLength: width, maxLength: width }), {
        minLength: FACTS,
        maxLength: FACTS,
      }),
      vector: fc.float32Array({ minLength: width, maxLength: width, min: -1, max: 1, noNaN: true }),
      from: fc.integer({ min: 0, max: FACTS }),
    }),
  );
  fc.assert(
    fc.property(byWidth, ({ rows, vector, from }) => {
      const index = new VectorIndex(rows.map((bytes) => ({ scale: 0.5, bytes })));
      const found = index.computeSimilarities(vector, { from, to: FACTS });
      const plain = rows
        .slice(from)
        .map((bytes) => 0.5 * bytes.reduce((sum, byte, column) => sum + byte * (vector[column] ?? 0), 0));
      expect(found).toHaveLength(plain.length);
      for (const [row, similarity] of found.entries()) expect(similarity).toBeCloseTo(plain[row] ?? 0, 3);
    }),
  );
});
