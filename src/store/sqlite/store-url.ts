import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../kit/store-error.ts';

/** Where a store lives. Memory is for tests: what is written there is gone with the process. */
export type StoreLocation = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };

/** Two letters at least, so that the drive of a Windows path (`C:\data`) is no scheme. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;

/**
 * Where `url` points to: a path, absolute or seen from the working directory; the same behind `file:`; a `file:///` URL;
 * or `:memory:`.
 *
 * @throws {StoreError} `unsupported-url`; never quotes the address, which may hold a password
 */
export function parseStoreUrl(url: string): StoreLocation {
  if (url === ':memory:') return { kind: 'memory' };
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return toFileLocation(url);
  if (scheme === 'file') return toFileLocation(toPath(url));
  const known = scheme.startsWith('postgres')
    ? 'PostgreSQL is not supported yet'
    : `“${scheme}:” is not known`;
  throw new StoreError('unsupported-url', `${known} as a place for the database. ${REMEDY}`);
}

const REMEDY = 'Give the path of a file, such as data/footnote.db.';

function toFileLocation(path: string): StoreLocation {
  if (path === '' || /[/\\]$/.test(path) || path.includes('\0')) {
    throw new StoreError('unsupported-url', `The place for the database is no path of a file. ${REMEDY}`);
  }
  return { kind: 'file', path: resolve(path) };
}

/** `file:data/x.db` is seen from the working directory, as other tools read it; `new URL` would make it `/data/x.db`. */
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
