import { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import {
  BEAT_MS,
  MAX_MISSED_BEATS,
  type ProcessIdentity,
  type RunningProcess,
} from '../../store/records/processes.ts';

export interface OtherProcessesOptions {
  readonly store: Pick<Store, 'processes'>;
  readonly self: ProcessIdentity;
  readonly now: () => Date;
  /** Returns whether a process with this number runs on this host. */
  readonly isRunning: (pid: number) => boolean;
}

interface BeatHistory {
  readonly beatAt: number;
  /** For how many looks the beat has stayed the same; null until it has changed once. */
  readonly unchangedFor: number | null;
}

/** Finds other processes that use the same store: all of them would answer each mention. */
export class OtherProcesses {
  readonly #options: OtherProcessesOptions;
  #seen: ReadonlyMap<string, BeatHistory> = new Map();

  constructor(options: OtherProcessesOptions) {
    this.#options = options;
  }

  /**
   * Reports that this process is at work, and returns the other processes that certainly are. On this host
   * the process number decides at once. On another host its beats decide, from the second look on: clocks
   * differ, and a crashed process leaves its last beat behind. Returns none where the store is out of order.
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

  /** Reports that this process ends. Does not fail where the store is out of order. */
  async leave(): Promise<void> {
    try {
      await this.#options.store.processes.leave(this.#options.self.id);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  #note({ id, beatAt }: RunningProcess): BeatHistory {
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
