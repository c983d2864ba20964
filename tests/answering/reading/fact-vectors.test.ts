import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embedSegment } from '../../../src/answering/reading/fact-vectors.ts';
import type { Encoders } from '../../../src/encoders/encoders.ts';
import { openEncoders } from '../../../src/encoders/open-encoders.ts';
import { createRandom } from '../../../src/measuring/kit/random.ts';
import { generateArticles } from '../../../src/measuring/made-up/generate-articles.ts';
import { Segment } from '../../../src/search/segment.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { encoders } from '../../opened-encoders.ts';

const SEGMENT = Segment.build(generateArticles(100, createRandom(1)));

test('the vectors are the same, whichever facts are embedded first', async () => {
  const counts: number[] = [];
  const inOrder = await embedSegment(SEGMENT, encoders);
  const shuffled = await embedSegment(SEGMENT, encoders, {
    random: createRandom(2),
    onProgress: (count) => counts.push(count),
  });
  expect(shuffled).toEqual(inOrder);
  expect(counts.at(-1)).toBe(SEGMENT.factCount);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
});

test('of processes that share a file, each computes what the others have not', async () => {
  const path = join(await temporaryFolder(), 'vectors');
  const open = (): Promise<Encoders> => openEncoders({ folder: 'models', threads: 1, vectors: path });
  const [mine, theirs] = [await open(), await open()];
  const vectors = await embedSegment(SEGMENT, theirs);
  const { size } = await stat(path);
  expect(await embedSegment(SEGMENT, mine, { random: createRandom(2) })).toEqual(vectors);
  // Whatever is computed is added to the file.
  expect((await stat(path)).size).toBe(size);
});
