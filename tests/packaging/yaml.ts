import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** A value of a YAML or JSON file, which may be looked into by names and numbers: `at(document, 'spec', 'replicas')`. */
export type Value = unknown;

/** The documents of a YAML file; JSON is YAML too. It fails on a mistake, and on a name that stands twice. */
export function readYaml(path: string): readonly Value[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).flatMap((document) => {
    if ('errors' in document && document.errors.length > 0) throw new Error(`${path}: ${document.errors[0]}`);
    const value: unknown = document.toJS();
    return value === null ? [] : [value];
  });
}

/** What stands at this place of a value; undefined where nothing does. */
export function at(value: Value, ...path: readonly (string | number)[]): Value {
  return path.reduce(
    (inner, key) => (inner === null || inner === undefined ? undefined : Object(inner)[key]),
    value,
  );
}

/** The items of a list, or none where there is no list. */
export function listAt(value: Value, ...path: readonly (string | number)[]): readonly Value[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** The names in a map, or none where there is no map. */
export function namesAt(value: Value, ...path: readonly (string | number)[]): readonly string[] {
  return Object.keys(Object(at(value, ...path)));
}
