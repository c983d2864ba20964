import type { Strictness } from '../answering/outcome.ts';
import type { Article } from '../knowledge/article.ts';
import { ReadingTooLongError } from '../knowledge/read-aside.ts';
import type { ArticleFile } from '../knowledge/read-files.ts';
import type { Knowledge } from '../knowledge/read-knowledge.ts';
import { FactBase } from '../search/fact-base.ts';
import type { GuildValue } from '../store/guild-values.ts';
import type { Store } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { articlesWithinLimits } from './own-limits.ts';
import { RecentAnswers } from './recent-answers.ts';
import { type KnowledgeByServer, knowsWord, type Served, type ServedKnowledge } from './served-knowledge.ts';
import { Taught } from './taught.ts';

export interface GuildKnowledgeOptions {
  /** What answers in all servers. */
  readonly shared: Pick<ServedKnowledge, 'current'>;
  readonly store: Pick<Store, 'guildValues' | 'guildSettings'>;
  /** `readSmallHere` where someone may be asking meanwhile: a moderator's file was read when it was added. */
  readonly read: (files: readonly ArticleFile[]) => Promise<Pick<Knowledge, 'articles'>>;
  readonly now: () => Date;
  /** Told where a server's own articles cannot be read; the shared ones answer there then. */
  readonly onNotKept: (error: StoreError) => void;
  /** Told, once until they change, where a server's own articles take too long to read; the shared ones answer there then. Nothing is told unless given. */
  readonly onReadingTooLong?: (error: ReadingTooLongError, guildId: string) => void;
  /** So many facts of bases with own articles, and taught questions, are held, beside the one that was asked last; 200,000 unless given. */
  readonly maxFacts?: number;
}

/** Some 100 MB of index where bases are few and large, 200 MB where they hold 1,400 facts each. */
const MAX_FACTS = 200_000;
/** Discord's limit for one gateway connection: that a server has no articles of its own is remembered for all. */
const MAX_SERVERS = 2_500;

/** What a server has beside the shared articles, and how it is set up. */
interface Own {
  readonly strictness: Strictness;
  readonly articles: readonly Article[];
  readonly taught: readonly GuildValue[];
}

interface Held {
  readonly own: Own;
  readonly shared: Served;
  readonly served: Served;
  /** Of a base of its own, with each taught question as one more, which takes about as much (1.2 KB); 0 where the shared one answers and nothing was taught. */
  readonly factCount: number;
}

/**
 * The shared articles together with those that a server's moderators have added, in one base for that server alone: what it holds answers nowhere
 * else; and what its moderators have taught. Bases are built when they are asked for, and only those of servers in use are held.
 */
export class GuildKnowledge implements KnowledgeByServer {
  readonly #options: Required<GuildKnowledgeOptions>;
  /** The server that was asked for longest ago first. */
  readonly #held = new Map<string, Promise<Held>>();
  /** Of those that are held and built. */
  readonly #factCounts = new Map<string, number>();

  constructor(options: GuildKnowledgeOptions) {
    this.#options = { maxFacts: MAX_FACTS, onReadingTooLong: () => {}, ...options };
  }

  async in(guildId: string | null): Promise<Served> {
    const shared = this.#options.shared.current;
    if (guildId === null) return shared;
    const before = this.#held.get(guildId);
    const held = before === undefined ? this.#open(guildId, shared) : this.#upToDate(before, shared);
    this.#held.delete(guildId);
    this.#held.set(guildId, held);
    try {
      const { served, factCount } = await held;
      if (this.#held.get(guildId) === held) this.#factCounts.set(guildId, factCount);
      this.#dropOldest();
      return served;
    } catch (error) {
      if (this.#held.get(guildId) === held) this.forget(guildId);
      if (!(error instanceof StoreError)) throw error;
      this.#options.onNotKept(error);
      return shared;
    }
  }

  /** What would answer there were `shared` to serve; it is built for whoever asks, and not held. */
  async over(shared: Served, guildId: string | null): Promise<Served> {
    // Reads the server's own articles where they have not been read.
    await this.in(guildId);
    const held = guildId === null ? undefined : await this.#held.get(guildId);
    return held === undefined ? shared : this.#build(held.own, shared).served;
  }

  /** The articles of a server, what was taught there and how strict it is are read anew when it is asked next; what is being answered goes on from the old ones. */
  forget(guildId: string): void {
    this.#held.delete(guildId);
    this.#factCounts.delete(guildId);
  }

  async #open(guildId: string, shared: Served): Promise<Held> {
    const { store } = this.#options;
    const [values, taught, { strictness }] = await Promise.all([
      store.guildValues.all(guildId, 'article'),
      store.guildValues.all(guildId, 'taught'),
      store.guildSettings.of(guildId),
    ]);
    if (values.length === 0) return this.#build({ articles: [], taught, strictness }, shared);
    const files = values.map(({ name, value }) => ({ path: name, bytes: Buffer.from(value) }));
    const articles = articlesWithinLimits(await this.#read(guildId, files));
    return this.#build({ articles, taught, strictness }, shared);
  }

  /** None where it takes too long: that is held too, since each further reading would take as long. */
  async #read(guildId: string, files: readonly ArticleFile[]): Promise<readonly Article[]> {
    const { read, onReadingTooLong } = this.#options;
    try {
      return (await read(files)).articles;
    } catch (error) {
      if (!(error instanceof ReadingTooLongError)) throw error;
      onReadingTooLong(error, guildId);
      return [];
    }
  }

  async #upToDate(before: Promise<Held>, shared: Served): Promise<Held> {
    const held = await before;
    return held.shared === shared ? held : this.#build(held.own, shared);
  }

  #build(own: Own, shared: Served): Held {
    const { strictness } = own;
    const taught = taughtIn(own, shared);
    if (own.articles.length === 0) {
      const isAsStrict = strictness === shared.strictness;
      if (taught === null && isAsStrict) return { own, shared, served: shared, factCount: 0 };
      // The answers to what was not taught are those of all servers that are as strict.
      const recent = isAsStrict ? shared.recent : new RecentAnswers();
      return { own, shared, served: { ...shared, taught, strictness, recent }, factCount: own.taught.length };
    }
    const base = new FactBase([...shared.base.articles, ...own.articles]);
    const refreshedAt = this.#options.now();
    const served = { ...shared, base, taught, strictness, recent: new RecentAnswers(), refreshedAt };
    return { own, shared, served, factCount: base.facts.length + own.taught.length };
  }

  #dropOldest(): void {
    let total = [...this.#factCounts.values()].reduce((sum, count) => sum + count, 0);
    for (const guildId of this.#held.keys()) {
      const isTooMuch = total > this.#options.maxFacts || this.#held.size > MAX_SERVERS;
      if (!isTooMuch || this.#held.size === 1) return;
      total -= this.#factCounts.get(guildId) ?? 0;
      this.forget(guildId);
    }
  }
}

function taughtIn({ taught }: Own, { models, base }: Served): Taught | null {
  if (taught.length === 0) return null;
  return new Taught(taught, (folded) => knowsWord({ models, base }, folded));
}
