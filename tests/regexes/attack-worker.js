// Runs one regular expression on growing texts, and measures each run. Started as a worker with `{ source, flags,
// attacks, current }`, where an attack is `{ before, pump, after }`. Writes the number of the current attack to
// `current`. Posts the number of the first attack with disproportionate time, or null.
import { parentPort, workerData } from 'node:worker_threads';

/** Short texts come first: an exponential expression would never return from a long one. */
const CHARS = [24, 400, 6_000, 48_000];
/**
 * The largest accepted growth at eight times the text, where it takes long at all. Linear time gives 8, quadratic time
 * 64.
 */
const MOST_GROWTH = 24;
const LONG_MS = 60;

const { source, flags, attacks, current } = workerData;
const regex = new RegExp(source, flags);

function timeOf(text) {
  regex.lastIndex = 0;
  const startedAt = performance.now();
  // A global expression is used to find all matches of a text.
  if (regex.global) text.replaceAll(regex, '');
  else regex.test(text);
  return performance.now() - startedAt;
}

function isOutOfProportion({ before, pump, after }) {
  const textOf = (chars) => before + pump.repeat(Math.ceil(chars / pump.length)) + after;
  const times = CHARS.map((chars) => timeOf(textOf(chars)));
  const [longest, shorter] = [times.at(-1), times.at(-2)];
  if (longest < LONG_MS || longest < MOST_GROWTH * shorter) return false;
  // Tried again, because the machine may have been busy.
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
