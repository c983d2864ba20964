import { StoreError } from './store-error.ts';
import type { StoreReports } from './store-reports.ts';

/** Thrown for a row with a value that this version does not know. */
class UnknownValueError extends StoreError {}

/**
 * Returns `value` as one of the `known` values. It never replaces an unknown value by another.
 *
 * @param column names the column for the message, such as `snapshots.cause`
 * @throws {StoreError} `unusable-file`
 */
export function parseKnownValue<const T extends string>(
  known: readonly T[],
  value: string,
  column: string,
): T {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new UnknownValueError(
    'unusable-file',
    `The database has “${value.slice(0, 50)}” as a value of ${column}, which this version does not know. The file was edited by hand, or is damaged: replace it with a backup.`,
  );
}

/** Reads rows. Leaves out those with an unknown value, and reports each such value once. */
export function readKnownRows<Row, Read>(
  rows: readonly Row[],
  read: (row: Row) => Read,
  reports: Pick<StoreReports, 'reportOnce'>,
): readonly Read[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof UnknownValueError)) throw error;
      reports.reportOnce(error.message, `${error.message} Footnote leaves out the row.`, error);
      return [];
    }
  });
}

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
