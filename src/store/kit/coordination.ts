/** The lock that all processes share that use a store as bots, so that they can be counted. A copy holds it alone, so that none starts. */
export const PROCESSES_LOCK = 'processes';

/** What the processes that share a store agree on. */
export interface Coordination {
  /** Whether other processes may use the store at the same time: a PostgreSQL database yes, an embedded file no. */
  readonly isShared: boolean;
  /**
   * Takes a lock that no other holder has, in this process or another, or returns null. It is held until it is released, or until the
   * connection that holds it is lost.
   *
   * @throws {StoreError} `cannot-write` where the database does not answer
   */
  tryLock(name: string): Promise<HeldLock | null>;
  /**
   * Returns those of these locks that nobody holds at the moment.
   *
   * @throws {StoreError} `cannot-write` where the database does not answer
   */
  listFree(names: readonly string[]): Promise<readonly string[]>;
  /**
   * Counts this process among those that share the work, from now on until `leave`, also after a lost connection.
   *
   * @throws {StoreError} `cannot-write` where the database does not answer, `in-use` where it is being copied; the process counts as soon as
   *   it may
   */
  join(): Promise<void>;
  /** Counts this process no longer. Never fails. */
  leave(): Promise<void>;
  /**
   * Returns how many processes share the work at the moment.
   *
   * @throws {StoreError} `cannot-write` where the database does not answer
   */
  countProcesses(): Promise<number>;
  /**
   * Tells the other processes that something changed that is in no row. What changes rows is announced by the transaction that changes them.
   *
   * @throws {StoreError} `cannot-write` where the database does not answer
   */
  announce(change: Change): Promise<void>;
  /**
   * Calls the listener for every change that another process announced. Calls it with null where announcements may have been missed: once it
   * is connected, and each time that it is connected again.
   *
   * @returns the function that ends it
   */
  subscribe(listener: (change: Change | null) => void): () => void;
}

export interface HeldLock {
  readonly name: string;
  /** Resolves when the lock was lost without being released: another process may hold it from then on. */
  readonly lost: Promise<void>;
  /** Releases the lock. Never fails: a lock whose connection is gone is free already. */
  release(): Promise<void>;
}

/**
 * What changed: the snapshot of the shared articles that answers, the decisions of a server's moderators, a member who was forgotten, or who
 * keeps which shard.
 */
export type Change =
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'server'; readonly guildId: string }
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'shards' };

/** Creates the coordination for a store that one process uses: locks hold within the process, and there is nobody to tell anything. */
export function createProcessCoordination(): Coordination {
  const taken = new Set<string>();
  return {
    isShared: false,
    async tryLock(name): Promise<HeldLock | null> {
      if (taken.has(name)) return null;
      taken.add(name);
      let isHeld = true;
      return {
        name,
        lost: new Promise(() => {}),
        async release() {
          if (isHeld) taken.delete(name);
          isHeld = false;
        },
      };
    },
    listFree: async (names) => names.filter((name) => !taken.has(name)),
    async join() {},
    async leave() {},
    countProcesses: async () => 1,
    async announce() {},
    subscribe: () => () => {},
  };
}
