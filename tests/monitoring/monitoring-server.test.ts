import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Health } from '../../src/monitoring/health.ts';
import { Counter } from '../../src/monitoring/metrics.ts';
import { startMonitoringServer } from '../../src/monitoring/monitoring-server.ts';

const check = { ok: true, seen: 'fine' };
let health: Health;
let port: number;

beforeEach(async () => {
  health = { isHealthy: true, checks: { eventLoop: check, gateway: check, store: check } };
  const { server, address } = await startMonitoringServer({
    host: '127.0.0.1',
    port: 0,
    readHealth: () => health,
    metrics: [new Counter('a_total', 'Counts.', [{}])],
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  port = Number(new URL(address).port);
});

/** Opens a connection that says nothing. */
function open(): Socket {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  return socket.on('error', () => {});
}

/** Resolves when a connection is closed, also by a reset. */
function closed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

/** Sends bytes as they are, and returns what comes back until the server closes. */
async function send(bytes: string): Promise<string> {
  const socket = open();
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  socket.write(bytes);
  await closed(socket);
  return text;
}

const get = (path: string, method = 'GET') =>
  send(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

describe('the server of health and metrics', () => {
  test('tells its health with 200 or 503, and what was checked', async () => {
    expect(await get('/healthz')).toMatch(/^HTTP\/1\.1 200 [\s\S]*"status":"ok"/);
    health = { ...health, isHealthy: false };
    expect(await get('/healthz?x=1')).toMatch(/^HTTP\/1\.1 503 [\s\S]*"status":"failing"/);
  });

  test('gives metrics in the text format', async () => {
    expect(await get('/metrics')).toMatch(
      /^HTTP\/1\.1 200 [\s\S]*text\/plain; version=0\.0\.4[\s\S]*\r\n\r\n[\s\S]*a_total 0\n/,
    );
  });

  test('answers HEAD without a body', async () => {
    expect(await get('/metrics', 'HEAD')).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n$/);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
    expect(await get('/metrics', method)).toMatch(/^HTTP\/1\.1 405 [\s\S]*Allow: GET, HEAD/);
  });

  test.each(['/', '/metrics/', '//metrics', '/../metrics', 'http://x/metrics', '/%2e%2e/.env', '*'])(
    'has nothing at %s',
    async (path) => {
      expect(await get(path)).toMatch(/^HTTP\/1\.1 (?:404|400) /);
    },
  );

  test('reads no body', async () => {
    for (const header of ['Content-Length: 1000000', 'Transfer-Encoding: chunked'])
      expect(await send(`GET /healthz HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 413 [\s\S]*Connection: close/,
      );
  });

  test.each([
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n'],
    ['long headers', `GET /metrics HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(5_000)}\r\n\r\n`],
    ['a long address', `GET /${'x'.repeat(5_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['a line feed in a header', 'GET /metrics HTTP/1.1\r\nHost: x\r\nX: a\nb\r\n\r\n'],
  ])('closes a connection with %s', async (_, bytes) => {
    expect(await send(bytes)).toMatch(/^(?:$|HTTP\/1\.1 4\d\d )/);
  });

  test('opens no tunnel', async () => {
    expect(await send('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n')).toBe('');
  });

  test('changes to no other protocol', async () => {
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nConnection: close';
    expect(await send(`GET /healthz HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('takes 32 connections, and drops further ones until one of them ends', async () => {
    const held = Array.from({ length: 32 }, open);
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    expect(await get('/healthz')).toBe('');
    const [first] = held;
    first?.destroy();
    await expect.poll(() => get('/healthz')).toMatch(/200/);
  });
});

test('a request that never ends is ended after some seconds', { timeout: 20_000 }, async () => {
  const socket = open();
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  socket.write('GET /metrics HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  await closed(socket);
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
});

test('a port that is taken is an error that names it', async () => {
  const taken = { host: '127.0.0.1', port, readHealth: () => health, metrics: [] };
  await expect(startMonitoringServer(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
