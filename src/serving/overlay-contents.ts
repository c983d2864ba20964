import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Strictness } from '../server-settings/settings-table.ts';
import type { Store } from '../store/open-store.ts';
import type { OverlayContent } from './base/overlay.ts';

/** What a server has beside the shared articles, in short. */
export interface OverlaySummary {
  /** Another one after each change. */
  readonly version: number;
  readonly strictness: Strictness;
  /** Another one wherever the server's own articles are others. */
  readonly articlesHash: string;
  readonly hasArticles: boolean;
  readonly hasTaught: boolean;
}

/** Four times as many servers as one connection to Discord may have. */
const MAX_SERVERS = 10_000;

/** What the moderators of each server have added, as the store holds it. Only summaries are kept in memory. */
export class OverlayContents {
  readonly #store: Pick<Store, 'guildValues' | 'guildSettings'>;
  readonly #summaries = new LRUCache<string, Promise<OverlaySummary>>({ max: MAX_SERVERS });
  #versions = 0;

  constructor(store: Pick<Store, 'guildValues' | 'guildSettings'>) {
    this.#store = store;
  }

  /** @throws {StoreError} where the store is out of order */
  async readSummary(serverId: string): Promise<OverlaySummary> {
    const known = this.#summaries.get(serverId);
    if (known !== undefined) return known;
    const summary = this.#read(serverId);
    this.#summaries.set(serverId, summary);
    try {
      return await summary;
    } catch (error) {
      if (this.#summaries.peek(serverId) === summary) this.#summaries.delete(serverId);
      throw error;
    }
  }

  /** @throws {StoreError} where the store is out of order */
  async readContent(serverId: string): Promise<OverlayContent> {
    const [articles, taught, { strictness }] = await Promise.all([
      this.#store.guildValues.list(serverId, 'article'),
      this.#store.guildValues.list(serverId, 'taught'),
      this.#store.guildSettings.read(serverId),
    ]);
    return { articles, taught, strictness };
  }

  /** What a server has is read anew when it is needed next. */
  forget(serverId: string): void {
    this.#summaries.delete(serverId);
  }

  async #read(serverId: string): Promise<OverlaySummary> {
    const version = ++this.#versions;
    const { articles, taught, strictness } = await this.readContent(serverId);
    const articlesHash = hashOf(articles);
    return {
      version,
      strictness,
      articlesHash,
      hasArticles: articles.length > 0,
      hasTaught: taught.length > 0,
    };
  }
}

function hashOf(articles: OverlayContent['articles']): string {
  const hash = createHash('sha256');
  for (const { name, value } of articles) hash.update(`${name}\0${value.length}\0`).update(value);
  return hash.digest('base64url');
}
