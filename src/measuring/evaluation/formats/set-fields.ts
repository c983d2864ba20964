/** The value as an object; like all of these, `what` names it in the `TypeError` of one that is not. */
export function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${what} is not an object`);
  return Object.fromEntries(Object.entries(value));
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${what} is not a list`);
  return value;
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new TypeError(`${what} is not a text`);
  return value;
}

/** Null where the field is left out or is null itself. */
export function textOrNull(value: unknown, what: string): string | null {
  return value === undefined || value === null ? null : text(value, what);
}

export function whole(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new TypeError(`${what} is not a whole number`);
  return value;
}
