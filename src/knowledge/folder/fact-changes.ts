import { splitWords } from '../../text/words/words.ts';
import type { Fact } from '../article/article.ts';

export interface FactChanges {
  readonly added: readonly Fact[];
  readonly removed: readonly Fact[];
  readonly changed: readonly ChangedFact[];
}

/** A fact whose wording changed. It is recognised by its location and the words that both wordings share. */
interface ChangedFact {
  readonly before: Fact;
  readonly after: Fact;
}

/**
 * From this share of common words on, a removed and an added fact at the same location count as one changed fact. The
 * share is Dice's coefficient over the sets of words, 0 to 1, where 1 means equal. At one half, a number or a name may
 * change in a short sentence. Two sentences that share only “the”, “of” and the subject stay separate. Set by hand.
 */
const MIN_SHARED = 0.5;

/**
 * Number of removed facts to compare with an added one. The limit keeps the time linear for an article that was
 * rewritten completely.
 */
const MAX_COMPARED = 8;

/**
 * Compares two readings of the facts of one article; one list is empty for a new or removed article. Facts with the
 * same id are unchanged, even if they moved. Removed and added facts after the same unchanged fact are paired in order
 * where their wordings share enough words.
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

/** Groups the facts that are not in `kept` by the id of the kept fact before them; `''` stands for the start. */
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
  /** The removed fact that became this one, or null for a new fact. */
  readonly partner: Fact | null;
}

/** Finds, for each added fact, the most similar of the next few removed facts. Pairs never cross. */
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
