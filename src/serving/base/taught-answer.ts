import { createHash } from 'node:crypto';

/** A question with the fact that a moderator taught as its answer. */
export interface TaughtAnswerRef {
  readonly phrasing: string;
  readonly factId: string;
}

/** Serialises a taught answer for the store, which keeps it under the key of its question. */
export function serialiseTaughtAnswer({ phrasing, factId }: TaughtAnswerRef): string {
  return JSON.stringify({ phrasing, factId });
}

/** Returns a short hash of question and fact, so that a stale button cannot remove a newer answer. */
export function hashTaughtAnswer(taughtAnswer: TaughtAnswerRef): string {
  return createHash('sha256').update(serialiseTaughtAnswer(taughtAnswer)).digest('base64url').slice(0, 22);
}

/**
 * Parses a taught answer from the store. Returns null for a value that was edited by hand or written by
 * another version: it then counts as never taught.
 */
export function parseTaughtAnswer(value: string): TaughtAnswerRef | null {
  try {
    const parsed: unknown = JSON.parse(value);
    return isTaughtAnswer(parsed) ? { phrasing: parsed.phrasing, factId: parsed.factId } : null;
  } catch {
    return null;
  }
}

function isTaughtAnswer(value: unknown): value is TaughtAnswerRef {
  if (typeof value !== 'object' || value === null) return false;
  const { phrasing, factId }: Partial<Record<keyof TaughtAnswerRef, unknown>> = value;
  return typeof phrasing === 'string' && typeof factId === 'string';
}
