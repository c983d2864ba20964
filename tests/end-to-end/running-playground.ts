import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';

/** What a server answered. */
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A `footnote playground` process over a folder. */
export interface RunningPlayground {
  /** The address that it printed. */
  readonly address: string;
  readonly port: number;
  /** The path that the token leads to, once. */
  readonly open: () => Promise<{ readonly path: string; readonly cookie: string }>;
  /** Sends a request with exactly these headers. */
  readonly send: (asked: Asked) => Promise<Answer>;
  /** Ends it as Ctrl-C does. */
  readonly stop: () => Promise<{
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/** What npm and whoever runs the tests have set must not reach the command. */
const CLEAN = { KNOWLEDGE_DIR: '', ENCODERS: 'off', DATABASE_URL: '', npm_lifecycle_event: undefined };

/** Starts the real command, and waits for its address. The caller stops it. */
export async function startPlayground(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningPlayground> {
  const child = spawn(
    process.execPath,
    [resolve('dist/main.js'), 'playground', '--knowledge', folder, ...args],
    {
      env: { ...process.env, ...CLEAN, DATABASE_URL: join(folder, 'none.db'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  const stderr = readAll(child.stderr);
  const lines: string[] = [];
  const address = await new Promise<string>((found, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const [printed] = /http:\/\/\S+/.exec(line) ?? [];
      if (printed !== undefined) found(printed);
    });
    void closed.then(async () => reject(new Error(`it ended: ${await stderr}`)));
  });
  const port = Number(new URL(address).port);
  const send = (asked: Asked): Promise<Answer> => sendTo(port, asked);
  const stop = async () => {
    child.kill('SIGINT');
    const [status] = await closed;
    return {
      status: typeof status === 'number' ? status : null,
      stdout: lines.join('\n'),
      stderr: await stderr,
    };
  };
  return { address, port, send, stop, open: () => openPage(address, send) };
}

async function openPage(address: string, send: RunningPlayground['send']) {
  const { pathname, search } = new URL(address);
  const { headers, body } = await send({ path: pathname + search });
  const [, path = ''] = /url=([^"]+)/.exec(body) ?? [];
  return { path, cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

async function sendTo(
  port: number,
  { method = 'GET', path = '/', headers = {}, body = '' }: Asked,
): Promise<Answer> {
  const asking = request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { host: `127.0.0.1:${port}`, connection: 'close', ...headers },
  });
  asking.end(body);
  const [response] = await once(asking, 'response');
  // A server that refuses a body early may end the connection while it is being sent.
  asking.on('error', () => {});
  const shown = await readAll(response).catch(() => '');
  return { status: response.statusCode, headers: response.headers, body: shown };
}
