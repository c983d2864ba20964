import { createHash } from 'node:crypto';

const HASH_CHARS = 16;

/**
 * Returns a short name for a question that is too long for a client to send back: 96 bits in 16 URL-safe
 * characters.
 */
export function hashQuestion(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, HASH_CHARS);
}
