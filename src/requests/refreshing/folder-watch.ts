import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Refreshes } from './refreshes.ts';

export interface FolderWatchOptions {
  readonly knowledge: Pick<KnowledgeService, 'current' | 'readFolderState'>;
  readonly refreshes: Pick<Refreshes, 'refresh'>;
  readonly nowMs: () => number;
  /** Receives the error when a check of the folder, or the refresh after it, failed. The next check comes all the same. */
  readonly onFailed: (error: unknown) => void;
  /** Called when the folder is again as what serves was read from, after an attempt to read another state of it. */
  readonly onRestored?: () => void;
}

/** Files that are still being written change between two looks. */
const LOOK_EVERY_MS = 2000;
/** Looks at many files come more rarely, so that all looks take at most this share of the time. */
const MAX_SHARE = 1 / 50;

/**
 * Reads the folder again once files in it changed and then stayed the same from one look to the next.
 *
 * The watch polls instead of asking the system to notify it: network shares, container mounts and replaced
 * folders notify nothing or the wrong thing. So it looks at exactly what a refresh would read, links
 * included.
 */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  /** The state of the folder at the last look. */
  #seen: string | null = null;
  /** The state of the folder at the last attempt to read it, successful or not. */
  #tried: string | null = null;
  /** How many milliseconds the last look took. */
  #lookMs = 0;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
  }

  /**
   * Starts looking, until `stop`.
   *
   * @param readState the state of the folder that needs no reading, because it has been read before; null where that is unknown
   */
  start(readState: string | null = null): void {
    this.#tried = readState;
    if (!this.#isStopped) this.#scheduleLook(LOOK_EVERY_MS);
  }

  /** Stops looking. Resolves once no look is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#looking;
  }

  /**
   * Refreshes where the folder differs from what was read and has not changed since the last look. An
   * unreadable state is not tried again until it changes.
   */
  async look(): Promise<void> {
    const { knowledge, refreshes, nowMs } = this.#options;
    const startedAt = nowMs();
    const state = await knowledge.readFolderState();
    this.#lookMs = nowMs() - startedAt;
    const isQuiet = state === this.#seen;
    this.#seen = state;
    if (!isQuiet || state === this.#tried) return;
    if (state === knowledge.current.folderState) {
      this.#noteRestored();
      return;
    }
    this.#tried = state;
    await refreshes.refresh({ kind: 'files' });
  }

  #noteRestored(): void {
    if (this.#tried === null) return;
    this.#tried = null;
    this.#options.onRestored?.();
  }

  #scheduleLook(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#lookAgain();
    }, ms);
  }

  async #lookAgain(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.#options.onFailed(error);
    }
    if (!this.#isStopped) this.#scheduleLook(Math.max(LOOK_EVERY_MS, this.#lookMs / MAX_SHARE));
  }
}
