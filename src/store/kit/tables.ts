import type { ColumnType } from 'kysely';

/**
 * The tables as rows have them. Types that SQLite and PostgreSQL share: text, bigint (times in milliseconds since 1970,
 * truth as 0 and 1), double precision.
 */
export interface Tables {
  readonly asked: AskedTable;
  readonly votes: VotesTable;
  readonly guild_values: GuildValuesTable;
  readonly guild_changes: GuildChangesTable;
  readonly left_guilds: LeftGuildsTable;
  readonly snapshots: SnapshotsTable;
  readonly snapshot_files: SnapshotFilesTable;
  readonly snapshot_texts: SnapshotTextsTable;
  readonly cleaning: CleaningTable;
  readonly processes: ProcessesTable;
}

/** PostgreSQL's driver hands large integers over as text. */
type Integer = ColumnType<number | string, number, number>;

type NullableInteger = ColumnType<number | string | null, number | null | undefined, number | null>;

export interface AskedTable {
  readonly id: string;
  readonly question: string;
  /** Alike for questions that differ in case, white space and closing marks only. */
  readonly question_key: string;
  readonly understood_as: string | null;
  /** Ids of members, parted by spaces; null where it leant on nobody else. */
  readonly leans_on: string | null;
  readonly outcome: string;
  readonly confidence: number;
  readonly fact_id: string | null;
  readonly guild_id: string | null;
  readonly channel_id: string;
  readonly asker_id: string;
  readonly message_id: string | null;
  readonly asked_at: Integer;
  readonly asked_privately: Integer;
  readonly answered_privately: Integer;
  readonly in_hidden_channel: Integer;
  /** 1 once its answer was taken away. */
  readonly withdrawn: Integer;
  /** When moderators dealt with it; null while they have not. */
  readonly settled_at: NullableInteger;
  /** 1 while who asked wants to be told when it is known. */
  readonly waits: NullableInteger;
}

interface VotesTable {
  readonly asked_id: string;
  readonly voter_id: string;
  readonly is_helpful: Integer;
  readonly voted_at: Integer;
}

interface GuildValuesTable {
  readonly guild_id: string;
  readonly kind: string;
  readonly name: string;
  readonly value: string;
  readonly changed_at: Integer;
  readonly changed_by: string;
}

export interface GuildChangesTable {
  readonly guild_id: string;
  /** From 1 in each server, the latest highest. */
  readonly number: Integer;
  readonly kind: string;
  readonly name: string;
  /** The value before; null where there was none. */
  readonly before: string | null;
  /** Whether there was a value afterwards. */
  readonly is_set: Integer;
  readonly changed_at: Integer;
  readonly changed_by: string;
}

interface LeftGuildsTable {
  readonly guild_id: string;
  readonly left_at: Integer;
}

export interface SnapshotsTable {
  /** From 1, the latest highest. */
  readonly number: Integer;
  readonly cause: string;
  readonly by_id: string | null;
  readonly guild_id: string | null;
  readonly article_count: Integer;
  readonly fact_count: Integer;
  readonly added: Integer;
  readonly removed: Integer;
  readonly changed: Integer;
  readonly kept_at: Integer;
}

interface SnapshotFilesTable {
  readonly snapshot_number: Integer;
  readonly path: string;
  readonly hash: string;
}

interface SnapshotTextsTable {
  /** SHA-256 of the text. */
  readonly hash: string;
  readonly text: string;
}

interface CleaningTable {
  /** Since when the file may hold words that were deleted. */
  readonly due_since: Integer;
}

interface ProcessesTable {
  readonly id: string;
  readonly host: string;
  readonly pid: Integer;
  readonly started_at: Integer;
  readonly beat_at: Integer;
}
