import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  access,
  appendFile,
  chown,
  constants,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A PostgreSQL with a folder of its own, for tests that stop it or look at it closely. */
export interface PostgresServer {
  /** The address of a database in which nothing is kept. Its user may do everything. */
  readonly url: string;
  /** Starts it again after a stop, on the same port. */
  start(): Promise<void>;
  /** Stops it: `fast` ends all connections and saves everything, `immediate` is a crash. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  /** Lets it take connections and say nothing, until it goes on. Connections that it has already are served. */
  pause(): void;
  goOn(): void;
  /** Stops it and deletes its folder. */
  remove(): Promise<void>;
}

interface Programs {
  readonly folder: string;
  /** Whom it runs as: PostgreSQL refuses to run as the administrator. */
  readonly user: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** Debian's place for them, which is not on the path. */
const DEBIAN = '/usr/lib/postgresql';

/** What a server encrypts connections with, in PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

interface ServerOptions {
  /** Whether it waits for the disk. False unless given. */
  readonly isDurable?: boolean;
  /** It encrypts nothing unless given. */
  readonly tls?: ServerCertificate;
}

/** Returns a server that runs, or null where its programs are not installed. */
export async function startPostgres({
  isDurable = false,
  tls,
}: ServerOptions = {}): Promise<PostgresServer | null> {
  const programs = await findPrograms();
  if (programs === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'footnote-postgres-'));
  const { uid, gid } = programs.user;
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  const data = join(folder, 'data');
  await createCluster(programs, data);
  if (tls !== undefined) await writeCertificate(programs, data, tls);
  const port = await findFreePort();
  const leash = await findLeash();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    port: String(port),
    fsync: isDurable ? 'on' : 'off',
    ssl: tls === undefined ? 'off' : 'on',
    max_connections: '200',
    shared_buffers: '32MB',
    lc_messages: 'C',
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  let running: ChildProcess | null = null;
  const server: PostgresServer = {
    url: `postgres://footnote@127.0.0.1:${port}/postgres`,
    async start() {
      const [command, ...before] = [...leash, join(programs.folder, 'postgres')] as const;
      running = spawn(command, [...before, ...args], {
        ...programs.user,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      await untilReady(running);
    },
    async stop(how = 'fast') {
      if (running === null || running.exitCode !== null) return;
      const ended = once(running, 'exit');
      running.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await ended;
    },
    pause() {
      running?.kill('SIGSTOP');
    },
    goOn() {
      running?.kill('SIGCONT');
    },
    async remove() {
      server.goOn();
      await server.stop('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** With a collation that does not sort by bytes, where there is one, and a user whose password is asked for. */
async function createCluster({ folder, user }: Programs, data: string): Promise<void> {
  const initialise = (...locale: readonly string[]) =>
    promisify(execFile)(
      join(folder, 'initdb'),
      ['-D', data, '-U', 'footnote', '--auth=trust', '--encoding=UTF8', '--no-sync', ...locale],
      { ...user, cwd: tmpdir() },
    );
  try {
    await initialise('--locale=C', '--locale-provider=icu', '--icu-locale=en-US');
  } catch {
    await rm(data, { recursive: true, force: true });
    await initialise('--locale=C');
  }
  const path = join(data, 'pg_hba.conf');
  const others = await readFile(path, 'utf8');
  await rm(path);
  await appendFile(path, `host all locked 127.0.0.1/32 scram-sha-256\n${others}`);
}

/** Writes the files where the server looks for them. It refuses a key that others may read. */
async function writeCertificate(
  { user: { uid, gid } }: Programs,
  data: string,
  { certificate, key }: ServerCertificate,
): Promise<void> {
  for (const [name, text] of [
    ['server.crt', certificate],
    ['server.key', key],
  ] as const) {
    const path = join(data, name);
    await writeFile(path, text, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
  }
}

/** What ends the server with the process that started it, also where that is killed; nothing where there is no such program. */
async function findLeash(): Promise<readonly string[]> {
  const leash = ['--pdeathsig', 'QUIT'];
  try {
    await promisify(execFile)('setpriv', [...leash, 'true']);
    return ['setpriv', ...leash];
  } catch {
    return [];
  }
}

/** It says so when it takes connections. */
async function untilReady(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  if (server.stderr === null) throw new Error('the server says nothing');
  const lines = createInterface({ input: server.stderr });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      if (line.includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said.join('\n')}`)));
  });
}

async function findPrograms(): Promise<Programs | null> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, 'bin')),
  ];
  for (const folder of folders) {
    const names = ['initdb', 'postgres'].map((name) => access(join(folder, name), constants.X_OK));
    if ((await Promise.allSettled(names)).some(({ status }) => status === 'rejected')) continue;
    return { folder, user: process.getuid?.() === 0 ? await findOtherUser() : {} };
  }
  return null;
}

/** The user that PostgreSQL's package has made, else one that every system has. */
async function findOtherUser(): Promise<Programs['user']> {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
