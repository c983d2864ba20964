import { StoreError, type StoreErrorCode } from '../kit/store-error.ts';

/**
 * An error of PostgreSQL, or of the way to it, without what it may quote: rows, statements and the address. Members’ words stand in rows,
 * and the address may hold a password.
 */
class PostgresError extends Error {
  override readonly name = 'PostgresError';
  /** A SQLSTATE such as `23505`, a code of the system such as `ECONNREFUSED`, or null. */
  readonly code: string | null;

  constructor(code: string | null, message: string) {
    super(message);
    this.code = code;
  }
}

interface KnownFault {
  /** Matches the code, or the message where the driver gives no code. */
  readonly pattern: RegExp;
  readonly code: StoreErrorCode;
  readonly detail: string;
  readonly remedy: string;
}

/**
 * The first that matches counts. Faults of code `cannot-write` may pass by themselves; the others need an operator.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const FAULTS: readonly KnownFault[] = [
  {
    pattern: /^(?:28|SASL)|password must be a string/,
    code: 'unusable-file',
    detail: 'it refuses this user',
    remedy:
      'Correct the user and the password in DATABASE_URL, or what pg_hba.conf allows; signs such as “@” and “#” in the password stand as %40 and %23.',
  },
  {
    pattern: /^3D000$/,
    code: 'unusable-file',
    detail: 'there is no database of this name',
    remedy:
      "Create it (“create database footnote owner footnote encoding 'UTF8' template template0”), or correct its name in DATABASE_URL.",
  },
  {
    pattern: /^42501$/,
    code: 'unusable-file',
    detail: 'this user lacks a right',
    remedy:
      'Make the user the owner of the database, or grant it “usage, create” on the schema and all rights on Footnote’s tables.',
  },
  {
    pattern: /^(?:3F000|42P01|42703)$/,
    code: 'unusable-file',
    detail: 'a table of Footnote is missing or was changed',
    remedy: 'Restore a backup, or set DATABASE_URL to an empty database.',
  },
  {
    pattern: /^XX00[12]$/,
    code: 'unusable-file',
    detail: 'it is damaged',
    remedy: 'Restore a backup.',
  },
  {
    pattern: /does not support SSL/,
    code: 'unusable-file',
    detail: 'the server takes no encrypted connections',
    remedy: 'Configure TLS there, or write “sslmode=disable” after “?” in DATABASE_URL.',
  },
  {
    pattern: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    code: 'unusable-file',
    detail: 'the certificate of the server is for another host',
    remedy: 'Write the host in DATABASE_URL as the certificate names it, or have one made for this host.',
  },
  {
    pattern: /^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/,
    code: 'unusable-file',
    detail: 'the certificate of the server has expired, or is not valid yet',
    remedy: 'Renew it there, and check the clocks of both machines.',
  },
  {
    pattern:
      /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT\w*)$/,
    code: 'unusable-file',
    detail: 'the certificate of the server cannot be trusted',
    remedy:
      'Name the file of its authority, or of a self-signed certificate itself, after “?” in DATABASE_URL (“sslmode=verify-full&sslrootcert=/path/ca.pem”).',
  },
  {
    pattern: /^25006$/,
    code: 'cannot-write',
    detail: 'it is read-only, such as a standby',
    remedy: 'Set DATABASE_URL to the primary server.',
  },
  {
    pattern: /^53300$|^53400$/,
    code: 'cannot-write',
    detail: 'it has no connection left',
    remedy: 'Raise max_connections, or lower “pool_size” in DATABASE_URL.',
  },
  {
    pattern: /^53/,
    code: 'cannot-write',
    detail: 'the server has no disk or memory left',
    remedy: 'Make room there.',
  },
  {
    pattern: /^(?:57014|55P03|25P03|25P04)$|Query read timeout|timeout exceeded when trying to connect/,
    code: 'cannot-write',
    detail: 'it took too long to answer',
    remedy: 'Look for locks and load there.',
  },
  {
    pattern: /^40(?:P01|001)$/,
    code: 'cannot-write',
    detail: 'others changed the same rows again and again',
    remedy: 'Try again.',
  },
  {
    pattern: /^(?:ENOTFOUND|EAI_\w+)$/,
    code: 'cannot-write',
    detail: 'its host is not known',
    remedy: 'Correct the host in DATABASE_URL, or the names that this machine resolves.',
  },
  {
    pattern:
      /^(?:08|57P|58|E[A-Z]{3,}$)|Connection terminated|(?:connection error|was closed) and is not queryable|timeout expired|after calling end on the pool/,
    code: 'cannot-write',
    detail: 'it cannot be reached',
    remedy: 'Check that PostgreSQL runs there and takes connections from this machine.',
  },
];

/** Creates the error that PostgreSQL would answer with this SQLSTATE. */
export function createFault(name: string, sqlState: '25006' | '42501'): Error {
  return convertPostgresError(name, new PostgresError(sqlState, 'found by a check'));
}

/** Converts an error of the driver: to a `StoreError` where it is no bug of ours, else to one that quotes nothing. */
export function convertPostgresError(name: string, error: unknown): Error {
  if (error instanceof StoreError) return error;
  const cause = toPostgresError(error);
  const fault = FAULTS.find(({ pattern }) => pattern.test(cause.code ?? cause.message));
  if (fault === undefined) return cause;
  const { code, detail, remedy } = fault;
  return new StoreError(code, `The database ${name} cannot be used: ${detail}. ${remedy}`, { cause });
}

/** @returns an error of code `unusable-file` */
export function createUnusableDatabaseError(name: string, detail: string): StoreError {
  return new StoreError(
    'unusable-file',
    `${name} cannot be used as the database: ${detail}. It was left as it is. Set DATABASE_URL to an empty database, or to that of Footnote.`,
  );
}

/** @returns an error of code `newer-version` */
export function createNewerVersionError(name: string, version: number, latest: number): StoreError {
  return new StoreError(
    'newer-version',
    `The database ${name} was written by a newer Footnote (its version is ${version}, this one knows ${latest}); it was left as it is. Run the newer Footnote, or set DATABASE_URL to another database.`,
  );
}

/** Returns whether a connection is useless after an error: it is gone, or a statement still runs on it. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = toPostgresError(error);
  return code === null
    ? /terminated|not queryable|timeout/i.test(message)
    : /^(?:08|57P|25P03|25P04|E[A-Z]{3,}$)/.test(code);
}

function toPostgresError(error: unknown): PostgresError {
  if (error instanceof PostgresError) return error;
  if (!(error instanceof Error)) return new PostgresError(null, String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return new PostgresError(code, error.message);
}
