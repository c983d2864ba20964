import type { GuildValueRecords } from './guild-values.ts';

/** What the moderators of a server have set for it. */
export interface GuildSettings {
  /** The channel where people answer what the bot cannot; null where none was chosen. */
  readonly humanChannelId: string | null;
  /** The role to call there; null where none was chosen. */
  readonly humanRoleId: string | null;
  /** The channel where refreshes and changed settings are told; null where none was chosen. */
  readonly logChannelId: string | null;
  /** Whoever has one of these roles is a moderator, whatever their permissions. */
  readonly moderatorRoleIds: readonly string[];
}

interface LogChannel {
  readonly guildId: string;
  readonly channelId: string;
}

/** The settings of each server. Ones that this version does not know, left by another, are kept as they are. */
export interface GuildSettingsRecords {
  /** Frozen; defaults for what was never set, or cannot be read. */
  of(guildId: string): Promise<GuildSettings>;
  /** The channels of all servers that have chosen one for what moderators do. */
  logChannels(): Promise<readonly LogChannel[]>;
  /** Sets what `changes` names, all or nothing, and gives the settings as they are then. */
  change(guildId: string, byId: string, changes: Partial<GuildSettings>): Promise<GuildSettings>;
}

const DEFAULTS: GuildSettings = {
  humanChannelId: null,
  humanRoleId: null,
  logChannelId: null,
  moderatorRoleIds: [],
};

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function guildSettingsRecords(values: GuildValueRecords): GuildSettingsRecords {
  return {
    of: (guildId) => settingsOf(values, guildId),
    async logChannels() {
      const all = await values.everywhere('setting', 'logChannelId');
      return all.flatMap(({ guildId, value }) => {
        const channelId = idOr(parse(value), null);
        return channelId === null ? [] : [{ guildId, channelId }];
      });
    },
    async change(guildId, byId, changes) {
      const wishes = Object.entries(changes)
        .filter(([name, value]) => Object.hasOwn(DEFAULTS, name) && value !== undefined)
        .map(([name, value]) => ({ kind: 'setting', name, value: JSON.stringify(value) }) as const);
      await values.change(guildId, byId, wishes);
      return settingsOf(values, guildId);
    },
  };
}

async function settingsOf(values: GuildValueRecords, guildId: string): Promise<GuildSettings> {
  const kept = new Map((await values.all(guildId, 'setting')).map(({ name, value }) => [name, parse(value)]));
  return Object.freeze({
    humanChannelId: idOr(kept.get('humanChannelId'), DEFAULTS.humanChannelId),
    humanRoleId: idOr(kept.get('humanRoleId'), DEFAULTS.humanRoleId),
    logChannelId: idOr(kept.get('logChannelId'), DEFAULTS.logChannelId),
    moderatorRoleIds: idsOr(kept.get('moderatorRoleIds'), DEFAULTS.moderatorRoleIds),
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Edited by hand: as good as never set.
    return undefined;
  }
}

function idOr(value: unknown, byDefault: string | null): string | null {
  return typeof value === 'string' || value === null ? value : byDefault;
}

function idsOr(value: unknown, byDefault: readonly string[]): readonly string[] {
  const isIds = Array.isArray(value) && value.every((id) => typeof id === 'string');
  return Object.freeze(isIds ? value : byDefault);
}
