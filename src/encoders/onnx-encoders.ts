import { LRUCache } from 'lru-cache';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { StepGate } from '../threads/step-gate.ts';
import {
  type ByteVector,
  type Encoders,
  EncodersGoneError,
  type Judgement,
  type ReadText,
  toBytes,
  WIDTH,
} from './encoders.ts';
import { toJudgement } from './judgement.ts';
import type { VectorFile } from './vector-file.ts';
import type { WordPieces, WordPieceTokenizer, WordTable } from './word-pieces.ts';

/** Pieces before, between and after texts. */
const [START, END] = [0, 2];

/** How many pieces of each part of a text are read. The models were trained on texts cut like this. */
const MAX_PIECES = { embedded: 128, question: 32, topic: 20, context: 40, fact: 72 } as const;

export interface OnnxEncodersOptions {
  readonly pieces: WordPieceTokenizer;
  readonly table: WordTable;
  /** The paths of the models' files. */
  readonly finder: string;
  readonly reader: string;
  /** The file that stores the vectors of facts. */
  readonly known: VectorFile;
  /** How many threads one step may take. */
  readonly threads: number;
  /** The gate of all native steps. */
  readonly gate: StepGate;
}

type Engine = typeof import('onnxruntime-node');

/** What the encoders run with. */
interface LoadedModels {
  readonly engine: Engine;
  readonly finder: InferenceSession;
  readonly reader: InferenceSession;
}

/** The encoders, run by onnxruntime in this thread. */
export class OnnxEncoders implements Encoders {
  readonly #pieces: WordPieceTokenizer;
  readonly #table: WordTable;
  readonly #models: LoadedModels;
  readonly #gate: StepGate;
  readonly #known: VectorFile;
  readonly #lock = new UrgentFirstLock();
  /** Questions are often asked again, in small letters or after a greeting. */
  readonly #asked = new LRUCache<string, Float32Array>({ max: 500 });
  readonly #judged = new LRUCache<string, Judgement>({ max: 5_000 });

  private constructor(
    { pieces, table, known, gate }: Omit<OnnxEncodersOptions, 'finder' | 'reader' | 'threads'>,
    models: LoadedModels,
  ) {
    this.#pieces = pieces;
    this.#table = table;
    this.#known = known;
    this.#gate = gate;
    this.#models = models;
  }

  /** @throws {EncodersGoneError} where the gate is closed */
  static async open({ finder, reader, threads, ...options }: OnnxEncodersOptions): Promise<OnnxEncoders> {
    const settings: InferenceSession.SessionOptions = {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      enableCpuMemArena: false,
      // A thread that spins while it waits would keep a core busy that other threads need.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    };
    const { gate } = options;
    // Loaded here, so that everything else still runs where there is no binary.
    const engine = await runStep(gate, () => import('onnxruntime-node'));
    const load = (model: string): Promise<InferenceSession> =>
      runStep(gate, () => engine.InferenceSession.create(model, settings));
    return new OnnxEncoders(options, { engine, finder: await load(finder), reader: await load(reader) });
  }

  async embedQuestion(question: string): Promise<Float32Array> {
    const known = this.#asked.get(question);
    if (known !== undefined) return known;
    const vector = await this.#lock.run(() => this.#embed(`query: ${question}`), { isUrgent: true });
    this.#asked.set(question, vector);
    return vector;
  }

  async embedFacts(texts: readonly ReadText[]): Promise<readonly ByteVector[]> {
    const vectors: ByteVector[] = [];
    const passages = texts.map((text) => `passage: ${joinReadText(text)}`);
    if (passages.some((passage) => this.#known.find(passage) === undefined)) await this.#known.catchUp();
    for (const passage of passages) vectors.push(await this.#embedFact(passage));
    await this.#known.flush();
    return vectors;
  }

  async read(question: string, texts: readonly ReadText[]): Promise<readonly Judgement[]> {
    const asked = this.#pieces.cut(question, MAX_PIECES.question).ids;
    const judgements: Judgement[] = [];
    for (const text of texts) {
      const key = JSON.stringify([question, text]);
      const known = this.#judged.get(key);
      const judgement = known ?? (await this.#lock.run(() => this.#judge(asked, text), { isUrgent: true }));
      this.#judged.set(key, judgement);
      judgements.push(judgement);
    }
    return judgements;
  }

  async #embedFact(text: string): Promise<ByteVector> {
    const known = this.#known.find(text);
    if (known !== undefined) return known;
    const vector = toBytes(await this.#lock.run(() => this.#embed(text), { isUrgent: false }));
    this.#known.add(text, vector);
    return vector;
  }

  async #embed(text: string): Promise<Float32Array> {
    const { ids } = this.#pieces.cut(text, MAX_PIECES.embedded);
    const feeds = this.#toFeeds([START, ...ids, END]);
    const { vector } = await runStep(this.#gate, () => this.#models.finder.run(feeds));
    return readNumbers(vector);
  }

  async #judge(asked: readonly number[], { topic, before, text }: ReadText): Promise<Judgement> {
    const about = this.#pieces.cut(topic, MAX_PIECES.topic).ids;
    const around = takeLast(this.#pieces.cut(before, 400).ids, MAX_PIECES.context - about.length);
    const fact = this.#pieces.cut(text, MAX_PIECES.fact);
    const head = [START, ...asked, END];
    const ids = [...head, ...about, END, ...around, END, ...fact.ids, END];
    const types = BigInt64Array.from(ids, (_, index) => (index < head.length ? 0n : 1n));
    const feeds = {
      ...this.#toFeeds(ids),
      types: new this.#models.engine.Tensor('int64', types, [1, ids.length]),
    };
    const { answers, ends } = await runStep(this.#gate, () => this.#models.reader.run(feeds));
    const at = ids.length - 1 - fact.ids.length;
    return toJudgement(text, fact, {
      answers: readNumbers(answers)[0] ?? 0,
      ends: readNumbers(ends).subarray(2 * at, 2 * (ids.length - 1)),
    });
  }

  #toFeeds(ids: readonly number[]): Record<'words' | 'mask', Tensor> {
    const { engine } = this.#models;
    const words = new Float32Array(ids.length * WIDTH);
    this.#table.write(ids, words, 0);
    return {
      words: new engine.Tensor('float32', words, [1, ids.length, WIDTH]),
      mask: new engine.Tensor('float32', new Float32Array(ids.length).fill(1), [1, ids.length]),
    };
  }
}

/** @throws {EncodersGoneError} where the gate is closed */
async function runStep<Result>(gate: StepGate, step: () => Promise<Result>): Promise<Result> {
  if (!gate.enter()) throw new EncodersGoneError();
  try {
    return await step();
  } finally {
    gate.leave();
  }
}

function joinReadText({ topic, before, text }: ReadText): string {
  return [`${topic}.`, before, text].filter((part) => part !== '').join(' ');
}

function takeLast(ids: WordPieces['ids'], count: number): WordPieces['ids'] {
  return count <= 0 ? [] : ids.slice(-count);
}

function readNumbers(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array))
    throw new TypeError('a model gives something else than numbers');
  return tensor.data;
}

/** A lock that runs one piece of work at a time. Urgent work goes before background work. */
export class UrgentFirstLock {
  readonly #urgent: (() => void)[] = [];
  readonly #background: (() => void)[] = [];
  #isTaken = false;

  /** Runs `work` when the lock is free. Background work should be short, because running work is not interrupted. */
  async run<Result>(
    work: () => Promise<Result>,
    { isUrgent }: { readonly isUrgent: boolean },
  ): Promise<Result> {
    if (this.#isTaken)
      await new Promise<void>((resolve) => (isUrgent ? this.#urgent : this.#background).push(resolve));
    this.#isTaken = true;
    try {
      return await work();
    } finally {
      const next = this.#urgent.shift() ?? this.#background.shift();
      // The lock passes to the next work without being free in between.
      if (next === undefined) this.#isTaken = false;
      else next();
    }
  }
}
