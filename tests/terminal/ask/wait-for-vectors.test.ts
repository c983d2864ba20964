import { expect, test } from 'vitest';
import { waitForVectors } from '../../../src/terminal/ask/wait-for-vectors.ts';
import { testTerminal } from '../streams.ts';

const CURRENT = {
  problems: [],
  articleCount: 1,
  factCount: 909,
  refreshedAt: new Date(0),
  limits: [],
  folderState: '',
};

/** What is written to standard error while this many facts have vectors at each look, 250 ms apart. */
async function write(doneCounts: readonly number[], columns?: number): Promise<string> {
  const { output: progress, written } = testTerminal(columns === undefined ? {} : { columns });
  let ms = 0;
  async function* followVectors() {
    for (const doneCount of doneCounts) {
      ms += 250;
      yield { doneCount, factCount: CURRENT.factCount };
    }
  }
  await waitForVectors({ current: CURRENT, followVectors }, { progress, nowMs: () => ms });
  return written();
}

const steps = (count: number, from: number, each: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index * each);

test('a short wait is silent', async () => {
  expect(await write([])).toBe('');
  expect(await write(steps(7, 0, 100))).toBe('');
  expect(await write(steps(7, 0, 100), 80)).toBe('');
});

test('a long wait is explained once, with the time that it takes at the pace so far', async () => {
  // 500 facts were stored, and 10 come with each look.
  expect(await write(steps(20, 500, 10))).toBe('Reading 909 facts closely, once; this may take 9 s.\n');
});

test('a wait of minutes, or of a pace not known yet, is explained too', async () => {
  expect(await write(steps(9, 0, 1))).toBe('Reading 909 facts closely, once; this may take 4 min.\n');
  expect(await write(steps(9, 0, 0))).toBe('Reading 909 facts closely, once; this may take 14 s.\n');
});

test('in a terminal, a line shows the progress and is cleared at the end', async () => {
  const lines = (await write(steps(10, 0, 50), 80)).split('\r').slice(1);
  expect(lines.map((line) => line.trimEnd())).toEqual([
    'Reading 909 facts closely, once: 350 done, 3 s left',
    'Reading 909 facts closely, once: 400 done, 3 s left',
    'Reading 909 facts closely, once: 450 done, 3 s left',
    '',
    '',
  ]);
});
