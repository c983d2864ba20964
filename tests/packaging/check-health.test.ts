import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

/** The port of a server on 127.0.0.1 alone that answers with a status. */
async function serveHealth(status: number): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end('{}'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address: AddressInfo = Object(server.address());
  return String(address.port);
}

async function check(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['packaging/image/check-health.js'], {
    env: { ...process.env, METRICS_PORT: '', METRICS_HOST: '', ...env },
  });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { status: Number(status), printed };
}

test('the health check asks the address that serves, and tells of a bot that is not well', async () => {
  const [well, ill] = [await serveHealth(200), await serveHealth(503)];
  const statuses = await Promise.all(
    [
      { METRICS_PORT: well },
      { METRICS_PORT: well, METRICS_HOST: '0.0.0.0' },
      { METRICS_PORT: ill },
      { METRICS_PORT: well, METRICS_HOST: '127.0.0.2' },
      { METRICS_PORT: '' },
      { METRICS_PORT: '0' },
    ].map(check),
  );
  expect(statuses.map(({ status }) => status)).toEqual([0, 0, 1, 1, 0, 0]);
  expect(statuses[3]?.printed).toContain(`/healthz at 127.0.0.2:${well} does not answer`);
});
