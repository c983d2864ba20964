import { describe, expect, test } from 'vitest';
import { createStateMetrics, Measures } from '../../src/monitoring/measures.ts';
import { Counter, Gauge, Histogram, renderMetrics } from '../../src/monitoring/metrics.ts';
import { createProcessMetrics } from '../../src/monitoring/process-metrics.ts';
import { parseMetrics } from './parse-metrics.ts';

describe('the text of metrics', () => {
  test('holds help, type and samples of each', () => {
    const counter = new Counter('a_total', 'Counts.', [{ kind: 'x' }]);
    counter.add({ kind: 'y' }, 2);
    counter.add({ kind: 'y' });
    const gauge = new Gauge({ name: 'b', help: 'Shows.' }, () => [{ value: 1.5 }]);
    expect(renderMetrics([counter, gauge])).toBe(
      '# HELP a_total Counts.\n# TYPE a_total counter\na_total{kind="x"} 0\na_total{kind="y"} 3\n# HELP b Shows.\n# TYPE b gauge\nb 1.5\n',
    );
  });

  test('escapes what a label holds, so that nothing becomes a line of its own', () => {
    const gauge = new Gauge({ name: 'b', help: 'Shows.' }, () => [
      { labels: { v: 'a"b\\c\nd 1' }, value: 1 },
    ]);
    expect(gauge.render().split('\n').at(-1)).toBe('b{v="a\\"b\\\\c\\nd 1"} 1');
  });

  test('has cumulative buckets, with a bound in the bucket that it closes', () => {
    const histogram = new Histogram('t_seconds', 'Time.', [0.1, 1]);
    for (const seconds of [0.1, 0.5, 2, 3]) histogram.observe(seconds);
    expect(histogram.render().split('\n').slice(2)).toEqual([
      't_seconds_bucket{le="0.1"} 1',
      't_seconds_bucket{le="1"} 2',
      't_seconds_bucket{le="+Inf"} 4',
      't_seconds_sum 5.6',
      't_seconds_count 4',
    ]);
  });

  test('stays bounded where labels are made up', () => {
    const counter = new Counter('a_total', 'Counts.');
    for (let number = 0; number < 5_000; number++) counter.add({ number: String(number) });
    expect(counter.render().split('\n').length).toBeLessThan(2_010);
    expect(counter.render()).toContain('a_total{overflow="true"} 3000');
  });
});

test('every metric of the bot has a conventional name, and no label but ours', async () => {
  const measures = new Measures(() => 0);
  measures.countReconnect(3);
  await expect(measures.measureRefresh(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const ofProcess = createProcessMetrics('1.2.3');
  const ofState = createStateMetrics({
    readShards: () => [{ shard: 3, shardCount: 4, state: 'ready', serverCount: 7, pingMs: 40 }],
    readServing: () => ({ articleCount: 1, factCount: 2, problemCount: 0 }),
    readStoreProblem: () => 'The disk is full.',
  });
  const text = renderMetrics([...measures.metrics, ...ofState, ...ofProcess.metrics]);
  ofProcess.stop();
  const { samples, types } = parseMetrics(text);
  for (const [name, type] of types) {
    expect(name).toMatch(/^(?:footnote|process|nodejs)_[a-z\d_]+$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(type !== 'histogram' || name.endsWith('_seconds')).toBe(true);
  }
  expect(samples.get('footnote_refreshes_total{result="failed"}')).toBe(1);
  expect(samples.get('footnote_shard_reconnects_total{shard="3"}')).toBe(1);
  expect(samples.get('footnote_shards')).toBe(4);
  expect(samples.get('footnote_shard_state{shard="3",state="ready"}')).toBe(1);
  expect(samples.get('footnote_shard_state{shard="3",state="disconnected"}')).toBe(0);
  expect(samples.get('footnote_shard_ping_seconds{shard="3"}')).toBe(0.04);
  expect(samples.get('footnote_servers{shard="3"}')).toBe(7);
  expect(samples.get('footnote_store_reachable')).toBe(0);
  const labels = new Set([...samples.keys()].flatMap((key) => key.match(/\w+(?==")/g) ?? []));
  expect([...labels].toSorted()).toEqual(
    ['door', 'kind', 'le', 'node', 'outcome', 'result', 'shard', 'state', 'version'].toSorted(),
  );
});
