import { readLeaning } from '../answering/follow-up/leaning.ts';
import { Suggestions } from '../search/suggestions.ts';
import type { Store } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { splitWords } from '../text/words.ts';

const MAX_AGE_MS = 30_000;
const MAX_SERVERS = 300;
/** Of all servers together: about 10 MB. */
const MAX_QUESTIONS = 20_000;
/** The store looks at no more. */
const MAX_IN_SERVER = 2_000;
/** Longer ones nobody would choose from a list. */
const MAX_CHARS = 300;

export interface PhrasingsOptions {
  readonly store: Pick<Store, 'asked'>;
  /** Milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
  /** So long what was read is good; half a minute unless given. */
  readonly maxAgeMs?: number;
  /** So many servers are held, at least 1; 300 unless given. */
  readonly maxServers?: number;
  /** So many questions of all of them are held, beside those of the server read last; 20,000 unless given. */
  readonly maxQuestions?: number;
}

interface Read {
  /** As the store gave them. */
  readonly asked: readonly string[];
  readonly questions: Suggestions;
}

interface Held {
  readonly readAtMs: number;
  readonly read: Promise<Read>;
  /** 0 until they are read. */
  count: number;
}

const NONE: Read = { asked: [], questions: new Suggestions([]) };

/** The questions that were answered in each server, as its members put them; in memory for a short time, as they are asked for often. */
export class Phrasings {
  readonly #options: Required<PhrasingsOptions>;
  /** The one that was read first first. */
  readonly #held = new Map<string, Held>();

  constructor(options: PhrasingsOptions) {
    this.#options = {
      maxAgeMs: MAX_AGE_MS,
      maxServers: MAX_SERVERS,
      maxQuestions: MAX_QUESTIONS,
      ...options,
    };
  }

  /**
   * What was answered in a server and may be offered to all its members, commonest first: nothing private, nothing that says
   * little without what was asked before it. Nothing outside servers, and nothing where the store is out of order.
   */
  async in(guildId: string | null): Promise<Suggestions> {
    if (guildId === null) return NONE.questions;
    const before = this.#held.get(guildId);
    if (before !== undefined && this.#isFresh(before)) return (await before.read).questions;
    const held: Held = { readAtMs: this.#options.nowMs(), read: this.#read(guildId, before), count: 0 };
    this.#held.delete(guildId);
    this.#held.set(guildId, held);
    try {
      const { questions } = await held.read;
      held.count = questions.all.length;
      this.#dropOldest();
      return questions;
    } catch (error) {
      this.#held.delete(guildId);
      throw error;
    }
  }

  async #read(guildId: string, before: Held | undefined): Promise<Read> {
    try {
      const asked = await this.#options.store.asked.answeredPhrasings({ guildId, limit: MAX_IN_SERVER });
      const last = await before?.read;
      // An index of 2,000 takes some 20 ms, during which answers wait.
      if (last !== undefined && isSame(asked, last.asked)) return last;
      return { asked, questions: new Suggestions(asked.filter(standsAlone)) };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return (await before?.read) ?? NONE;
    }
  }

  /** What was answered in a server is read anew when it is asked for next. */
  forget(guildId: string | null): void {
    if (guildId !== null) this.#held.delete(guildId);
  }

  /** The same for all servers. */
  forgetAll(): void {
    this.#held.clear();
  }

  #isFresh({ readAtMs }: Held): boolean {
    return this.#options.nowMs() - readAtMs < this.#options.maxAgeMs;
  }

  #dropOldest(): void {
    const { maxServers, maxQuestions } = this.#options;
    let total = [...this.#held.values()].reduce((sum, { count }) => sum + count, 0);
    for (const [guildId, held] of this.#held) {
      const isTooMuch = this.#held.size > maxServers || total > maxQuestions;
      if (this.#held.size === 1 || (this.#isFresh(held) && !isTooMuch)) return;
      this.#held.delete(guildId);
      total -= held.count;
    }
  }
}

/** “When?” was answered there, but says nothing to whoever chooses it. */
function standsAlone(question: string): boolean {
  return question.length <= MAX_CHARS && !leans(question);
}

/** Whether a question says little without the one before it. */
export function leans(question: string): boolean {
  return readLeaning(splitWords(question), () => false) !== null;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, place) => each === others[place]);
}
