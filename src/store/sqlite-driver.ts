import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { tellingPlace } from './file-errors.ts';

/** More than there are statements of ours; those for many ids at once come besides, one for each number of ids. */
const MAX_PREPARED = 100;
/**
 * Ours read before they write. With a plain “begin” SQLite would refuse the first write at once, without waiting, where another process is
 * writing at that moment: what was read could be out of date.
 *
 * @see https://www.sqlite.org/lang_transaction.html
 */
const BEGIN = { asked: 'begin', meant: 'begin immediate' } as const;

/**
 * The database as Kysely's own SQLite dialect wants it. The package has the interface of Node's own `node:sqlite`, which
 * can take its place once Node.js 20 need not be served.
 *
 * Statements are prepared once and kept: they can be released by garbage collection only, and `close` leaves the “-wal”
 * file where any is left.
 */
export function asKyselyDatabase(database: DatabaseSyncInstance, path: string): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = tellingPlace(path, () => asKyselyStatement(database.prepare(sql), path));
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return {
    prepare(asked) {
      const sql = asked === BEGIN.asked ? BEGIN.meant : asked;
      return isNeedless(database, sql) ? NOTHING_TO_DO : (prepared.get(sql) ?? prepare(sql));
    },
    close() {
      prepared.clear();
      database.close();
    },
  };
}

/** On a full disk SQLite has rolled back by itself; the error of a second time would hide that of the disk. */
function isNeedless(database: DatabaseSyncInstance, sql: string): boolean {
  return sql === 'rollback' && !database.isTransaction;
}

const NOTHING_TO_DO: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function asKyselyStatement(statement: StatementSyncInstance, path: string): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => tellingPlace(path, () => statement.all(...values)),
    run: (values) => tellingPlace(path, () => statement.run(...values)),
    iterate: (values) => statement.iterate(...values),
  };
}
