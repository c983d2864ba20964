import { StoreError } from './store-error.ts';
import type { StoreReports } from './store-reports.ts';

/** A row holds a value that this version does not know. */
class UnknownValueError extends StoreError {}

/**
 * Gives `value` as one of `known`: never another one in its place.
 *
 * @param column where it stands, such as `snapshots.cause`
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
    `The database has “${value.slice(0, 50)}” as a value of ${column}, which this version does not know. It was edited by hand, or is damaged: put a copy that you have kept in its place.`,
  );
}

/** Reads rows, and leaves out those with a value that is not known, which is told once. */
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
      reports.reportOnce(error.message, `${error.message} The row is left out.`, error);
      return [];
    }
  });
}
