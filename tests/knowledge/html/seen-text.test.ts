import { expect, test } from 'vitest';
import { SeenText } from '../../../src/knowledge/html/seen-text.ts';
import { cpuMsOf } from '../../cpu-time.ts';

function readGaps(count: number, piece: string): string {
  const seen = new SeenText();
  for (let done = 0; done < count; done += 1) {
    seen.addText(piece);
    seen.markGap();
  }
  return seen.take((text) => text).text;
}

test.each(['a ', ', a ', ' '])('gaps after %j are read in time that grows with their number', (piece) => {
  const once = cpuMsOf(() => readGaps(10_000, piece));
  // Linear time would be four times as long, quadratic time sixteen times.
  expect(cpuMsOf(() => readGaps(40_000, piece))).toBeLessThan(10 * once + 300);
});

test.each([
  [['One ', ' two'], 'One two'],
  [['One', ' two'], 'One two'],
  [['One ', ', two'], 'One, two'],
  [['One', ' ', ' ', ', two'], 'One, two'],
  [['One ', ' ', 'two'], 'One two'],
  [[' One'], ' One'],
])('of the white space around what was left out of %j, one side stays', (pieces, text) => {
  const seen = new SeenText();
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) seen.markGap();
    seen.addText(piece);
  }
  expect(seen.take((whole) => whole).text).toBe(text);
});
