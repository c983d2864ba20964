import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { createGauge, Gauge, type Metric } from './metrics.ts';

/** How often the delay of the event loop is sampled. */
const RESOLUTION_MS = 50;

/** The metrics of this process, with the names that Prometheus' own libraries give them, and the function that ends them. */
export function createProcessMetrics(version: string): {
  readonly metrics: readonly Metric[];
  readonly stop: () => void;
} {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const labels = { version, node: process.versions.node };
  const build = { name: 'footnote_build_info', help: 'The version of Footnote and of Node.js; always 1.' };
  const metrics = [
    new Gauge(build, () => [{ labels, value: 1 }]),
    ...createUsageMetrics(),
    ...createDelayMetrics(delay),
  ];
  return { metrics, stop: () => void delay.disable() };
}

function createUsageMetrics(): readonly Metric[] {
  const startedAt = Math.round(Date.now() / 1000 - process.uptime());
  const cpu = { name: 'process_cpu_seconds_total', help: 'Processor time of all threads.' };
  return [
    new Gauge({ ...cpu, type: 'counter' }, () => {
      const { user, system } = process.cpuUsage();
      return [{ value: (user + system) / 1e6 }];
    }),
    createGauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss()),
    createGauge('process_start_time_seconds', 'When the process started, since 1970.', () => startedAt),
    createGauge(
      'nodejs_heap_size_used_bytes',
      'Heap of the main thread in use.',
      () => process.memoryUsage().heapUsed,
    ),
    createGauge(
      'nodejs_external_memory_bytes',
      'Memory outside the heap.',
      () => process.memoryUsage().external,
    ),
  ];
}

/** A sample is the time since the one before, of which the delay is what exceeds the resolution. */
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000);
}

function createDelayMetrics(delay: IntervalHistogram): readonly Metric[] {
  const since = 'delay of the event loop since the last scrape.';
  return [
    createGauge('nodejs_eventloop_lag_p50_seconds', `Median ${since}`, () => late(delay.percentile(50))),
    createGauge('nodejs_eventloop_lag_p99_seconds', `99th percentile of the ${since}`, () =>
      late(delay.percentile(99)),
    ),
    createGauge('nodejs_eventloop_lag_max_seconds', `Longest ${since}`, () => {
      const value = late(delay.max);
      delay.reset();
      return value;
    }),
  ];
}
