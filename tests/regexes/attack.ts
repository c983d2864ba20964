import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Choose, fittingSigns, sampleText, writtenWords } from './sample-texts.ts';

/** A text that grows in its middle. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** All attacks together take a third of a second. An attack that is unfinished after this time is a finding. */
const DEADLINE_MS = 10_000;
/** Number of texts that the pattern may match, of which a piece is repeated. */
const SAMPLES = 40;
const MAX_PUMP_CHARS = 12;
/** For a pattern with more signs, only these are tried, each followed by each. */
const MOST_PAIRED = 10;

/**
 * Generates the attacks on a pattern: pieces of text that it matches, its words, single signs and pairs of signs, each
 * repeated many times.
 */
export function attacksOn(regex: Pick<RegExp, 'source' | 'flags'>, choose: Choose): readonly Attack[] {
  const signs = fittingSigns(regex);
  const paired = signs.slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one) => paired.filter((other) => other !== one).map((other) => one + other));
  const words = writtenWords(regex).flatMap((word) => [word, `${word} `]);
  const plain = [...signs, ...pairs, ...words].map((pump) => ({ before: '', pump, after: '\u0001' }));
  // `a*(?!.*a)` is tried again from each `a` only where another one follows the run. `a*.*$` is tried again only where
  // the end of a line follows.
  const followed = signs.flatMap((pump) =>
    [`\u0001${pump}`, '\u2028'].map((after) => ({ before: '', pump, after })),
  );
  const sampled = Array.from({ length: SAMPLES }, () => sampledAttack(sampleText(regex, choose), choose));
  return [...plain, ...followed, ...sampled].filter(({ pump }) => pump !== '');
}

function sampledAttack(text: string, choose: Choose): Attack {
  const from = choose(text.length + 1);
  const to = Math.min(text.length, from + 1 + choose(MAX_PUMP_CHARS));
  // Half of them end in text that cannot match.
  const after = choose(2) === 0 ? '\u0001' : text.slice(to);
  // A separator, because some pieces match only as whole words.
  const parting = choose(2) === 0 ? ' ' : '';
  return { before: text.slice(0, from), pump: text.slice(from, to) + parting, after };
}

/** Returns the attack with disproportionate time; null where there is none. */
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
