import { LRUCache } from 'lru-cache';
import { parseSetting, writeSetting } from '../../server-settings/setting-row.ts';
import {
  buildSettings,
  DEFAULT_SETTINGS,
  isSettingName,
  SETTINGS,
  type ServerSettings,
} from '../../server-settings/settings-table.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import type { ServerChange, ServerValueRecords } from './server-values.ts';

interface LogChannel {
  readonly guildId: string;
  readonly channelId: string;
}

/** The settings of each server. Settings that this version does not know, left by another version, stay as they are. */
export interface ServerSettingsRecords {
  /** Returns frozen settings. The default stands for one that was never set, and for one that cannot be read, which is reported once. */
  read(guildId: string): Promise<ServerSettings>;
  /** Returns what this process read last of a server, for when the store fails; null where it remembers nothing. */
  getLastRead(guildId: string): ServerSettings | null;
  /** Returns the log channels of all servers that have chosen one. */
  listLogChannels(): Promise<readonly LogChannel[]>;
  /** Makes all of these changes or none. Returns those that changed something. */
  change(guildId: string, byId: string, changes: Partial<ServerSettings>): Promise<readonly ServerChange[]>;
}

/** How many servers' settings are remembered; those that were read longest ago are dropped first. */
const MAX_REMEMBERED = 10_000;

interface ServerSettingsDeps {
  readonly values: ServerValueRecords;
  /** Receives a report of each kind of damaged value. */
  readonly reports: Pick<StoreReports, 'reportOnce'>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createServerSettingsRecords(deps: ServerSettingsDeps): ServerSettingsRecords {
  const { values } = deps;
  const lastRead = new LRUCache<string, ServerSettings>({ max: MAX_REMEMBERED });
  return {
    async read(guildId) {
      const settings = await readSettings(deps, guildId);
      lastRead.set(guildId, settings);
      return settings;
    },
    getLastRead: (guildId) => lastRead.peek(guildId) ?? null,
    async listLogChannels() {
      const all = await values.listAcrossServers('setting', 'logChannelId');
      return all.flatMap(({ guildId, value }) => {
        const channelId = parseSetting(SETTINGS.logChannelId, value) ?? null;
        return channelId === null ? [] : [{ guildId, channelId }];
      });
    },
    async change(guildId, byId, changes) {
      const stored = await readStored(values, guildId);
      const texts = Object.entries(changes).flatMap(([name, value]) => {
        if (value === undefined || !isSettingName(name)) return [];
        const text = writeSetting(value);
        // A setting that has its default and was never set needs no row. One that is damaged reads as its default, but has to be replaced.
        const current = stored.get(name) ?? writeSetting(DEFAULT_SETTINGS[name]);
        return text === current ? [] : [{ kind: 'setting', name, value: text } as const];
      });
      return values.change(guildId, byId, texts);
    },
  };
}

async function readSettings(
  { values, reports }: ServerSettingsDeps,
  guildId: string,
): Promise<ServerSettings> {
  const stored = await readStored(values, guildId);
  return buildSettings((name) => {
    const text = stored.get(name);
    if (text === undefined) return DEFAULT_SETTINGS[name];
    const value = parseSetting(SETTINGS[name], text);
    if (value !== undefined) return value;
    reports.reportOnce(
      `setting ${name}`,
      `The database has a value of the setting “${name}” that this version does not know, in server ${guildId} or others. It was edited by hand, is damaged, or another version wrote it: the default takes its place until somebody sets it again.`,
    );
    return DEFAULT_SETTINGS[name];
  });
}

/** Returns the stored text of each setting that the server has set. */
async function readStored(values: ServerValueRecords, guildId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await values.list(guildId, 'setting');
  return new Map(rows.map(({ name, value }) => [name, value]));
}
