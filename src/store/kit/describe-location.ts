import { parseStoreUrl, readPostgresUrl } from './store-url.ts';

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
