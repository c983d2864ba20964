import { Counter, createGauge, Gauge, Histogram, type Metric, type Sample } from './metrics.ts';

/** How a question came to the bot. */
export type Door = 'command' | 'message-menu' | 'button' | 'mention' | 'direct-message' | 'forum-post';

/** What failed although nobody did anything wrong. */
export type FailedKind = 'interaction' | 'message' | 'post';

const DOORS: readonly Door[] = [
  'command',
  'message-menu',
  'button',
  'mention',
  'direct-message',
  'forum-post',
];
const OUTCOMES = ['answered', 'unsure', 'unknown'];
const FAILED: readonly FailedKind[] = ['interaction', 'message', 'post'];

/** Discord gives an interaction up after 3 s. */
const ANSWER_BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
const REFRESH_BOUNDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

/** Counts what the bot does, without a word or an id of anybody. */
export class Measures {
  readonly #nowMs: () => number;
  readonly #questions = new Counter(
    'footnote_questions_total',
    'Questions that the bot answered, by outcome and by how they came.',
    DOORS.flatMap((door) => OUTCOMES.map((outcome) => ({ outcome, door }))),
  );
  readonly #answerSeconds = new Histogram(
    'footnote_answer_seconds',
    'Time from a question to its answer, without the way to Discord and back.',
    ANSWER_BOUNDS,
  );
  readonly #failures = new Counter(
    'footnote_failures_total',
    'Interactions, messages and forum posts that failed, each with an id in the log.',
    FAILED.map((kind) => ({ kind })),
  );
  readonly #repliesNotTaken = new Counter(
    'footnote_replies_not_taken_total',
    'Replies that Discord no longer took, because they came too late or twice.',
    [{}],
  );
  readonly #refreshes = new Counter(
    'footnote_refreshes_total',
    'Readings of the folder of articles after the first, by result.',
    ['done', 'failed'].map((result) => ({ result })),
  );
  readonly #refreshSeconds = new Histogram(
    'footnote_refresh_seconds',
    'Time of a refresh, from the reading to the new articles answering.',
    REFRESH_BOUNDS,
  );
  readonly #storeErrors = new Counter(
    'footnote_store_errors_total',
    'Operations that the database could not carry out, among them refused changes.',
    [{}],
  );
  readonly #reconnects = new Counter(
    'footnote_shard_reconnects_total',
    'Connections to Discord that were lost and tried again, by shard.',
  );

  /** @param nowMs milliseconds of a monotonic clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Starts the time of an answer. Call the returned function with the outcome; a question that is refused counts for nothing. */
  startAnswer(door: Door): (outcome: string) => void {
    const startedMs = this.#nowMs();
    return (outcome) => {
      this.#questions.add({ outcome, door });
      this.#answerSeconds.observe((this.#nowMs() - startedMs) / 1000);
    };
  }

  /** Returns what `refresh` gives. Counts it, and its time. */
  async measureRefresh<Result>(refresh: () => Promise<Result>): Promise<Result> {
    const startedMs = this.#nowMs();
    let result = 'failed';
    try {
      const done = await refresh();
      result = 'done';
      return done;
    } finally {
      this.#refreshes.add({ result });
      this.#refreshSeconds.observe((this.#nowMs() - startedMs) / 1000);
    }
  }

  countFailure(kind: FailedKind): void {
    this.#failures.add({ kind });
  }

  countReplyNotTaken(): void {
    this.#repliesNotTaken.add();
  }

  /** Counts an operation that failed because of the store. */
  countStoreError(): void {
    this.#storeErrors.add();
  }

  countReconnect(shard: number): void {
    this.#reconnects.add({ shard: String(shard) });
  }

  /** Lists what was counted, for a scrape. */
  get metrics(): readonly Metric[] {
    return [
      this.#questions,
      this.#answerSeconds,
      this.#failures,
      this.#repliesNotTaken,
      this.#refreshes,
      this.#refreshSeconds,
      this.#storeErrors,
      this.#reconnects,
    ];
  }
}

/** The state of a connection to Discord. */
const SHARD_STATES = ['ready', 'connecting', 'reconnecting', 'disconnected'] as const;

/** One connection to Discord, as it is now. */
export interface ShardReading {
  readonly shard: number;
  /** How many connections all processes have together. */
  readonly shardCount: number;
  readonly state: (typeof SHARD_STATES)[number];
  /** How many servers it has events of. */
  readonly serverCount: number;
  /** The time of the last answered heartbeat, from this machine to Discord and back; null before the first. */
  readonly pingMs: number | null;
}

/** What serves now. */
interface ServingReading {
  readonly articleCount: number;
  readonly factCount: number;
  readonly problemCount: number;
}

interface StateReaders {
  readonly readShards: () => readonly ShardReading[];
  readonly readServing: () => ServingReading;
  readonly readStoreProblem: () => string | null;
}

/** The metrics that are read at the scrape. */
export function createStateMetrics({
  readShards,
  readServing,
  readStoreProblem,
}: StateReaders): readonly Metric[] {
  return [
    createGauge('footnote_articles', 'Articles of the folder that answer.', () => readServing().articleCount),
    createGauge('footnote_facts', 'Facts of the folder that answer.', () => readServing().factCount),
    createGauge(
      'footnote_article_problems',
      'Problems of files in the folder.',
      () => readServing().problemCount,
    ),
    createGauge('footnote_store_reachable', 'Whether the database can be written.', () =>
      Number(readStoreProblem() === null),
    ),
    ...createShardMetrics(readShards),
  ];
}

function createShardMetrics(readShards: () => readonly ShardReading[]): readonly Metric[] {
  const showEach = (name: string, help: string, read: (reading: ShardReading) => readonly Sample[]): Gauge =>
    new Gauge({ name, help }, () =>
      readShards().flatMap((reading) =>
        read(reading).map(({ labels, value }) => ({
          labels: { shard: String(reading.shard), ...labels },
          value,
        })),
      ),
    );
  return [
    new Gauge({ name: 'footnote_shards', help: 'How many connections to Discord all processes have.' }, () =>
      readShards()
        .slice(0, 1)
        .map(({ shardCount }) => ({ value: shardCount })),
    ),
    showEach(
      'footnote_shard_state',
      'The state of each connection to Discord: 1 for the one that it is in.',
      (reading) =>
        SHARD_STATES.map((state) => ({ labels: { state }, value: Number(reading.state === state) })),
    ),
    showEach('footnote_servers', 'Servers, by the connection that serves them.', ({ serverCount }) => [
      { value: serverCount },
    ]),
    showEach(
      'footnote_shard_ping_seconds',
      'Time of the last heartbeat to Discord and back.',
      ({ pingMs }) => (pingMs === null ? [] : [{ value: pingMs / 1000 }]),
    ),
  ];
}
