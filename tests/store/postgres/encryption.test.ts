import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { describeWithPostgres, runSql } from '../../postgres/databases.ts';
import { type ServerCertificate, startPostgres } from '../../postgres/postgres-server.ts';
import { asking, counting, opened, temporaryFolder } from '../scene.ts';

/** A certificate that vouches for itself. */
interface Certificate extends ServerCertificate {
  readonly path: string;
}

async function makeCertificate(folder: string, host: string): Promise<Certificate> {
  const [path, keyPath] = [join(folder, `${host}.pem`), join(folder, `${host}.key`)];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyPath];
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  await promisify(execFile)('openssl', ['req', '-x509', '-days', '2', ...key, ...names, '-out', path]);
  return { path, certificate: await readFile(path, 'utf8'), key: await readFile(keyPath, 'utf8') };
}

describeWithPostgres('a PostgreSQL server with a certificate of its own', () => {
  test('is used encrypted where the address names it; otherwise the refusal says what to do', async () => {
    const folder = await temporaryFolder();
    const [own, other] = [await makeCertificate(folder, 'localhost'), await makeCertificate(folder, 'other')];
    const server = await startPostgres({ tls: own });
    if (server === null) throw new Error('TEST_DATABASE_URL names a server, but none can be started here');
    onTestFinished(() => server.remove());
    const warnings: string[] = [];
    const warn = ({ message }: Error): void => void warnings.push(message);
    process.on('warning', warn);
    onTestFinished(() => void process.off('warning', warn));

    const url = server.url.replace('127.0.0.1', 'localhost');
    for (const mode of ['verify-full', 'require']) {
      const store = await opened(`${url}?sslmode=${mode}&sslrootcert=${own.path}`);
      expect(await store.asked.record(asking(`${mode}?`, { askerId: mode }))).toHaveProperty('id');
    }
    const ways = `select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'footnote'`;
    expect(await runSql(url, ways)).toEqual([{ ssl: true }]);
    const untrusted = /“postgres” at localhost:\d+ .*cannot be trusted. Name the file .*sslrootcert=/;
    for (const [address, words] of [
      [`${url}?sslmode=require`, untrusted],
      [`${url}?sslmode=verify-full&sslrootcert=${other.path}`, untrusted],
      [
        `${server.url}?sslmode=verify-full&sslrootcert=${own.path}`,
        /is for another host. Write the host in DATABASE_URL/,
      ],
    ] as const)
      await expect(openStore({ url: address, ...counting() })).rejects.toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(words),
      });
    expect(warnings).toEqual([]);
  }, 30_000);
});
