import { readQuestion, spellOutQuestion } from '../../answering/question/question.ts';
import { returnNullIfGone } from '../../encoders/encoders.ts';
import { selectHighest } from '../../search/index/select-highest.ts';
import { type Completion, FITS, type Suggestions } from '../../search/questions/suggestions.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import type { AnsweringContext } from '../base/answering-context.ts';
import { hashQuestion } from './question-hash.ts';

/** The questions that can be suggested. */
export interface OfferedQuestions {
  /** The questions of the articles. */
  readonly articles: Suggestions;
  /** The questions that were answered in the server; null outside servers. */
  readonly server: Suggestions | null;
}

export interface SuggestRequest {
  /** The beginning of a question; blank where nothing is typed. */
  readonly typed: string;
  /** At least 1. */
  readonly limit: number;
}

/**
 * Before anything is typed, this many suggestions come from the server's own questions, however many the
 * articles have.
 */
const MAX_PHRASINGS_FIRST = 10;

/**
 * Returns questions that `typed` may become, best first, at most `limit`, each once and on one line. They are
 * pinned ones, the articles' own, and those that were answered in the server. Exact ones come before similar
 * ones.
 */
export function suggestQuestions(
  offered: OfferedQuestions,
  { typed, limit }: SuggestRequest,
): readonly string[] {
  const found = typed.trim() === '' ? listFirst(offered, limit) : complete(offered, typed, limit);
  return removeDuplicates(found).slice(0, limit);
}

/** Returns the first offered question with this hash, or null if it is not, or no longer, offered. */
export function findOfferedQuestion({ articles, server }: OfferedQuestions, hash: string): string | null {
  const isMeant = (question: string): boolean => hashQuestion(question) === hash;
  return articles.all.find(isMeant) ?? server?.all.find(isMeant) ?? null;
}

function listFirst({ articles, server }: OfferedQuestions, limit: number): readonly string[] {
  const known = new Set(articles.all.slice(0, limit).map(toPhrasingKey));
  const asked = (server?.all ?? []).filter((question) => !known.has(toPhrasingKey(question)));
  const reserved = Math.min(asked.length, MAX_PHRASINGS_FIRST, limit);
  return [...articles.all.slice(0, limit - reserved), ...asked.slice(0, limit)];
}

function complete({ articles, server }: OfferedQuestions, typed: string, limit: number): readonly string[] {
  // Twice as many, because some may be duplicates.
  const found = [...articles.complete(typed, limit), ...(server?.complete(typed, limit * 2) ?? [])];
  return found.toSorted(compareFit).map(({ text }) => text);
}

function compareFit(a: Completion, b: Completion): number {
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

/** How many of the most similar facts are looked at. */
const FACTS = 40;
const MOST_FACTS = 100_000;
/** One or two words may still become any question. */
const LEAST_WORDS = 3;

/**
 * Finds the articles' own questions whose answers are similar in meaning to `typed`, most similar first, at
 * most `limit`. Returns none where the facts have no vectors, or where so little is typed that it may become
 * any question.
 */
export async function findQuestionsByVector(
  { base, vectors }: Pick<AnsweringContext, 'base' | 'vectors'>,
  typed: string,
  limit: number,
): Promise<readonly string[]> {
  // Every key pressed compares all vectors: 6 ms for 10,000 facts.
  if (vectors === null || vectors.index.count > MOST_FACTS) return [];
  const question = readQuestion(base, typed);
  if (question.words.length < LEAST_WORDS || question.terms.length === 0) return [];
  const vector = await returnNullIfGone(vectors.encoders.embedQuestion(spellOutQuestion(question)));
  if (vector === null) return [];
  const near = selectHighest(vectors.index.computeSimilarities(vector), FACTS).flatMap(
    (index) => base.suggestions.find(base.surroundings.findTopic(index) ?? '') ?? [],
  );
  return [...new Set(near)].slice(0, limit);
}
