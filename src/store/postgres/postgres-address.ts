import pg from 'pg';
import { StoreError } from '../kit/store-error.ts';
import type { PostgresLocation } from '../kit/store-url.ts';

/** Where a database is, as messages name it: without its user and password. */
export interface PostgresAddress {
  /** The address for the driver, which may hold a password. */
  readonly url: string;
  /** Such as `“footnote” at db.example:5432`. */
  readonly name: string;
  /** The most connections for statements; locks and announcements have one more each. */
  readonly poolSize: number;
}

/** More than PostgreSQL keeps busy for one bot. A question takes two statements of a millisecond. */
const POOL_SIZE = 5;
const MAX_POOL_SIZE = 100;

/**
 * Reads the address of a PostgreSQL database.
 *
 * @throws {StoreError} `unsupported-url`; the message never quotes the address
 */
export function readAddress(location: PostgresLocation): PostgresAddress {
  const url = requireCertificate(location.url);
  const poolSize = readPoolSize(url);
  try {
    // The driver reads the variables PGHOST, PGPASSWORD and so on for what the address leaves out.
    const { host, port, database = '' } = new pg.Client({ connectionString: url });
    const server = host.startsWith('/') ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { url, name: `“${database}” at ${server}`, poolSize };
  } catch (error) {
    throw new StoreError(
      'unsupported-url',
      `The address of the PostgreSQL database cannot be used${describeFile(error)}. Its form is postgres://user:password@host:5432/database; docs/operating.md lists what may follow after “?”.`,
    );
  }
}

/**
 * Hosts of databases hand out addresses with `sslmode=require`. The driver checks the certificate then, too, but warns at length that its next
 * version will not.
 */
function requireCertificate(url: string): string {
  if (/[?&]uselibpqcompat=/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

function readPoolSize(url: string): number {
  const given = /[?&]pool_size=([^&#]*)/.exec(url)?.[1];
  if (given === undefined) return POOL_SIZE;
  const size = Number(given);
  if (Number.isInteger(size) && size >= 1 && size <= MAX_POOL_SIZE) return size;
  throw new StoreError(
    'unsupported-url',
    `“pool_size” in the address of the PostgreSQL database is not a number from 1 to ${MAX_POOL_SIZE}.`,
  );
}

/** Names the certificate that the address names and that cannot be read. */
function describeFile(error: unknown): string {
  if (!(error instanceof Error && 'path' in error && 'code' in error)) return '';
  return `: the file “${String(error.path)}” cannot be read (${String(error.code)})`;
}
