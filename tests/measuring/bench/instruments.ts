import type { Instruments } from '../../../src/measuring/kit/instruments.ts';

/** A clock that goes on by `stepMs` each time it is read, and memory that grows by a byte each time. */
export function steppingInstruments(stepMs: number): Instruments {
  let [clock, held] = [0, 0];
  return {
    nowMs: () => {
      clock += stepMs;
      return clock;
    },
    collectGarbage: () => {},
    heldBytes: () => held++,
    onStep: () => {},
  };
}
