import { isIP } from 'node:net';
import { type EnvironmentSource, quoteSafely, readText } from './values.ts';

/** Where the process serves its health and its metrics. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

const PORT = 'METRICS_PORT';
const HOST = 'METRICS_HOST';
const HOST_NAME = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Reads `METRICS_PORT` and `METRICS_HOST`, or null where no port is set: nothing is served then. */
export function readMetricsAddress(source: EnvironmentSource): MetricsAddress | null {
  const text = readText(source, PORT);
  const host = readText(source, HOST) ?? '127.0.0.1';
  if (isIP(host) === 0 && !HOST_NAME.test(host))
    source.mistakes.push(
      `${HOST} is ${quoteSafely(host)}; it must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
    );
  if (text === null) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535))
    source.mistakes.push(
      `${PORT} is ${quoteSafely(text)}; it must be the number of a port from 1 to 65535, 0 for any free one, or left out.`,
    );
  return Object.freeze({ host, port });
}
