import { KeyedLock } from '../../kit/serial-work.ts';
import type { ArticleText } from '../../knowledge/folder/collect-knowledge.ts';
import type { ArticleFile } from '../../knowledge/folder/read-knowledge.ts';
import type { Measures } from '../../monitoring/measures.ts';
import { isUnchanged, type RefreshReport } from '../../serving/base/base-report.ts';
import type { KnowledgeService, Preparation, PreparedBase } from '../../serving/knowledge-service.ts';
import type { KeptVersion } from '../../serving/lanes/open-articles.ts';
import type { Store } from '../../store/open-store.ts';
import type { NewSnapshot, Snapshot } from '../../store/records/snapshots.ts';
import { nullOnStoreError, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/** The person or event that starts a refresh. */
export type RefreshCause =
  | {
      readonly kind: 'command' | 'preview' | 'undo';
      readonly byId: string;
      /** The server of the command; the articles serve in all servers. */
      readonly guildId: string | null;
    }
  /** Files of the folder changed. */
  | { readonly kind: 'files' };

/** A finished refresh. */
export interface RefreshResult {
  readonly cause: RefreshCause;
  readonly report: RefreshReport;
}

export interface RefreshesOptions {
  readonly knowledge: KnowledgeService;
  readonly store: Pick<Store, 'snapshots'>;
  /** Creates a short and unguessable id for a preview. */
  readonly newId: () => string;
  /** Receives the error when a snapshot cannot be stored. The refresh counts all the same. */
  readonly onStoreError: (error: Error) => void;
  /**
   * Receives each finished refresh once, however many callers share it. Receives one of changed files only if
   * the articles or their problems differ.
   */
  readonly onDone: (done: RefreshResult) => void;
  /** Counts refreshes and their time; unless given, nothing is counted. */
  readonly measures?: Pick<Measures, 'measureRefresh'>;
}

/** A base takes memory, and nobody needs a preview for longer: after some minutes they preview again. */
const PREVIEW_MS = 15 * 60_000;

/** A preview that can be applied. */
interface HeldPreview {
  readonly prepared: PreparedBase;
  /** The ids of the moderators' previews that show it. */
  readonly ids: Set<string>;
}

/**
 * Changes what the folder's articles answer in all servers: refreshes, applies previews, undoes. Works on one
 * request at a time, in the order of the calls, and stores a snapshot of each change.
 */
export class Refreshes {
  readonly #options: RefreshesOptions;
  readonly #lock = new KeyedLock();
  #running: Promise<RefreshReport> | null = null;
  /** One preview is enough: where a second would differ, the first is no longer valid. */
  #preview: HeldPreview | null = null;
  #previewEnd: NodeJS.Timeout | null = null;
  /** The number of the snapshot that holds what serves, or null if it could not be stored. */
  #servedSnapshot: number | null = null;

  constructor(options: RefreshesOptions) {
    this.#options = options;
  }

  /**
   * Stores a snapshot of what serves at the start, unless it is the last one, so that the first refresh can
   * be undone too.
   */
  async start(): Promise<void> {
    await this.#saveSnapshot(AT_START);
  }

  /**
   * Serves what all processes serve: the latest snapshot in the store. Where what serves here is in no snapshot, such as new articles at a
   * start or what was read while the store was away, it becomes the latest snapshot instead.
   *
   * @throws {StoreError} where the store is out of order
   * @throws {UserFacingError} `no-readable-article` where a later Footnote has saved what this one cannot read
   */
  synchronise(): Promise<void> {
    return this.#lock.run('refresh', async () => {
      const { store } = this.#options;
      // Fails at once while the store is away, before all texts are read and compared.
      const [latest] = await store.snapshots.list();
      if (this.#servedSnapshot === null) {
        const texts = await this.#readServedTexts();
        const number = texts && (await store.snapshots.find(texts));
        if (texts !== null && number === null) return this.#saveSnapshot(AT_START);
        this.#servedSnapshot = number;
      }
      if (latest !== undefined && latest.number !== this.#servedSnapshot) await this.#serveSnapshot(latest);
    });
  }

  /**
   * Returns whether a snapshot in the store holds what the folder holds: then it has been read, and perhaps undone.
   *
   * @throws {StoreError} where the store is out of order
   */
  isFolderKnown(): Promise<boolean> {
    return this.#lock.run('refresh', async () => {
      const { store, knowledge } = this.#options;
      const prepared = await knowledge.prepare();
      if (prepared.kind !== 'prepared') return false;
      try {
        return (await store.snapshots.find(await collectTexts(prepared.base.readTexts()))) !== null;
      } finally {
        await prepared.base.close();
      }
    });
  }

  /**
   * Reads the folder. A caller who comes while a refresh is under way or waiting gets its report. Changed
   * files always start a new refresh: they may have changed after they were read.
   *
   * @throws {UserFacingError} `no-readable-article`, in which case the old base keeps serving
   */
  refresh(cause: RefreshCause): Promise<RefreshReport> {
    const run = (): Promise<RefreshReport> =>
      this.#lock.run('refresh', async () => {
        const { knowledge, measures } = this.#options;
        const { problems } = knowledge.current;
        const swap = async (): Promise<PreparedBase> => {
          const prepared = requireReadable(await knowledge.prepare());
          knowledge.swapIn(prepared);
          return prepared;
        };
        const { report } = await (measures === undefined ? swap() : measures.measureRefresh(swap));
        const isNews = !isUnchanged(report) || JSON.stringify(problems) !== JSON.stringify(report.problems);
        return this.#finish(cause, report, { isQuiet: cause.kind === 'files' && !isNews });
      });
    if (cause.kind === 'files') return run();
    this.#running ??= run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /**
   * Prepares what a refresh would serve, with an id to apply it by. It is held for 15 minutes after the last call,
   * but no longer than until something else serves or every moderator has discarded it.
   *
   * @throws {UserFacingError} `no-readable-article`
   */
  preview(): Promise<{ readonly id: string; readonly prepared: PreparedBase }> {
    return this.#lock.run('refresh', async () => {
      const preview = (await this.#findPreview()) ?? (await this.#createPreview());
      const id = this.#options.newId();
      preview.ids.add(id);
      this.#restartPreviewTimer();
      return { id, prepared: preview.prepared };
    });
  }

  /**
   * Serves exactly what was previewed.
   *
   * @throws {UserFacingError} `preview-gone`, and nothing is done, where the folder or what serves has changed since, after 15 minutes, or after a restart
   */
  apply(id: string, cause: RefreshCause): Promise<RefreshReport> {
    return this.#lock.run('refresh', async () => {
      const preview = await this.#findPreview();
      if (!preview?.ids.has(id)) throw createRefusal({ kind: 'preview-gone' });
      this.#preview = null;
      this.#options.knowledge.swapIn(preview.prepared);
      return this.#finish(cause, preview.prepared.report);
    });
  }

  /** Discards a preview; does nothing where it is gone already. */
  discard(id: string): void {
    this.#preview?.ids.delete(id);
    if (this.#preview?.ids.size === 0) this.#dropPreview();
  }

  /**
   * Serves the articles of a snapshot, until the folder is read again.
   *
   * @throws {UserFacingError} `snapshot-gone`, `not-kept`, `no-readable-article`, in which cases nothing is changed
   */
  undo(number: number, cause: RefreshCause): Promise<RefreshReport> {
    return this.#lock.run('refresh', async () => {
      const { knowledge } = this.#options;
      const version = await refuseOnStoreError(() => this.#findVersion(number));
      if (version === null) throw createRefusal({ kind: 'snapshot-gone' });
      const readFiles = (): Promise<readonly ArticleFile[]> => refuseOnStoreError(version.readFiles);
      const prepared = requireReadable(await knowledge.prepareFrom({ ...version, readFiles }));
      knowledge.swapIn(prepared);
      return this.#finish(cause, prepared.report);
    });
  }

  async #finish(
    cause: RefreshCause,
    report: RefreshReport,
    { isQuiet = false }: { readonly isQuiet?: boolean } = {},
  ): Promise<RefreshReport> {
    this.#dropPreview();
    if (!isUnchanged(report)) await this.#saveSnapshot(describeRefresh(cause, report));
    if (!isQuiet) this.#options.onDone({ cause, report });
    return report;
  }

  /** Stores a snapshot. A store that is out of order costs the snapshot, not the refresh. */
  async #saveSnapshot(told: Omit<NewSnapshot, 'factCount' | 'texts'>): Promise<void> {
    const { store, knowledge, onStoreError } = this.#options;
    const { factCount } = knowledge.current;
    const texts = await this.#readServedTexts();
    this.#servedSnapshot = null;
    if (texts === null) return;
    const snapshot = { ...told, factCount, texts };
    this.#servedSnapshot = await nullOnStoreError(onStoreError, async () => {
      const saved = await store.snapshots.save(snapshot);
      if (saved === null) return (await store.snapshots.list())[0]?.number ?? null;
      return saved.number;
    });
  }

  /** Serves a snapshot that another process has saved. */
  async #serveSnapshot(snapshot: Snapshot): Promise<void> {
    const { knowledge, onDone } = this.#options;
    const version = await this.#findVersion(snapshot.number);
    if (version === null) return;
    const prepared = requireReadable(await knowledge.prepareFrom(version));
    const { report } = prepared;
    this.#servedSnapshot = snapshot.number;
    if (isUnchanged(report)) return prepared.base.close();
    knowledge.swapIn(prepared);
    this.#dropPreview();
    onDone({ cause: readCause(snapshot), report });
  }

  /** Finds the articles of a snapshot; null where the store no longer has it. Its texts are read only where no index of them is stored. */
  async #findVersion(snapshotNumber: number): Promise<KeptVersion | null> {
    const { snapshots } = this.#options.store;
    const files = await snapshots.listFiles(snapshotNumber);
    if (files === null) return null;
    const readFiles = async (): Promise<readonly ArticleFile[]> => {
      const texts = await snapshots.readTexts(snapshotNumber);
      if (texts === null) throw createRefusal({ kind: 'snapshot-gone' });
      return texts.map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
    };
    return { files, readFiles };
  }

  /**
   * Returns the served texts, or null if the thread that holds them ended meanwhile. The refresh still counts
   * then.
   */
  async #readServedTexts(): Promise<readonly ArticleText[] | null> {
    const { knowledge, onStoreError } = this.#options;
    try {
      return await collectTexts(knowledge.readTexts());
    } catch (error) {
      onStoreError(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  }

  /**
   * Returns the held preview while it equals a new reading of the folder; else discards it and returns null.
   */
  async #findPreview(): Promise<HeldPreview | null> {
    const { knowledge } = this.#options;
    const held = this.#preview;
    if (held === null) return null;
    const { base, before } = held.prepared;
    const isSame = base.info.folderState === (await knowledge.readFolderState()) && knowledge.serves(before);
    if (isSame) return held;
    this.#dropPreview();
    return null;
  }

  async #createPreview(): Promise<HeldPreview> {
    this.#dropPreview();
    const prepared = requireReadable(await this.#options.knowledge.prepare());
    this.#preview = { prepared, ids: new Set() };
    return this.#preview;
  }

  /** Holds the preview for its full time from now on, so that the moderator who asked last has as much time as the first. */
  #restartPreviewTimer(): void {
    if (this.#previewEnd !== null) clearTimeout(this.#previewEnd);
    this.#previewEnd = setTimeout(() => this.#dropPreview(), PREVIEW_MS).unref();
  }

  /** Closes the preview; its threads end once their work is done. */
  #dropPreview(): void {
    if (this.#previewEnd !== null) clearTimeout(this.#previewEnd);
    void this.#preview?.prepared.base.close();
    this.#preview = null;
  }
}

/** What a snapshot of a start tells. */
const AT_START = { cause: 'start', byId: null, guildId: null, added: 0, removed: 0, changed: 0 } as const;

async function collectTexts(
  portions: AsyncIterable<readonly ArticleText[]>,
): Promise<readonly ArticleText[]> {
  const texts: ArticleText[] = [];
  for await (const some of portions) texts.push(...some);
  return texts;
}

/** Returns why another process saved a snapshot. What it read at its start differs from what served only where files have changed. */
function readCause({ cause, byId, guildId }: Snapshot): RefreshCause {
  if (cause === 'start' || cause === 'files' || byId === null) return { kind: 'files' };
  return { kind: cause, byId, guildId };
}

function describeRefresh(cause: RefreshCause, { changes: { facts } }: RefreshReport) {
  const { byId, guildId } = cause.kind === 'files' ? { byId: null, guildId: null } : cause;
  return { cause: cause.kind, byId, guildId, ...facts };
}

/** @throws {UserFacingError} `no-readable-article` */
function requireReadable(preparation: Preparation): PreparedBase {
  if (preparation.kind === 'prepared') return preparation;
  throw createRefusal({ kind: 'no-readable-article', problems: preparation.problems });
}
