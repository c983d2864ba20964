import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Health } from './health.ts';
import { METRICS_TYPE, type Metric, renderMetrics } from './metrics.ts';

export interface MonitoringServerOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly readHealth: () => Health;
  readonly metrics: readonly Metric[];
}

/** A scrape and a health check are a few hundred bytes. */
const LIMITS = {
  maxHeaderSize: 4 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
const MAX_CONNECTIONS = 32;
const MAX_REQUESTS_A_CONNECTION = 1_000;

/**
 * Serves `GET /healthz` and `GET /metrics`. Every request is bounded, and nothing in it but its method and path is looked at. Returns
 * the server and its address.
 *
 * @throws {Error} of Node.js with `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL` and the like
 */
export async function startMonitoringServer(
  options: MonitoringServerOptions,
): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(LIMITS, (request, response) => answer(options, request, response));
  server.maxConnections = MAX_CONNECTIONS;
  server.maxRequestsPerSocket = MAX_REQUESTS_A_CONNECTION;
  // A server has no other method, and a tunnel or another protocol is nothing that it speaks.
  server.on('connect', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  server.unref();
  return { server, address: `http://${describeAddress(server)}` };
}

function describeAddress(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) return '';
  return address.family === 'IPv6'
    ? `[${address.address}]:${address.port}`
    : `${address.address}:${address.port}`;
}

function answer(
  { readHealth, metrics }: MonitoringServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = '', url = '', headers } = request;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // A body has no meaning here, so nobody reads it.
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  const path = url.split('?', 1)[0];
  if (hasBody) refuse(response, 413);
  else if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405);
  } else if (path === '/healthz') {
    const { isHealthy, checks } = readHealth();
    const body = JSON.stringify({ status: isHealthy ? 'ok' : 'failing', checks });
    response.writeHead(isHealthy ? 200 : 503, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(`${body}\n`);
  } else if (path === '/metrics') {
    response.writeHead(200, { 'Content-Type': METRICS_TYPE }).end(renderMetrics(metrics));
  } else refuse(response, 404);
}

const REFUSALS: Readonly<Record<number, string>> = {
  404: 'Only /healthz and /metrics are here.',
  405: 'Only GET and HEAD are possible.',
  413: 'A request has no body here.',
};

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${REFUSALS[status] ?? ''}\n`);
}
