/** The metrics of a scrape: types by name, and values by name with labels as written. */
export interface ParsedMetrics {
  readonly types: ReadonlyMap<string, string>;
  readonly samples: ReadonlyMap<string, number>;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*\})? (\S+)$/;

/** Reads Prometheus' text format strictly. @throws {Error} for a line that is none, a sample without a type, or one that comes twice */
export function parseMetrics(text: string): ParsedMetrics {
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  for (const line of text.trimEnd().split('\n')) {
    const [, name = '', type = ''] = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (type !== '') types.set(name, type);
    if (!/^# (?:TYPE|HELP) \w+ \S/.test(line)) addSample(line, types, samples);
  }
  return { types, samples };
}

function addSample(line: string, types: ReadonlyMap<string, string>, samples: Map<string, number>): void {
  const [, metric = '', labels = '', text = 'none'] = SAMPLE.exec(line) ?? [];
  const family = metric.replace(/_(?:bucket|sum|count)$/, '');
  if (!types.has(metric) && types.get(family) !== 'histogram') throw new Error(`no type: ${line}`);
  if (samples.has(metric + labels)) throw new Error(`twice: ${line}`);
  const value = Number(text);
  if (Number.isNaN(value)) throw new Error(`no number: ${line}`);
  samples.set(metric + labels, value);
}
