/** The labels of one sample. Their values are ours or Discord's numbers, never a member's words. */
export type Labels = Readonly<Record<string, string>>;

/** One metric in Prometheus' text format, without the line break at its end. */
export interface Metric {
  render(): string;
}

/** Joins metrics to what a scrape reads. @see https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function renderMetrics(metrics: readonly Metric[]): string {
  return `${metrics.map((metric) => metric.render()).join('\n')}\n`;
}

/** The content type of {@link renderMetrics}. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Labels that reach this many combinations are a mistake, and further ones are counted together. */
const MAX_SERIES = 2_000;

/** Counts events since the process started. Its name ends with `_total`. */
export class Counter implements Metric {
  readonly #name: string;
  readonly #help: string;
  readonly #counts = new Map<string, number>();

  /** @param first label sets that are shown with 0 before anything is counted, so that a rate is right from the first event on */
  constructor(name: string, help: string, first: readonly Labels[] = []) {
    this.#name = name;
    this.#help = help;
    for (const labels of first) this.#counts.set(renderLabels(labels), 0);
  }

  add(labels: Labels = {}, count = 1): void {
    const wanted = renderLabels(labels);
    const key = this.#counts.has(wanted) || this.#counts.size < MAX_SERIES ? wanted : '{overflow="true"}';
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  render(): string {
    return renderFamily(
      { name: this.#name, help: this.#help, type: 'counter' },
      [...this.#counts].map(([labels, count]) => `${this.#name}${labels} ${count}`),
    );
  }
}

/** One value of a gauge. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** Creates a gauge with one value and no label. */
export function createGauge(name: string, help: string, read: () => number): Gauge {
  return new Gauge({ name, help }, () => [{ value: read() }]);
}

/** Shows values that are read at the scrape. */
export class Gauge implements Metric {
  readonly #family: Family;
  readonly #read: () => readonly Sample[];

  /** @param type `counter` where the system counts it, such as processor time */
  constructor(
    { type = 'gauge', ...family }: Omit<Family, 'type'> & { readonly type?: 'gauge' | 'counter' },
    read: () => readonly Sample[],
  ) {
    this.#family = { ...family, type };
    this.#read = read;
  }

  render(): string {
    const { name } = this.#family;
    return renderFamily(
      this.#family,
      this.#read().map(({ labels = {}, value }) => `${name}${renderLabels(labels)} ${value}`),
    );
  }
}

/** Counts durations in buckets. Its name ends with `_seconds`. */
export class Histogram implements Metric {
  readonly #name: string;
  readonly #help: string;
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;

  /** @param bounds the upper bounds of the buckets in seconds, growing, without the last one, which is infinite */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.#name = name;
    this.#help = help;
    this.#bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(seconds: number): void {
    const index = this.#bounds.findIndex((bound) => seconds <= bound);
    const bucket = index === -1 ? this.#bounds.length : index;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += seconds;
  }

  render(): string {
    const name = this.#name;
    let total = 0;
    const buckets = this.#counts.map((count, index) => {
      total += count;
      return `${name}_bucket{le="${this.#bounds[index] ?? '+Inf'}"} ${total}`;
    });
    return renderFamily({ name, help: this.#help, type: 'histogram' }, [
      ...buckets,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${total}`,
    ]);
  }
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
}

function renderFamily({ name, help, type }: Family, samples: readonly string[]): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples].join('\n');
}

function renderLabels(labels: Labels): string {
  const entries = Object.entries(labels);
  if (entries.length === 0) return '';
  return `{${entries.map(([name, value]) => `${name}="${escapeValue(value)}"`).join(',')}}`;
}

function escapeValue(value: string): string {
  return value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));
}
