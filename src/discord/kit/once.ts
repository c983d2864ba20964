import { createHash } from 'node:crypto';

/** @see https://discord.com/developers/docs/resources/message#create-message */
const MAX_NONCE_CHARS = 25;

/** The message with a mark of what caused it: what is posted twice for the same cause, Discord posts once. */
export function addNonce<Body extends object>(body: Body, ...cause: readonly [string, ...string[]]) {
  const nonce = createHash('sha256').update(cause.join(' ')).digest('base64url').slice(0, MAX_NONCE_CHARS);
  return { ...body, nonce, enforceNonce: true } as const;
}
