import type { Kysely } from 'kysely';
import { type PostgresLocation, parseStoreUrl } from './kit/store-url.ts';
import type { Tables } from './kit/tables.ts';
import { isAskedOpenlyRow } from './records/asked-queries.ts';
import { chooseShownQuestion } from './records/asked-row.ts';
import { openSqliteReadOnly } from './sqlite/sqlite-file.ts';

/** Questions of members, or why there are none to read. */
export type AskedQuestions =
  | { readonly kind: 'read'; readonly questions: readonly string[] }
  /** There is no database in this place, or one that an older Footnote has written. */
  | { readonly kind: 'missing' | 'older'; readonly path: string };

/** Members repeat questions, so there are fewer different ones. */
const MAX_ROWS = 1_000;

/**
 * Reads the latest questions that members of all servers asked openly, latest first, without who asked and where. Another process may be
 * writing the database: nothing in it is changed.
 *
 * @throws {StoreError} `unsupported-url`, `newer-version`, `unusable-file`, `cannot-write` where the file cannot be read
 */
export async function readAskedQuestions(url: string, now: () => Date): Promise<AskedQuestions> {
  const location = parseStoreUrl(url);
  if (location.kind === 'postgres') return readFromPostgres(location);
  const path = location.kind === 'file' ? location.path : ':memory:';
  const opened = await openSqliteReadOnly(path, now);
  if (opened === null) return { kind: 'missing', path };
  if ('version' in opened) return { kind: 'older', path };
  try {
    return { kind: 'read', questions: await listAskedOpenly(opened.db) };
  } finally {
    await opened.close();
  }
}

async function readFromPostgres(location: PostgresLocation): Promise<AskedQuestions> {
  const { openPostgresReadOnly } = await import('./postgres/open-postgres.ts');
  const opened = await openPostgresReadOnly(location);
  if ('version' in opened) return { kind: opened.version === 0 ? 'missing' : 'older', path: opened.name };
  try {
    return { kind: 'read', questions: await listAskedOpenly(opened.db) };
  } finally {
    await opened.close();
  }
}

async function listAskedOpenly(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('asked')
    .select(['question', 'understood_as', 'limited'])
    .where('question', '!=', '')
    .where(isAskedOpenlyRow)
    .where('guild_id', 'is not', null)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_ROWS)
    .execute();
  return rows.map(({ question, understood_as: understoodAs, limited }) =>
    chooseShownQuestion({ question, understoodAs, isLimited: Number(limited) === 1 }),
  );
}
