import { LRUCache } from 'lru-cache';
import { StoreError } from '../store/kit/store-error.ts';
import type { Store } from '../store/open-store.ts';
import type { AnsweredPhrasing } from '../store/records/asked-queries.ts';
import { getDeadlineMs } from './lanes/deadlines.ts';
import type { Resident } from './lanes/residents.ts';

const MAX_AGE_MS = 30_000;
const MAX_SERVERS = 300;
/** Of all servers together: about 10 MB. */
const MAX_QUESTIONS = 20_000;
/** The store reads no more. */
const MAX_IN_SERVER = 2_000;

export interface PhrasingsOptions {
  readonly store: Pick<Store, 'asked'>;
  /** Returns milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
}

/** The answered questions of a server, as the store gave them. */
interface ServerPhrasings {
  /** Differs where the questions differ. */
  readonly version: number;
  readonly questions: readonly AnsweredPhrasing[];
  readonly readAtMs: number;
}

/**
 * Reads the questions that were answered in each server, in their members' words. Keeps them in memory for a
 * short time, because each key pressed asks for them.
 */
export class Phrasings {
  readonly #options: PhrasingsOptions;
  readonly #cache = new LRUCache<string, ServerPhrasings>({
    max: MAX_SERVERS,
    maxSize: MAX_QUESTIONS,
    sizeCalculation: ({ questions }) => questions.length + 1,
    fetchMethod: (serverId, before) => this.#read(serverId, before),
    // What is forgotten while it is read is not remembered, but whoever asked before still gets it.
    ignoreFetchAbort: true,
  });
  #versions = 0;

  constructor(options: PhrasingsOptions) {
    this.#options = options;
  }

  /**
   * Returns the answered questions of a server that may be offered to all its members, commonest first, for a thread to hold. Returns none
   * where the store is out of order.
   */
  async createResident(serverId: string): Promise<Resident> {
    const { version, questions } = await this.#readFresh(serverId);
    const deadlineMs = getDeadlineMs('loadPhrasings');
    return {
      key: `phrasings ${serverId}`,
      isOwn: false,
      version,
      load: async (thread) =>
        (await thread.run('loadPhrasings', { serverId, questions }, { deadlineMs })).weight,
      drop: (thread) => thread.run('drop', { overlays: [], phrasings: [serverId] }, { deadlineMs }),
    };
  }

  /** Makes the questions of a server be read again when they are needed next; does nothing outside servers, where null. */
  forget(serverId: string | null): void {
    if (serverId !== null) this.#cache.delete(serverId);
  }

  /** Makes the questions of all servers be read again. */
  forgetAll(): void {
    this.#cache.clear();
  }

  #readFresh(serverId: string): Promise<ServerPhrasings> {
    const known = this.#cache.peek(serverId);
    const isOld = known === undefined || this.#options.nowMs() - known.readAtMs >= MAX_AGE_MS;
    return this.#cache.forceFetch(serverId, { forceRefresh: isOld });
  }

  async #read(serverId: string, before: ServerPhrasings | undefined): Promise<ServerPhrasings> {
    const readAtMs = this.#options.nowMs();
    const questions = await this.#readAnswered(serverId, before);
    const isSame = before !== undefined && areSame(questions, before.questions);
    return { version: isSame ? before.version : ++this.#versions, questions, readAtMs };
  }

  async #readAnswered(
    serverId: string,
    before: ServerPhrasings | undefined,
  ): Promise<readonly AnsweredPhrasing[]> {
    try {
      return await this.#options.store.asked.listAnsweredPhrasings({
        guildId: serverId,
        limit: MAX_IN_SERVER,
      });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return before?.questions ?? [];
    }
  }
}

function areSame(some: readonly AnsweredPhrasing[], others: readonly AnsweredPhrasing[]): boolean {
  return (
    some.length === others.length &&
    some.every(
      ({ question, factId }, index) =>
        question === others[index]?.question && factId === others[index]?.factId,
    )
  );
}
