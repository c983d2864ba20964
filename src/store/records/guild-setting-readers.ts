/** Reads a setting from what JSON gave; undefined for what it cannot be. */
export type Reader<T> = (value: unknown) => T | undefined;

export const id: Reader<string | null> = (value) =>
  typeof value === 'string' || value === null ? value : undefined;

export const ids: Reader<readonly string[]> = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? Object.freeze(value) : undefined;

export const truth: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A whole number from 1 to `max`. */
export function count(max: number): Reader<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max ? value : undefined;
}

/** One of the values that are given. */
export function anyOf<const T>(...choices: readonly T[]): Reader<T> {
  return (value) => choices.find((choice) => choice === value);
}
