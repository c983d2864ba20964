import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What the moderators of a server have set for it. */
export interface GuildSettings {
  /** The channel where people answer what the bot cannot; null where none was chosen. */
  readonly humanChannelId: string | null;
  /** The role to call there; null where none was chosen. */
  readonly humanRoleId: string | null;
}

/** The settings of each server. Ones that this version does not know, left by another, are kept as they are. */
export interface GuildSettingsRecords {
  /** Frozen; defaults for what was never set, or cannot be read. */
  of(guildId: string): Promise<GuildSettings>;
  /** Sets what `changes` names, all or nothing, and gives the settings as they are then. */
  change(guildId: string, changes: Partial<GuildSettings>): Promise<GuildSettings>;
}

const DEFAULTS: GuildSettings = { humanChannelId: null, humanRoleId: null };

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function guildSettingsRecords(db: Kysely<Tables>): GuildSettingsRecords {
  return {
    of: (guildId) => settingsOf(db, guildId),
    async change(guildId, changes) {
      await keep(db, guildId, changes);
      return settingsOf(db, guildId);
    },
  };
}

async function settingsOf(db: Kysely<Tables>, guildId: string): Promise<GuildSettings> {
  const rows = await db
    .selectFrom('guild_settings')
    .select(['key', 'value'])
    .where('guild_id', '=', guildId)
    .execute();
  const kept = new Map(rows.map(({ key, value }) => [key, parse(value)]));
  return Object.freeze({
    humanChannelId: idOr(kept.get('humanChannelId'), DEFAULTS.humanChannelId),
    humanRoleId: idOr(kept.get('humanRoleId'), DEFAULTS.humanRoleId),
  });
}

async function keep(db: Kysely<Tables>, guildId: string, changes: Partial<GuildSettings>): Promise<void> {
  const rows = Object.entries(changes)
    .filter(([key, value]) => Object.hasOwn(DEFAULTS, key) && value !== undefined)
    .map(([key, value]) => ({ guild_id: guildId, key, value: JSON.stringify(value) }));
  if (rows.length === 0) return;
  await db
    .insertInto('guild_settings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'key']).doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
    )
    .execute();
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
