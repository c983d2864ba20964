import { createHash, randomBytes } from 'node:crypto';

/** Creates an id of 12 letters, digits, “-” and “_” that nobody can guess. */
export function createRandomId(): string {
  return randomBytes(9).toString('base64url');
}

/** Returns the SHA-256 of a text in UTF-8, in base64url. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
