import type { TestProject } from 'vitest/node';
import { setup as build } from './build-once.ts';
import { startPostgres } from './postgres/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a PostgreSQL database whose user may create others, or null where there is none. */
    readonly postgresUrl: string | null;
  }
}

/** Builds, and meanwhile starts one PostgreSQL for all tests, unless `TEST_DATABASE_URL` names one. Returns the function that stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const [server] = await Promise.all([given === undefined ? startPostgres() : null, build()]);
  const url = given ?? server?.url ?? null;
  project.provide('postgresUrl', url);
  if (url === null)
    console.warn(
      'not tested, since initdb and postgres are neither on the path nor in /usr/lib/postgresql: all that needs PostgreSQL',
    );
  return async () => server?.remove();
}
