/** A JSON object that has not been checked. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value when it is a JSON object, else an empty object. */
export function toFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}
