import { countCodePoints } from './rule.ts';
import type { SchemaIssue } from './schema-check.ts';

/**
 * Where the official description is stricter than Discord itself. The whole list; each entry says why.
 *
 * No waiver is needed for the fields that discord.js adds to every message (`tts`, `nonce`, `enforce_nonce`):
 * the schemas let unknown fields pass, as Discord does.
 */
const waivers: readonly ((issue: SchemaIssue, value: unknown) => boolean)[] = [
  // Described as a number; documented, and sent by every library, as a decimal string.
  (issue, value) =>
    issue.path.at(-1) === 'default_member_permissions' && typeof value === 'string' && /^\d+$/.test(value),
  // The schemas count UTF-16 units, Discord counts code points: 1,500 emoji are a valid content.
  (issue, value) =>
    issue.code === 'too_big' && typeof value === 'string' && countCodePoints(value) <= Number(issue.maximum),
  // Described as an object with translations; documented, and sent by every library, as the text itself.
  (issue, value) =>
    issue.code === 'invalid_type' && issue.path.join() === 'description' && typeof value === 'string',
];

/** Whether Discord is known to accept what the schema complains about. */
export function isWaived(issue: SchemaIssue, body: unknown): boolean {
  const value = valueAt(body, issue.path);
  return waivers.some((waiver) => waiver(issue, value));
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}
