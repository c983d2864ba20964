import { splitWords } from '../../text/words/words.ts';
import type { Fact } from '../article/article.ts';

export interface FactChanges {
  readonly added: readonly Fact[];
  readonly removed: readonly Fact[];
  readonly changed: readonly ChangedFact[];
}

/** A fact whose wording changed, recognised by its place and the words both wordings share. */
interface ChangedFact {
  readonly before: Fact;
  readonly after: Fact;
}

/**
 * From this share of common words on (0 to 1, 1 the best: Dice's coefficient over the sets of words) a removed and
 * an added fact in the same place are one fact that changed. At one half, a number or a name may change in a short
 * sentence, while two sentences that share only “the”, “of” and the subject stay apart. Set by hand.
 */
const MIN_SHARED = 0.5;

/** How many removed facts are compared with an added one: keeps a wholly rewritten article linear. */
const MAX_COMPARED = 8;

/**
 * What changed between two readings of one article's facts; one of them empty for a new or a removed article.
 * Facts with the same id are unchanged, wherever they moved. What was removed and what was added behind the same
 * unchanged fact is paired in order where the wordings share enough words.
 */
export function compareFacts(before: readonly Fact[], after: readonly Fact[]): FactChanges {
  const gapsBefore = findGaps(before, collectIds(after));
  const gapsAfter = findGaps(after, collectIds(before));
  const added: Fact[] = [];
  const changed: ChangedFact[] = [];
  for (const [anchor, facts] of gapsAfter) {
    for (const { fact, partner } of pairFacts(gapsBefore.get(anchor) ?? [], facts)) {
      if (partner === null) added.push(fact);
      else changed.push({ before: partner, after: fact });
    }
  }
  const paired = collectIds(changed.map((change) => change.before));
  const removed = [...gapsBefore.values()].flat().filter(({ id }) => !paired.has(id));
  return { added, removed, changed };
}

function collectIds(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(facts.map(({ id }) => id));
}

/** The facts that are not among `kept`, by the id of the kept fact before them (`''` at the start). */
function findGaps(facts: readonly Fact[], kept: ReadonlySet<string>): ReadonlyMap<string, Fact[]> {
  const gaps = new Map<string, Fact[]>();
  let anchor = '';
  for (const fact of facts) {
    if (kept.has(fact.id)) {
      anchor = fact.id;
      continue;
    }
    const gap = gaps.get(anchor);
    if (gap === undefined) gaps.set(anchor, [fact]);
    else gap.push(fact);
  }
  return gaps;
}

interface Paired {
  readonly fact: Fact;
  /** The removed fact that became this one; null for a fact that is new. */
  readonly partner: Fact | null;
}

/** For each added fact the most similar of the next few removed ones; pairs never cross. */
function pairFacts(removed: readonly Fact[], added: readonly Fact[]): readonly Paired[] {
  const removedWords = removed.map(collectWords);
  let next = 0;
  return added.map((fact) => {
    const words = collectWords(fact);
    const near = removedWords.slice(next, next + MAX_COMPARED).map((other) => measureOverlap(words, other));
    const best = Math.max(0, ...near);
    if (best < MIN_SHARED) return { fact, partner: null };
    next += near.indexOf(best) + 1;
    return { fact, partner: removed[next - 1] ?? null };
  });
}

function collectWords({ text }: Fact): ReadonlySet<string> {
  return new Set(splitWords(text).map(({ folded }) => folded));
}

function measureOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
