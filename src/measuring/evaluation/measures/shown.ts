import { toPassageText } from '../../../answering/passage/passage.ts';
import type { Response } from '../../contenders/contender.ts';

/** The text that a person reads. */
export interface Shown {
  /** The path of its article. */
  readonly path: string;
  readonly text: string;
}

/** Returns the passage, or the best sentence of a peer, or null if nothing is shown. */
export function findShown({ facts: [first], verdict }: Response): Shown | null {
  if (verdict === null) return first === undefined ? null : { path: first.path, text: first.text };
  if (verdict.outcome === 'unknown' || verdict.passage === null) return null;
  const { article, lines } = verdict.passage;
  return { path: article.path, text: toPassageText(lines).text };
}
