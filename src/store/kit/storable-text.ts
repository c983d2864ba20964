/** Replaces characters that databases do not store: NUL, where the driver cuts a text, and unpaired surrogates. Typed text may hold both. */
export function replaceUnstorable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

/**
 * Returns a parameter of a statement, as a text without such characters. Ids come from clients and may hold them in look-ups, too, where
 * SQLite would find what stands before a NUL, and PostgreSQL refuses the statement.
 */
export function toStorableParameter(parameter: unknown): unknown {
  return typeof parameter === 'string' ? replaceUnstorable(parameter) : parameter;
}
