import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from './store-error.ts';

/** Where a store keeps its data. */
export type StoreLocation = SqliteLocation | PostgresLocation;

/** Memory is for tests: it is gone when the process ends. */
export type SqliteLocation = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };

export interface PostgresLocation {
  readonly kind: 'postgres';
  /** May hold a password, so no message quotes it. */
  readonly url: string;
}

/** Has two letters at least, so that the drive of a Windows path (`C:\data`) is no scheme. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;

/**
 * Parses the address of a store: a path, absolute or relative to the working directory; the same after `file:`; a `file:///` URL; a
 * `postgres:` or `postgresql:` URL; or `:memory:`.
 *
 * @throws {StoreError} `unsupported-url`; the message never quotes the address, which may hold a password
 */
export function parseStoreUrl(url: string): StoreLocation {
  if (url === ':memory:') return { kind: 'memory' };
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return toFileLocation(url);
  if (scheme === 'file') return toFileLocation(toPath(url));
  if (scheme === 'postgres' || scheme === 'postgresql') return toPostgresLocation(url);
  throw new StoreError(
    'unsupported-url',
    `“${scheme}:” is not known as a location for the database. ${REMEDY}`,
  );
}

const POSTGRES_FORM = 'postgres://user:password@host:5432/database';
const REMEDY = `Give the path of a file, such as data/footnote.db, or the address of a PostgreSQL database: ${POSTGRES_FORM}.`;

function toPostgresLocation(url: string): PostgresLocation {
  if (readPostgresUrl(url) !== null) return { kind: 'postgres', url };
  const why = hasStraySign(url)
    ? 'has a “#”, or an “@” after the host, so a part of the password may stand in its place'
    : 'cannot be read';
  throw new StoreError(
    'unsupported-url',
    `The address of the PostgreSQL database ${why}. Its form is ${POSTGRES_FORM}, where signs such as “@”, “#”, “/” and “?” in the password stand as %40, %23, %2F and %3F. A file is a database, too: data/footnote.db.`,
  );
}

/**
 * Returns the parts of the address of a PostgreSQL database, or null where it cannot be read. Refuses what may come from a password whose
 * signs are not escaped: its rest would be taken, and shown, as the host or the database.
 */
function readPostgresUrl(url: string): URL | null {
  if (!/^postgres(?:ql)?:\/\//i.test(url) || url.includes('\0') || hasStraySign(url)) return null;
  // The driver takes an address without a host, too: that of a socket.
  const readable = URL.canParse(url) ? url : url.replace('@/', '@localhost/');
  return URL.canParse(readable) ? new URL(readable) : null;
}

/** Returns whether there is a “#”, or an “@” behind the first “/” or “?” after the host. */
function hasStraySign(url: string): boolean {
  return /#|^\w+:\/\/[^/?]*[/?].*@/s.test(url);
}

function toFileLocation(path: string): SqliteLocation {
  if (path === '' || /[/\\]$/.test(path) || path.includes('\0')) {
    throw new StoreError(
      'unsupported-url',
      `The location of the database is not the path of a file. ${REMEDY}`,
    );
  }
  return { kind: 'file', path: resolve(path) };
}

/** Reads `file:data/x.db` relative to the working directory, as other tools do; `new URL` would make it `/data/x.db`. */
function toPath(url: string): string {
  if (/[?#]/.test(url)) {
    throw new StoreError('unsupported-url', `A file: address takes no “?” or “#”. ${REMEDY}`);
  }
  try {
    return /^file:\/\//i.test(url) ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length));
  } catch (cause) {
    throw new StoreError('unsupported-url', `The file: address of the database cannot be read. ${REMEDY}`, {
      cause,
    });
  }
}

/** The kind and the location of a store, without a password. */
export interface ShownLocation {
  readonly kind: 'SQLite' | 'PostgreSQL';
  /** The path of the file, or host, port and name of the database. */
  readonly location: string;
}

/**
 * Describes where a store keeps its data, for the log and the terminal. Nothing of a user name or a password is in it.
 *
 * @throws {StoreError} `unsupported-url`
 */
export function describeLocation(url: string): ShownLocation {
  if (!/^postgres(?:ql)?:/i.test(url)) {
    const location = parseStoreUrl(url);
    return { kind: 'SQLite', location: 'path' in location ? location.path : ':memory:' };
  }
  const parts = readPostgresUrl(url);
  if (parts === null) return { kind: 'PostgreSQL', location: 'an address that cannot be read' };
  const { hostname, port, pathname, searchParams } = parts;
  const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname);
  return { kind: 'PostgreSQL', location: `${host}:${port === '' ? '5432' : port}${pathname}` };
}
