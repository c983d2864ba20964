import { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { ProcessIdentity, RunningProcess } from '../../store/records/processes.ts';

/** How often a process says that it is at work. */
export const BEAT_MS = 30_000;
/** A process that missed three beats has ended. */
const MAX_MISSED_BEATS = 3;

export interface OtherProcessesOptions {
  readonly store: Pick<Store, 'processes'>;
  readonly self: ProcessIdentity;
  readonly now: () => Date;
  /** Whether a process of this number runs on this host. */
  readonly isRunning: (pid: number) => boolean;
}

interface Seen {
  readonly beatAt: number;
  /** How many looks ago the beat changed; null while it has not. */
  readonly unchangedFor: number | null;
}

/** Finds other processes that work with the same store: each mention would be answered by all of them. */
export class OtherProcesses {
  readonly #options: OtherProcessesOptions;
  #seen: ReadonlyMap<string, Seen> = new Map();

  constructor(options: OtherProcessesOptions) {
    this.#options = options;
  }

  /**
   * Says that this process is at work, and gives the others that surely are. On this host the number of a process tells that at once. On
   * another host its beats do, from the second look on: clocks differ, and a process that crashed leaves its last beat behind. None
   * where the store is out of order.
   */
  async look(): Promise<readonly RunningProcess[]> {
    const { store, self } = this.#options;
    try {
      const others = await store.processes.beat(self);
      this.#seen = new Map(others.map((other) => [other.id, this.#note(other)]));
      return others.filter((other) => this.#isAtWork(other));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return [];
    }
  }

  /** Says that this process ends. Never fails for want of a store. */
  async leave(): Promise<void> {
    try {
      await this.#options.store.processes.leave(this.#options.self.id);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  #note({ id, beatAt }: RunningProcess): Seen {
    const before = this.#seen.get(id);
    if (before === undefined) return { beatAt, unchangedFor: null };
    if (before.beatAt !== beatAt) return { beatAt, unchangedFor: 0 };
    return { beatAt, unchangedFor: before.unchangedFor === null ? null : before.unchangedFor + 1 };
  }

  #isAtWork({ id, host, pid, beatAt }: RunningProcess): boolean {
    const { self, now, isRunning } = this.#options;
    if (host === self.host && pid !== self.pid) {
      const ageMs = now().getTime() - beatAt;
      return ageMs < MAX_MISSED_BEATS * BEAT_MS && isRunning(pid);
    }
    const unchangedFor = this.#seen.get(id)?.unchangedFor ?? null;
    return unchangedFor !== null && unchangedFor < MAX_MISSED_BEATS;
  }
}
