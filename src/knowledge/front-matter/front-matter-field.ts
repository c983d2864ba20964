import type { ParsedNode } from 'yaml';
import type { FileProblem } from '../article/problem.ts';

/** One `key: value` of the front matter. */
export interface Field {
  readonly key: string;
  readonly node: ParsedNode | null;
  /** The line of the file on which the key stands, and the line of any offset in the YAML. */
  readonly line: number;
  readonly lineAt: (offset: number) => number;
}

/** What could be read of a field, with a warning for each part that could not. */
export interface FieldResult<T> {
  readonly value: T;
  readonly problems: readonly FileProblem[];
}
