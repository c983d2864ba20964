import { encode } from 'fast-png';
import type { DayUsage } from '../../store/records/usage.ts';
import { COLOURS } from '../cards/colours.ts';

const HEIGHT = 120;
const WIDTH = 600;
/** Of a day's width, to the next one. */
const GAP = 0.2;
/** Below the bars, so that a day without a question is seen too. */
const LINE = 2;
const OUTCOMES = ['answered', 'unsure', 'unknown'] as const;

/** A bar a day, from the first on the left: what was answered at the bottom, then the closest passages, then what was not. A PNG with a clear background. */
export function drawDays(days: readonly DayUsage[]): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  const most = Math.max(1, ...days.map(({ answered, unsure, unknown }) => answered + unsure + unknown));
  const wide = WIDTH / days.length;
  for (const [place, day] of days.entries()) {
    const [left, right] = [Math.round(place * wide), Math.round((place + 1 - GAP) * wide)];
    fill(pixels, { left, right, bottom: 0, top: LINE }, COLOURS.unknown);
    let from = 0;
    for (const outcome of OUTCOMES) {
      const to = from + day[outcome];
      const height = (count: number): number => LINE + Math.round((count / most) * (HEIGHT - LINE));
      fill(pixels, { left, right, bottom: height(from), top: height(to) }, COLOURS[outcome]);
      from = to;
    }
  }
  return encode({ width: WIDTH, height: HEIGHT, data: pixels, channels: 4 });
}

interface Box {
  readonly left: number;
  readonly right: number;
  /** From the lower edge up. */
  readonly bottom: number;
  readonly top: number;
}

/** `colour` as Discord takes it: 0xRRGGBB. */
function fill(pixels: Uint8Array, { left, right, bottom, top }: Box, colour: number): void {
  for (let y = HEIGHT - top; y < HEIGHT - bottom; y++) {
    for (let x = left; x < right; x++) {
      pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], (y * WIDTH + x) * 4);
    }
  }
}
