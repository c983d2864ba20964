import { createHash } from 'node:crypto';

/** A question that a moderator has taught to be answered with a fact. */
export interface TaughtAnswerRef {
  readonly phrasing: string;
  readonly factId: string;
}

/** How a taught phrasing is kept, under the key of its question. */
export function serialiseTaughtAnswer({ phrasing, factId }: TaughtAnswerRef): string {
  return JSON.stringify({ phrasing, factId });
}

/** Short, and another one for whatever else is taught: who carries it off changes nothing that they have not seen. */
export function hashTaughtAnswer(lesson: TaughtAnswerRef): string {
  return createHash('sha256').update(serialiseTaughtAnswer(lesson)).digest('base64url').slice(0, 22);
}

/** Null for what is none, edited by hand or left by another version: as good as never taught. */
export function parseTaughtAnswer(value: string): TaughtAnswerRef | null {
  try {
    const { phrasing, factId } = Object(JSON.parse(value));
    return typeof phrasing === 'string' && typeof factId === 'string' ? { phrasing, factId } : null;
  } catch {
    return null;
  }
}
