import { sumIndexCosts } from '../../search/index/index-cost.ts';
import {
  isWithinIndexLimits,
  MAX_OWN_FACTS,
  MAX_OWN_TERMS,
  type OwnCost,
} from '../../serving/base/own-index-limits.ts';
import type { ServerValue, ValueChange } from '../../store/records/server-values.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/** A long article has 100 KB. All of a server's own articles are held in memory while the server asks. */
export const MAX_OWN_BYTES = 512 * 1024;
const MAX_OWN_ARTICLES = 200;
/**
 * Work on all of a server's own articles at once keeps a thread busy, and the servers that share the thread
 * wait. With 4 MB of English prose (779 articles, 27,000 facts) building the base takes 0.7 to 1.0 s, finding
 * near-duplicates 0.65 s, and the archive 0.2 s (of 1.8 MB; Discord takes 10), on one of two cores beside
 * other programs. Russian and German prose take half of that. With nothing but tiny sentences, 455,000 facts,
 * the base takes 3.5 s and the near-duplicates 1.0 s.
 */
const MAX_OWN_TOTAL_BYTES = 4 * 1024 * 1024;

type OwnValue = Pick<ServerValue, 'name' | 'value'>;

/**
 * Throws when these changes would exceed the server's number of articles or their total size. A change that
 * reduces both is always allowed.
 *
 * @throws {UserFacingError} `too-many-articles`, `articles-too-large`
 */
export function requireRoom(before: readonly OwnValue[], changes: readonly ValueChange[]): void {
  const after = new Map(before.map(({ name, value }) => [name, value]));
  for (const { kind, name, value } of changes) {
    if (kind !== 'article') continue;
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  if (after.size > Math.max(MAX_OWN_ARTICLES, before.length))
    throw createRefusal({ kind: 'too-many-articles', max: MAX_OWN_ARTICLES });
  const bytesBefore = countBytes(before.map(({ value }) => value));
  if (countBytes([...after.values()]) > Math.max(MAX_OWN_TOTAL_BYTES, bytesBefore))
    throw createTooLargeRefusal();
}

/**
 * Throws when articles are too large together, as they may be in a store that another version filled.
 *
 * @throws {UserFacingError} `articles-too-large`
 */
export function requireWithinTotal(values: readonly OwnValue[]): void {
  if (countBytes(values.map(({ value }) => value)) > MAX_OWN_TOTAL_BYTES) throw createTooLargeRefusal();
}

function createTooLargeRefusal() {
  return createRefusal({ kind: 'articles-too-large', maxMb: MAX_OWN_TOTAL_BYTES / 1024 / 1024 });
}

function countBytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/**
 * Throws when a server's own articles would add too many facts or terms to its index. A change that reduces
 * both is always allowed.
 *
 * @param before what each of the server's own articles adds
 * @param added what each new or replaced article adds, under its path; nothing for a removed one
 * @throws {UserFacingError} `articles-too-many-facts`
 */
export function requireIndexRoom(before: readonly OwnCost[], added: readonly OwnCost[]): void {
  const paths = new Set(added.map(({ path }) => path));
  const others = before.filter(({ path }) => !paths.has(path));
  const [now, then] = [sumIndexCosts(before), sumIndexCosts([...others, ...added])];
  const isLess = then.facts <= now.facts && then.terms <= now.terms;
  if (isLess || isWithinIndexLimits(then)) return;
  throw createRefusal({ kind: 'articles-too-many-facts', maxFacts: MAX_OWN_FACTS, maxWords: MAX_OWN_TERMS });
}
