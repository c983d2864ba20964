import { type Completion, FITS, type Suggestions } from '../search/suggestions.ts';
import { phrasingKey } from '../store/phrasing-key.ts';
import type { Phrasings } from './phrasings.ts';
import type { KnowledgeByServer } from './served-knowledge.ts';

/** Where suggestions come from. */
export interface Suggesting {
  readonly knowledge: KnowledgeByServer;
  /** Null where nobody else asks. */
  readonly phrasings: Pick<Phrasings, 'in'> | null;
}

export interface SuggestRequest {
  /** As far as it is typed; blank before. */
  readonly typed: string;
  /** Null outside servers. */
  readonly guildId: string | null;
  /** At least 1. */
  readonly limit: number;
}

/** Before anything is typed so many of the server's own questions find a place, however many the articles have. */
const MAX_PHRASINGS_FIRST = 10;

/**
 * Questions that `typed` may become, best first, at most `limit`, each once and on one line: pinned ones, the articles' own, and those
 * that were answered in this server. Nobody is told of another server's. What is exact comes before what is alike.
 */
export async function suggestQuestions(
  suggesting: Suggesting,
  { typed, guildId, limit }: SuggestRequest,
): Promise<readonly string[]> {
  const offered = await offeredIn(suggesting, guildId);
  const found = typed.trim() === '' ? firstOf(offered, limit) : completionsOf(offered, typed, limit);
  return eachOnce(found).slice(0, limit);
}

/** The first offered question that is meant, however many there are; null where it is not offered there (any more). */
export async function findOffered(
  suggesting: Suggesting,
  guildId: string | null,
  isMeant: (question: string) => boolean,
): Promise<string | null> {
  const { articles, server } = await offeredIn(suggesting, guildId);
  return articles.all.find(isMeant) ?? server?.all.find(isMeant) ?? null;
}

interface Offered {
  readonly articles: Suggestions;
  readonly server: Suggestions | null;
}

async function offeredIn({ knowledge, phrasings }: Suggesting, guildId: string | null): Promise<Offered> {
  const server = phrasings === null ? null : await phrasings.in(guildId);
  const { base } = await knowledge.in(guildId);
  return { articles: base.suggestions, server };
}

function firstOf({ articles, server }: Offered, limit: number): readonly string[] {
  const known = new Set(articles.all.slice(0, limit).map(phrasingKey));
  const asked = (server?.all ?? []).filter((question) => !known.has(phrasingKey(question)));
  const places = Math.min(asked.length, MAX_PHRASINGS_FIRST, limit);
  return [...articles.all.slice(0, limit - places), ...asked.slice(0, limit)];
}

function completionsOf({ articles, server }: Offered, typed: string, limit: number): readonly string[] {
  // As many again as may be told twice.
  const found = [...articles.complete(typed, limit), ...(server?.complete(typed, limit * 2) ?? [])];
  return found.toSorted(byFit).map(({ text }) => text);
}

function byFit(a: Completion, b: Completion): number {
  return FITS.indexOf(a.fit) - FITS.indexOf(b.fit);
}

function eachOnce(questions: readonly string[]): readonly string[] {
  return [
    ...new Map(questions.toReversed().map((question) => [phrasingKey(question), question])).values(),
  ].toReversed();
}
