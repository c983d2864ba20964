import { type Completion, FITS, type Suggestions } from '../../search/questions/suggestions.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { hashQuestion } from './question-hash.ts';

/** What there is to choose from. */
export interface OfferedQuestions {
  /** The questions of the articles. */
  readonly articles: Suggestions;
  /** What was answered in the server; null outside servers. */
  readonly server: Suggestions | null;
}

export interface SuggestRequest {
  /** As far as it is typed; blank before. */
  readonly typed: string;
  /** At least 1. */
  readonly limit: number;
}

/** Before anything is typed so many of the server's own questions find a place, however many the articles have. */
const MAX_PHRASINGS_FIRST = 10;

/**
 * Questions that `typed` may become, best first, at most `limit`, each once and on one line: pinned ones, the articles' own, and those
 * that were answered in the server. What is exact comes before what is alike.
 */
export function suggestQuestions(
  offered: OfferedQuestions,
  { typed, limit }: SuggestRequest,
): readonly string[] {
  const found = typed.trim() === '' ? firstOf(offered, limit) : completionsOf(offered, typed, limit);
  return removeDuplicates(found).slice(0, limit);
}

/** The first offered question with this hash, however many there are; null where it is not offered (any more). */
export function findOfferedQuestion({ articles, server }: OfferedQuestions, hash: string): string | null {
  const isMeant = (question: string): boolean => hashQuestion(question) === hash;
  return articles.all.find(isMeant) ?? server?.all.find(isMeant) ?? null;
}

function firstOf({ articles, server }: OfferedQuestions, limit: number): readonly string[] {
  const known = new Set(articles.all.slice(0, limit).map(toPhrasingKey));
  const asked = (server?.all ?? []).filter((question) => !known.has(toPhrasingKey(question)));
  const places = Math.min(asked.length, MAX_PHRASINGS_FIRST, limit);
  return [...articles.all.slice(0, limit - places), ...asked.slice(0, limit)];
}

function completionsOf(
  { articles, server }: OfferedQuestions,
  typed: string,
  limit: number,
): readonly string[] {
  // As many again as may be told twice.
  const found = [...articles.complete(typed, limit), ...(server?.complete(typed, limit * 2) ?? [])];
  return found.toSorted(byFit).map(({ text }) => text);
}

function byFit(a: Completion, b: Completion): number {
  return FITS.indexOf(a.fit) - FITS.indexOf(b.fit);
}

/** Removes duplicates that differ only in case, white space or closing marks; keeps the first. */
export function removeDuplicates(questions: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const question of questions) {
    const key = toPhrasingKey(question);
    if (!byKey.has(key)) byKey.set(key, question);
  }
  return [...byKey.values()];
}
