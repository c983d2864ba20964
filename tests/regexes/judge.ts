import { analyse } from 'scslre';
import { attacksOn, findSlow } from './attack.ts';
import type { Choose } from './sample-texts.ts';

interface JudgeOptions {
  readonly choose?: Choose;
  /** A search that is unfinished after this time counts as slow; ten seconds by default. */
  readonly deadlineMs?: number;
}

/**
 * Explains what makes a regular expression take disproportionate time; null where nothing does. The analysis misses
 * look-behinds and some effects of alternatives. So the expression is also tried on growing texts.
 */
export async function judgeRegex(
  regex: Pick<RegExp, 'source' | 'flags'>,
  { choose = seeded(20_261_129), deadlineMs }: JudgeOptions = {},
): Promise<string | null> {
  const { reports } = analyse({ source: regex.source, flags: regex.flags }, {});
  const [worst] = reports.toSorted((a, b) => Number(b.exponential) - Number(a.exponential));
  if (worst !== undefined) {
    const growth = worst.exponential ? 'exponential' : 'polynomial';
    return `${growth} in ${worst.character.literal.source.slice(0, 40)} (${worst.type})`;
  }
  const slow = await findSlow(regex, attacksOn(regex, choose), deadlineMs);
  if (slow === null) return null;
  const [before, pump, after] = [slow.before, slow.pump, slow.after].map((text) => JSON.stringify(text));
  return `slow on ${before} + ${pump} × n + ${after}`;
}

/** Gives the same numbers each time. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number): Choose {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
