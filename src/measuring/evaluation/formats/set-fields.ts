/**
 * Returns the value as an object. `what` names it in the error; this holds for all functions here.
 *
 * @throws {TypeError} where it is none
 */
export function readRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${what} is not an object`);
  return Object.fromEntries(Object.entries(value));
}

export function readList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${what} is not a list`);
  return value;
}

export function readText(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new TypeError(`${what} is not a text`);
  return value;
}

/** Returns null where the field is left out or is null itself. */
export function readTextOrNull(value: unknown, what: string): string | null {
  return value === undefined || value === null ? null : readText(value, what);
}

export function readWholeNumber(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new TypeError(`${what} is not a whole number`);
  return value;
}
