import type { Coordination, HeldLock } from '../../store/kit/coordination.ts';
import { StoreError } from '../../store/kit/store-error.ts';

export interface FolderLeaderOptions {
  readonly coordination: Pick<Coordination, 'tryLock'>;
  /** Called whenever this process begins to lead. */
  readonly onLead: () => void;
  /** Called every two seconds while another process leads: an announcement may have been lost. Never rejects. */
  readonly onLook: () => Promise<void>;
  /** Called whenever it leads no longer; resolves when nothing of the leading is under way. */
  readonly onFollow: () => Promise<void>;
}

const LOCK = 'folder';
const LOOK_MS = 2_000;

/**
 * Makes one process look after the folder of articles: the process that holds the lock. The others follow what it reads. While the database
 * does not answer, each process goes on as before.
 */
export class FolderLeader {
  readonly #options: FolderLeaderOptions;
  #lock: HeldLock | null = null;
  #isLeading = false;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: FolderLeaderOptions) {
    this.#options = options;
  }

  /** Whether this process looks after the folder. */
  get isLeading(): boolean {
    return this.#isLeading;
  }

  /** Tries to lead, from now on until `stop`. Resolves after the first try. */
  async start(): Promise<void> {
    await this.#look();
    this.#lookLater();
  }

  /** Lets another process lead. Resolves when nothing of the leading is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#looking;
    await this.#follow();
    await this.#lock?.release();
  }

  #lookLater(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#lookAgain();
    }, LOOK_MS).unref();
  }

  async #lookAgain(): Promise<void> {
    await this.#look();
    if (!this.#isLeading) await this.#options.onLook();
    this.#lookLater();
  }

  async #look(): Promise<void> {
    if (this.#lock !== null) return;
    try {
      const lock = await this.#options.coordination.tryLock(LOCK);
      if (lock === null) return await this.#follow();
      this.#lock = lock;
      void this.#noteLost(lock);
      this.#lead();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  async #noteLost({ lost }: HeldLock): Promise<void> {
    await lost;
    this.#lock = null;
  }

  #lead(): void {
    if (this.#isLeading) return;
    this.#isLeading = true;
    this.#options.onLead();
  }

  async #follow(): Promise<void> {
    if (!this.#isLeading) return;
    this.#isLeading = false;
    await this.#options.onFollow();
  }
}
