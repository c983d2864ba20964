import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';

/** A database for the tests of one file. */
export interface TestDatabase {
  /** Returns the address of an empty schema in it. */
  readonly freshUrl: () => Promise<string>;
  /** Returns the address of an empty database beside it, which goes with it. */
  readonly freshDatabase: (options?: string) => Promise<string>;
}

/** Runs tests with a database of their own. They are skipped where there is no PostgreSQL, which the start of all tests tells. */
export function describeWithPostgres(title: string, define: (database: TestDatabase) => void): void {
  const server = inject('postgresUrl');
  describe.skipIf(server === null)(`${title} (not run where there is no PostgreSQL)`, () => {
    const names: string[] = [];
    const prefix = `footnote_test_${randomBytes(6).toString('hex')}`;
    let schemas = 0;
    const create = async (options = ''): Promise<string> => {
      const name = `${prefix}_${names.length}`;
      await runSql(server ?? '', `create database ${name} ${options}`);
      names.push(name);
      return withDatabase(server ?? '', name);
    };
    let shared = '';
    beforeAll(async () => {
      shared = await create();
    });
    afterAll(async () => {
      for (const name of names) await runSql(server ?? '', `drop database ${name} with (force)`);
    });
    define({
      async freshUrl() {
        const schema = `s${++schemas}`;
        await runSql(shared, `create schema ${schema}`);
        return `${shared}?options=-c%20search_path%3D${schema}`;
      },
      freshDatabase: create,
    });
  });
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Runs statements in the place that an address names, as its user. Returns the rows of a single one. */
export async function runSql(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
