import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Choose, fittingSigns, sampleText, writtenWords } from './sample-texts.ts';

/** A text that grows in its middle. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** All attacks together take a third of a second; the one that is not done by then is a finding. */
const DEADLINE_MS = 10_000;
/** Texts that the pattern may match, of which a piece is repeated. */
const SAMPLES = 80;
const MAX_PUMP_CHARS = 12;
/** With more signs in it a pattern is tried with these alone, each followed by each. */
const MOST_PAIRED = 10;

/** The texts to try on a pattern: pieces of what it matches, its words, single signs and pairs of them, many times over. */
export function attacksOn(regex: Pick<RegExp, 'source' | 'flags'>, choose: Choose): readonly Attack[] {
  const signs = fittingSigns(regex);
  const paired = signs.slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one) => paired.filter((other) => other !== one).map((other) => one + other));
  const words = writtenWords(regex).flatMap((word) => [word, `${word} `]);
  const plain = [...signs, ...pairs, ...words].map((pump) => ({ before: '', pump, after: '\u0001' }));
  // `a*(?!.*a)` is tried again from each `a` only where another follows the run, `a*.*$` where what follows is the end of a line.
  const followed = signs.flatMap((pump) =>
    [`\u0001${pump}`, '\u2028'].map((after) => ({ before: '', pump, after })),
  );
  const sampled = Array.from({ length: SAMPLES }, () => sampledAttack(sampleText(regex, choose), choose));
  return [...plain, ...followed, ...sampled].filter(({ pump }) => pump !== '');
}

function sampledAttack(text: string, choose: Choose): Attack {
  const from = choose(text.length + 1);
  const to = Math.min(text.length, from + 1 + choose(MAX_PUMP_CHARS));
  // Half of them end in what cannot match.
  const after = choose(2) === 0 ? '\u0001' : text.slice(to);
  // What must be a word by itself is parted from the next one.
  const parting = choose(2) === 0 ? ' ' : '';
  return { before: text.slice(0, from), pump: text.slice(from, to) + parting, after };
}

/** The attack that takes a time out of proportion to the length of its text; null where none does. */
export async function findSlow(
  { source, flags }: Pick<RegExp, 'source' | 'flags'>,
  attacks: readonly Attack[],
  deadlineMs = DEADLINE_MS,
): Promise<Attack | null> {
  const current = new Uint32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./attack-worker.js', import.meta.url), {
    workerData: { source, flags, attacks, current },
  });
  try {
    const [found]: unknown[] = await once(worker, 'message', { signal: AbortSignal.timeout(deadlineMs) });
    return typeof found === 'number' ? (attacks[found] ?? null) : null;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return attacks[current[0] ?? 0] ?? null;
    throw error;
  } finally {
    await worker.terminate();
  }
}
