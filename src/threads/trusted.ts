/**
 * Takes what has come from another thread for whatever its receiver says that it is: both have the same table of jobs, but types end at the
 * border of a thread. Only what crosses it may be taken so.
 */
export function castMessage(given: unknown) {
  return Object({ value: given }).value;
}
