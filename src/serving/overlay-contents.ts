import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ServerSettings, SettingName, Strictness } from '../server-settings/settings-table.ts';
import type { Store } from '../store/open-store.ts';
import type { ForgettingRecords } from '../store/records/forgetting.ts';
import type { ServerSettingsRecords } from '../store/records/server-settings.ts';
import type { ServerValueRecords } from '../store/records/server-values.ts';
import type { OverlayContent } from './base/overlay.ts';

/** Describes in short what a server has beside the shared articles. */
export interface OverlaySummary {
  /** Differs after each change. */
  readonly version: number;
  readonly strictness: Strictness;
  /** Differs where the server's own articles differ. */
  readonly articlesHash: string;
  readonly hasArticles: boolean;
  /** Whether some of its own articles may be for some readers only; true also for some that are for everybody. */
  readonly mayHaveLimits: boolean;
  readonly hasTaught: boolean;
  readonly hasSynonyms: boolean;
}

/** Four times as many servers as one connection to Discord may have. */
const MAX_SERVERS = 10_000;

/** Reads what the moderators of each server have added from the store. Keeps only summaries in memory. */
export class OverlayContents {
  /**
   * The store to change servers through. A change of a server's articles, taught answers or strictness makes
   * its overlay be read again when it is needed next. Jobs under way go on with the old overlay.
   */
  readonly store: Store;
  readonly #summaries = new LRUCache<string, OverlaySummary>({
    max: MAX_SERVERS,
    fetchMethod: (serverId) => this.#readSummary(serverId),
    // A change during the reading drops the summary; whoever asked before the change still gets it.
    ignoreFetchAbort: true,
  });
  #versions = 0;

  constructor(store: Store) {
    this.store = forgetOnChange(store, (serverId) => this.forget(serverId));
  }

  /** Makes what a server has of its own be read again when it is needed next. */
  forget(serverId: string): void {
    this.#summaries.delete(serverId);
  }

  /** Makes what all servers have of their own be read again. */
  forgetAll(): void {
    this.#summaries.clear();
  }

  /**
   * Reads what a server has of its own, in short.
   *
   * @throws {StoreError} where the store is out of order
   */
  readSummary(serverId: string): Promise<OverlaySummary> {
    return this.#summaries.forceFetch(serverId);
  }

  /**
   * Reads all that a server has of its own.
   *
   * @throws {StoreError} where the store is out of order
   */
  async readContent(serverId: string): Promise<OverlayContent> {
    const [articles, taught, synonyms, settings] = await Promise.all([
      this.store.serverValues.list(serverId, 'article'),
      this.store.serverValues.list(serverId, 'taught'),
      this.store.serverValues.list(serverId, 'synonym'),
      this.store.serverSettings.read(serverId),
    ]);
    const { strictness }: Pick<ServerSettings, OverlaySetting> = settings;
    return { articles, taught, synonyms, strictness };
  }

  async #readSummary(serverId: string): Promise<OverlaySummary> {
    const version = ++this.#versions;
    const { articles, taught, synonyms, strictness } = await this.readContent(serverId);
    const articlesHash = hashArticles(articles);
    return {
      version,
      strictness,
      articlesHash,
      hasArticles: articles.length > 0,
      mayHaveLimits: articles.some(({ value }) => mayLimit(value)),
      hasTaught: taught.length > 0,
      hasSynonyms: synonyms.length > 0,
    };
  }
}

/**
 * Returns whether the front matter of an article seems to have a key that limits it. Articles are not parsed here: whoever is passed over by
 * mistake reads nothing limited, and the thread that parses them decides who may read what.
 */
function mayLimit(text: string): boolean {
  const lines = text.slice(0, MAX_LOOKED_AT_CHARS).split('\n', MAX_LOOKED_AT_LINES);
  const [first = '', ...rest] = lines.map((line) => line.trimEnd());
  const end = rest.findIndex((line) => (CLOSINGS.get(first) ?? HYPHENS).test(line));
  return end !== -1 && [first, ...rest.slice(0, end)].some((line) => LIMITING_KEY.test(line));
}

/** More than front matter may have. */
const MAX_LOOKED_AT_CHARS = 70_000;
const MAX_LOOKED_AT_LINES = 2_100;

/** The last line of front matter, by its first line: that of YAML, TOML and JSON. */
const CLOSINGS: ReadonlyMap<string, RegExp> = new Map([
  ['---', /^(?:---|\.\.\.)$/],
  ['+++', /^\+\+\+$/],
  ['{', /^\}$/],
]);
/** Keys may also stand above a line of hyphens, without a first line of their own. */
const HYPHENS = /^--+$/;
/** A key at the start of a line, or in braces after others. */
const LIMITING_KEY = /(?:^|[{,])\s*["']?(?:channels|roles)["']?\s*[:=]/i;

function hashArticles(articles: OverlayContent['articles']): string {
  const hash = createHash('sha256');
  for (const { name, value } of articles) hash.update(`${name}\0${value.length}\0`).update(value);
  return hash.digest('base64url');
}

/** The settings that are part of an overlay; it reads no others. */
const OVERLAY_SETTINGS = ['strictness'] as const satisfies readonly SettingName[];
type OverlaySetting = (typeof OVERLAY_SETTINGS)[number];

/*
 * The operations that leave every overlay as it was. A new operation of these records does not compile until it stands here or is wrapped
 * below.
 */
type HarmlessForValues = 'list' | 'listNames' | 'find' | 'listAcrossServers' | 'listChanges' | 'findChanges';
type HarmlessForSettings = 'read' | 'getLastRead' | 'listLogChannels';
type HarmlessForForgetting =
  | 'countMemberData'
  | 'forgetMember'
  | 'forgetTexts'
  | 'forgetClaims'
  | 'markLeft'
  | 'markPresent'
  | 'listKnownServers'
  | 'listLeftBefore'
  | 'sweep';

/**
 * Returns `store` with writes that call `forget` once a server's articles, taught answers or strictness may have changed. They do so after a
 * failure too: a write may have been made before its failure. A write that returns null has changed nothing.
 */
function forgetOnChange(store: Store, forget: (serverId: string) => void): Store {
  const { serverValues, serverSettings, forgetting } = store;
  const harmlessForValues: Pick<ServerValueRecords, HarmlessForValues> = serverValues;
  const harmlessForSettings: Pick<ServerSettingsRecords, HarmlessForSettings> = serverSettings;
  const harmlessForForgetting: Pick<ForgettingRecords, HarmlessForForgetting> = forgetting;
  const writing = async <Result>(serverId: string, write: Promise<Result>): Promise<Result> => {
    let isUnchanged = false;
    try {
      const result = await write;
      isUnchanged = result === null;
      return result;
    } finally {
      if (!isUnchanged) forget(serverId);
    }
  };
  return {
    ...store,
    serverValues: {
      ...harmlessForValues,
      change: (guildId, byId, changes) => writing(guildId, serverValues.change(guildId, byId, changes)),
      undo: (guildId, byId, numbers) => writing(guildId, serverValues.undo(guildId, byId, numbers)),
    },
    serverSettings: {
      ...harmlessForSettings,
      change(guildId, byId, changes) {
        const write = serverSettings.change(guildId, byId, changes);
        const isOverlayChanged = OVERLAY_SETTINGS.some((name) => changes[name] !== undefined);
        return isOverlayChanged ? writing(guildId, write) : write;
      },
    },
    forgetting: {
      ...harmlessForForgetting,
      forgetServer: (guildId) => writing(guildId, forgetting.forgetServer(guildId)),
    },
  };
}
