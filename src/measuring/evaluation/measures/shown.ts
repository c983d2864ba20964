import { toPassageText } from '../../../answering/passage/passage.ts';
import type { Response } from '../../contenders/contender.ts';

/** What a person reads. */
export interface Shown {
  /** Of the article it stands in. */
  readonly path: string;
  readonly text: string;
}

/** The passage, or of a peer its best sentence; null where nothing is shown. */
export function shownBy({ facts: [first], verdict }: Response): Shown | null {
  if (verdict === null) return first === undefined ? null : { path: first.path, text: first.text };
  if (verdict.outcome === 'unknown' || verdict.passage === null) return null;
  const { article, lines } = verdict.passage;
  return { path: article.path, text: toPassageText(lines).text };
}
