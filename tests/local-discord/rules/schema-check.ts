import type { ZodMiniType } from 'zod/mini';
import type { BrokenRule } from './rule.ts';
import { isWaived } from './waivers.ts';

type SafeParsed = ReturnType<ZodMiniType['safeParse']>;
export type SchemaIssue = NonNullable<SafeParsed['error']>['issues'][number];

/**
 * What the official description finds wrong in a body, except what `waivers.ts` lets pass.
 * In a union (which component? which option?) only the branch with the body's own `type` is reported.
 */
export function checkSchema(schema: ZodMiniType, body: unknown): readonly BrokenRule[] {
  const parsed = schema.safeParse(body);
  if (parsed.success) return [];
  return parsed.error.issues
    .flatMap((issue) => leaves(issue, []))
    .filter((issue) => !isWaived(issue, body))
    .map((issue) => ({
      rule: 'official-schema',
      code: 'BASE_TYPE_BAD_VALUE',
      refusedBy: 'discord',
      path: issue.path,
      detail: issue.message,
    }));
}

function leaves(issue: SchemaIssue, prefix: readonly PropertyKey[]): readonly SchemaIssue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const branch = issue.errors.find(isOfTheSameType) ?? issue.errors[0] ?? [];
  return branch.flatMap((inner) => leaves(inner, path));
}

/** A branch that does not complain about `type` is the one the sender meant. */
function isOfTheSameType(branch: readonly SchemaIssue[]): boolean {
  return branch.every((issue) => issue.path.length !== 1 || issue.path[0] !== 'type');
}
