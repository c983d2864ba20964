import { randomBytes } from 'node:crypto';

/** Creates an id of 12 letters, digits, “-” and “_” that nobody can guess. */
export function createRandomId(): string {
  return randomBytes(9).toString('base64url');
}
