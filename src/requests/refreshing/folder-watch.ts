import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Refreshes } from './refreshes.ts';

export interface FolderWatchOptions {
  readonly knowledge: Pick<KnowledgeService, 'current' | 'readFolderState'>;
  readonly refreshes: Refreshes;
  readonly nowMs: () => number;
  /** Told what a look or the refresh after it failed with; the next look comes all the same. */
  readonly onFailed: (error: unknown) => void;
}

/** Files that are still being written change between two looks. */
const LOOK_EVERY_MS = 2000;
/** A look at many files comes more rarely, so that all looks take at most this share of the time. */
const MAX_SHARE = 1 / 50;

/**
 * Reads the folder again once files in it have changed and stayed as they are from one look to the next.
 *
 * It looks, instead of being told by the system: network shares, container mounts and folders that are exchanged tell nothing or the wrong
 * thing, and so what is looked at is exactly what would be read, links included.
 */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  /** How the folder was at the last look. */
  #seen: string | null = null;
  /** What was tried to be read last, well or not. */
  #tried: string | null = null;
  /** How long the last look took. */
  #lookMs = 0;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
  }

  /** Looks now and then, until it is stopped. */
  start(): void {
    if (!this.#isStopped) this.#lookIn(LOOK_EVERY_MS);
  }

  /** Resolves once no look is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#looking;
  }

  /** Refreshes where the folder is not as it was read, and is as it was at the last look. What cannot be read is tried again once it changes. */
  async look(): Promise<void> {
    const { knowledge, refreshes, nowMs } = this.#options;
    const startedAt = nowMs();
    const state = await knowledge.readFolderState();
    this.#lookMs = nowMs() - startedAt;
    const isQuiet = state === this.#seen;
    this.#seen = state;
    if (!isQuiet || state === knowledge.current.folderState || state === this.#tried) return;
    this.#tried = state;
    await refreshes.refresh({ kind: 'files' });
  }

  #lookIn(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#lookAndGoOn();
    }, ms);
  }

  async #lookAndGoOn(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.#options.onFailed(error);
    }
    if (!this.#isStopped) this.#lookIn(Math.max(LOOK_EVERY_MS, this.#lookMs / MAX_SHARE));
  }
}
