import { type Kysely, Migrator, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, type Migration } from '../../../src/store/kit/migrations.ts';
import type { Tables } from '../../../src/store/kit/tables.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-file.ts';
import { counting } from '../scene.ts';

/** A database in memory that our own runner has brought to the version of `migrations`. */
async function databaseWith(migrations: readonly Migration[]): Promise<Kysely<Tables>> {
  const { db, close } = await openSqlite({ kind: 'memory' }, { ...counting(), migrations });
  onTestFinished(close);
  return db;
}

async function schemaOf(db: Kysely<Tables>): Promise<readonly unknown[]> {
  const { rows } =
    await sql`select name, sql from sqlite_master where name not like '%kysely%' order by name`.execute(db);
  return rows;
}

test('Kysely’s Migrator makes the same tables from the list, by its names', async () => {
  const db = await databaseWith([]);
  const byName = Object.fromEntries(MIGRATIONS.toReversed().map(({ name, up }) => [name, { up }]));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => byName } });
  const { error, results = [] } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  expect(results.map(({ migrationName }) => migrationName)).toEqual(MIGRATIONS.map(({ name }) => name));
  expect(await schemaOf(db)).toEqual(await schemaOf(await databaseWith(MIGRATIONS)));
});
