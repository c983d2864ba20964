import type { Article } from '../../knowledge/article/article.ts';
import { findWords } from '../../text/words/words.ts';
import { collectSubjectTexts, collectSurroundingTexts } from './documents.ts';

/** The size that an article adds to a fact base. */
export interface IndexCost {
  readonly facts: number;
  /**
   * Words as often as they are read, headings and leads once per paragraph below. A spelling that is new to the article counts as ten.
   */
  readonly terms: number;
}

/** Folding and stemming a spelling for the first time takes 10 to 20 µs, reading it again about 1 µs. */
const TERMS_A_SPELLING = 10;

/** Estimates the cost of indexing an article. Takes time in proportion to its length, however often its headings are read. */
export function estimateIndexCost(article: Article): IndexCost {
  const spellings = new Set<string>();
  const counts = new Map<string, number>();
  const count = (text: string): number => {
    const known = counts.get(text);
    if (known !== undefined) return known;
    const words = findWords(text);
    for (const { start, end } of words) spellings.add(text.slice(start, end));
    counts.set(text, words.length);
    return words.length;
  };
  let terms = 0;
  for (const index of article.paragraphs.keys())
    for (const text of collectSurroundingTexts(article, index)) terms += count(text);
  for (const text of [
    ...article.facts.map((fact) => fact.text),
    ...collectSubjectTexts(article),
    ...article.pinned,
  ])
    terms += count(text);
  return { facts: article.facts.length, terms: terms + spellings.size * TERMS_A_SPELLING };
}

/** Sums up the costs of several articles. */
export function sumIndexCosts(costs: readonly IndexCost[]): IndexCost {
  return costs.reduce((sum, { facts, terms }) => ({ facts: sum.facts + facts, terms: sum.terms + terms }), {
    facts: 0,
    terms: 0,
  });
}
