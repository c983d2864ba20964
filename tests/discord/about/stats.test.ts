import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { drawDays } from '../../../src/discord/about/stats.ts';
import { COLOURS } from '../../../src/discord/cards/colours.ts';

/** The colours of one column from the bottom up, each once; null for clear. */
function column(png: Uint8Array, x: number): readonly (number | null)[] {
  const { data, width, height } = decode(png);
  const colours = Array.from({ length: height }, (_, y) => {
    const at = ((height - 1 - y) * width + x) * 4;
    const [red = 0, green = 0, blue = 0, alpha] = Array.from(data.slice(at, at + 4), Number);
    return alpha === 0 ? null : red * 65_536 + green * 256 + blue;
  });
  return colours.filter((colour, index) => colour !== colours[index - 1]);
}

test('a day is a bar, from what was answered at the bottom up; the busiest day fills the height', () => {
  const days = [
    { day: 1, answered: 2, unsure: 1, unknown: 1 },
    { day: 2, answered: 0, unsure: 0, unknown: 0 },
    { day: 3, answered: 1, unsure: 0, unknown: 0 },
  ];
  const png = drawDays(days);
  const { answered, unsure, unknown } = COLOURS;
  expect(column(png, 5)).toEqual([unknown, answered, unsure, unknown]);
  expect(column(png, 205)).toEqual([unknown, null]);
  expect(column(png, 405)).toEqual([unknown, answered, null]);
  expect(column(png, 195)).toEqual([null]);
});

test.each([7, 30])('%i days without a question are a line', (count) => {
  const days = Array.from({ length: count }, (_, day) => ({ day, answered: 0, unsure: 0, unknown: 0 }));
  expect(column(drawDays(days), 1)).toEqual([COLOURS.unknown, null]);
});
