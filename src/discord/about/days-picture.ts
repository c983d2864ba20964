import { encode } from 'fast-png';
import type { DayUsage } from '../../store/records/usage.ts';
import { COLOURS } from '../cards/colours.ts';

const HEIGHT = 120;
const WIDTH = 600;
/** The gap between two bars, as a share of a day's width. */
const GAP = 0.2;
/** Height of the line below the bars, which shows days without a question too. */
const LINE = 2;
const OUTCOMES = ['answered', 'unsure', 'unknown'] as const;

/**
 * Draws one bar for each day, the first on the left: answered questions at the bottom, then unsure ones, then unknown ones. Returns a PNG
 * with a transparent background.
 */
export function drawDays(days: readonly DayUsage[]): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  const most = Math.max(1, ...days.map(({ answered, unsure, unknown }) => answered + unsure + unknown));
  const dayWidth = WIDTH / days.length;
  for (const [index, day] of days.entries()) {
    const [left, right] = [Math.round(index * dayWidth), Math.round((index + 1 - GAP) * dayWidth)];
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
  /** Measured from the lower edge. */
  readonly bottom: number;
  readonly top: number;
}

/** Fills a box with a colour in Discord's format, 0xRRGGBB. */
function fill(pixels: Uint8Array, { left, right, bottom, top }: Box, colour: number): void {
  for (let y = HEIGHT - top; y < HEIGHT - bottom; y++) {
    for (let x = left; x < right; x++) {
      pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], (y * WIDTH + x) * 4);
    }
  }
}
