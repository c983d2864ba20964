// Runs one regular expression on texts that grow, and measures each. Started as a worker with `{ source, flags, attacks, current }`, where an
// attack is `{ before, pump, after }`; writes the number of the one it is at to `current`, and posts that of the first one that took out of
// proportion, or null.
import { parentPort, workerData } from 'node:worker_threads';

/** Short ones first: what is exponential would never come back from the long ones. */
const CHARS = [24, 400, 6_000, 48_000];
/** Eight times the text may take that much more, where it takes long at all: linear is 8, quadratic 64. */
const MOST_GROWTH = 24;
const LONG_MS = 60;

const { source, flags, attacks, current } = workerData;
const regex = new RegExp(source, flags);

function timeOf(text) {
  regex.lastIndex = 0;
  const startedAt = performance.now();
  // What is global is used for all matches of a text.
  if (regex.global) text.replaceAll(regex, '');
  else regex.test(text);
  return performance.now() - startedAt;
}

function isOutOfProportion({ before, pump, after }) {
  const textOf = (chars) => before + pump.repeat(Math.ceil(chars / pump.length)) + after;
  const times = CHARS.map((chars) => timeOf(textOf(chars)));
  const [longest, shorter] = [times.at(-1), times.at(-2)];
  if (longest < LONG_MS || longest < MOST_GROWTH * shorter) return false;
  // Once more: the machine may have been busy with something else.
  const again = timeOf(textOf(CHARS.at(-1)));
  return again >= LONG_MS && again > MOST_GROWTH * timeOf(textOf(CHARS.at(-2)));
}

let found = null;
for (const [number, attack] of attacks.entries()) {
  current[0] = number;
  if (isOutOfProportion(attack)) {
    found = number;
    break;
  }
}
parentPort.postMessage(found);
