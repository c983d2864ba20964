import { en } from 'zod/locales';
import * as z from 'zod/mini';

/**
 * Returns the content of a set's file as `schema` describes it, without other fields.
 *
 * @throws {TypeError} naming the first invalid field and its fault, such as `questions[3].answers: Invalid input: expected array, received string`
 */
export function parseContent<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = z.safeParse(schema, value, { error: en().localeError });
  if (error === undefined) return data;
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  throw new TypeError(`${z.core.toDotPath(path) || 'the file'}: ${message}`);
}

/** Returns whether the content of a set's file fits `schema`. */
export function fitsSchema(schema: z.ZodMiniType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}
