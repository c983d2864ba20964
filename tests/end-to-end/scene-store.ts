import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { inject } from 'vitest';
import { runSql } from '../postgres/databases.ts';

/** Whether the bots of these tests keep everything in PostgreSQL: with `TEST_STORE=postgres`. Otherwise each has a file. */
export const isOnPostgres = process.env['TEST_STORE'] === 'postgres';

/** The address of the store for a bot whose articles lie in this folder. */
export function storeUrlOf(folder: string): string {
  // Names that begin with a dot are no articles.
  if (!isOnPostgres) return join(folder, '.store', 'footnote.db');
  return `${serverUrl()}?options=-c%20search_path%3D${schemaOf(folder)}`;
}

/** Makes room for such a store. A file needs none. */
export async function prepareStore(folder: string): Promise<void> {
  if (isOnPostgres) await runSql(serverUrl(), `create schema ${schemaOf(folder)}`);
}

/** Takes away all that such a store keeps, and the room for it. */
export async function removeStore(folder: string): Promise<void> {
  if (isOnPostgres) await runSql(serverUrl(), `drop schema ${schemaOf(folder)} cascade`);
  else await rm(join(folder, '.store'), { recursive: true, force: true });
}

/** The files that such a store has, with those beside it; none on PostgreSQL. */
export async function listStoreFiles(folder: string): Promise<readonly string[]> {
  return isOnPostgres ? [] : readdir(join(folder, '.store'));
}

/** What such a store keeps, in rows. */
export async function readStore(folder: string, sql: string): Promise<readonly unknown[]> {
  if (isOnPostgres) return runSql(storeUrlOf(folder), sql);
  const database = new DatabaseSync(storeUrlOf(folder));
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function schemaOf(folder: string): string {
  return `scene_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

function serverUrl(): string {
  const url = inject('postgresUrl');
  if (url === null) throw new Error('TEST_STORE is postgres, and there is no PostgreSQL');
  return url;
}
