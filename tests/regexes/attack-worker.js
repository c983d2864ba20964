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
/** How often a suspicious time is taken again. The shortest counts: whatever else the machine does only makes a run longer. */
const ROUNDS = 6;

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
  let [shorter, longest] = times.slice(-2);
  for (let round = 0; isTooLong(shorter, longest); round++) {
    if (round === ROUNDS) return true;
    shorter = Math.min(shorter, timeOf(textOf(CHARS.at(-2))));
    longest = Math.min(longest, timeOf(textOf(CHARS.at(-1))));
  }
  return false;
}

function isTooLong(shorterMs, longestMs) {
  return longestMs >= LONG_MS && longestMs >= MOST_GROWTH * shorterMs;
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
