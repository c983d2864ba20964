import { LRUCache } from 'lru-cache';
import { StoreError } from '../store/kit/store-error.ts';
import type { Store } from '../store/open-store.ts';
import { getDeadlineMs } from './lanes/deadlines.ts';
import type { Resident } from './lanes/residents.ts';

const MAX_AGE_MS = 30_000;
const MAX_SERVERS = 300;
/** Of all servers together: about 10 MB. */
const MAX_QUESTIONS = 20_000;
/** The store looks at no more. */
const MAX_IN_SERVER = 2_000;

export interface PhrasingsOptions {
  readonly store: Pick<Store, 'asked'>;
  /** Milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
}

/** What was answered in a server, as the store gave it. */
interface Read {
  /** Another one wherever the questions are others. */
  readonly version: number;
  readonly asked: readonly string[];
  readonly readAtMs: number;
}

/** The questions that were answered in each server, as its members put them; in memory for a short time, as they are asked for often. */
export class Phrasings {
  readonly #options: PhrasingsOptions;
  readonly #read = new LRUCache<string, Read>({
    max: MAX_SERVERS,
    maxSize: MAX_QUESTIONS,
    sizeCalculation: ({ asked }) => asked.length + 1,
  });
  readonly #underWay = new Map<string, Promise<Read>>();
  #versions = 0;

  constructor(options: PhrasingsOptions) {
    this.#options = options;
  }

  /**
   * What was answered in a server and may be offered to all its members, commonest first, for a thread to hold. Nothing where the store is
   * out of order.
   */
  async createResident(serverId: string): Promise<Resident> {
    const { version, asked } = await this.#current(serverId);
    const deadlineMs = getDeadlineMs('loadPhrasings');
    return {
      key: `phrasings ${serverId}`,
      isOwn: false,
      version,
      load: async (thread) => (await thread.run('loadPhrasings', { serverId, asked }, { deadlineMs })).weight,
      drop: (thread) => thread.run('drop', { overlays: [], phrasings: [serverId] }, { deadlineMs }),
    };
  }

  /** What was answered in a server is read anew when it is asked for next. */
  forget(serverId: string | null): void {
    if (serverId === null) return;
    this.#read.delete(serverId);
    this.#underWay.delete(serverId);
  }

  /** The same for all servers. */
  forgetAll(): void {
    this.#read.clear();
    this.#underWay.clear();
  }

  async #current(serverId: string): Promise<Read> {
    const before = this.#read.get(serverId);
    const nowMs = this.#options.nowMs();
    if (before !== undefined && nowMs - before.readAtMs < MAX_AGE_MS) return before;
    const underWay = this.#underWay.get(serverId) ?? this.#readAnew(serverId, before, nowMs);
    this.#underWay.set(serverId, underWay);
    // What was forgotten meanwhile is not remembered again.
    const isWanted = (): boolean => this.#underWay.get(serverId) === underWay;
    try {
      const read = await underWay;
      if (isWanted()) this.#read.set(serverId, read);
      return read;
    } finally {
      if (isWanted()) this.#underWay.delete(serverId);
    }
  }

  async #readAnew(serverId: string, before: Read | undefined, nowMs: number): Promise<Read> {
    const asked = await this.#answered(serverId, before);
    const isSame = before !== undefined && sameTexts(asked, before.asked);
    return { version: isSame ? before.version : ++this.#versions, asked, readAtMs: nowMs };
  }

  async #answered(serverId: string, before: Read | undefined): Promise<readonly string[]> {
    try {
      return await this.#options.store.asked.listAnsweredPhrasings({
        guildId: serverId,
        limit: MAX_IN_SERVER,
      });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return before?.asked ?? [];
    }
  }
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, place) => each === others[place]);
}
