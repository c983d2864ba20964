import { expect, test } from 'vitest';
import { progressLine } from '../../../src/measuring/kit/progress-line.ts';

function shownOn(isTTY: boolean): string {
  const shown: string[] = [];
  const line = progressLine({ isTTY, write: (text) => shown.push(text) });
  line.show('minisearch builds');
  line.show('x'.repeat(200));
  line.end();
  return shown.join('');
}

test('a terminal shows one line at a time, which goes away at the end', () => {
  const lines = shownOn(true).split('\r');
  expect(lines[1]).toMatch(/^minisearch builds +$/);
  expect(lines.every((line) => line.length <= 79)).toBe(true);
  expect(lines.slice(-2).join('').trim()).toBe('');
});

test('anything else shows nothing', () => {
  expect(shownOn(false)).toBe('');
});
