import type { ColumnType } from 'kysely';

/**
 * The tables and the types of their columns. The types are those that SQLite and PostgreSQL share: text, bigint (times in milliseconds
 * since 1970, truth as 0 and 1) and double precision.
 */
export interface Tables {
  readonly asked: AskedTable;
  readonly votes: VotesTable;
  readonly guild_values: GuildValuesTable;
  readonly guild_changes: GuildChangesTable;
  readonly left_guilds: LeftGuildsTable;
  readonly greeted_guilds: GreetedGuildsTable;
  readonly forum_posts: ForumPostsTable;
  readonly digests: DigestsTable;
  readonly snapshots: SnapshotsTable;
  readonly snapshot_files: SnapshotFilesTable;
  readonly snapshot_texts: SnapshotTextsTable;
  readonly cleaning: CleaningTable;
  readonly processes: ProcessesTable;
  readonly agreements: AgreementsTable;
}

/** PostgreSQL's driver returns large integers as text. */
type Integer = ColumnType<number | string, number, number>;

type NullableText = ColumnType<string | null, string | null | undefined, string | null>;

type NullableInteger = ColumnType<number | string | null, number | null | undefined, number | null>;

export interface AskedTable {
  readonly id: string;
  readonly question: string;
  /** The same for questions that differ only in case, white space and closing marks. */
  readonly question_key: string;
  readonly understood_as: string | null;
  /** Ids of the other members whose words `understood_as` contains, separated by spaces, or null if there are none. */
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
  /** 1 where it was answered from an article that not everybody may read. */
  readonly limited: Integer;
  /** 1 once somebody removed its answer. */
  readonly withdrawn: Integer;
  /** 1 once it was passed on to the helpers of its server. */
  readonly passed_on: Integer;
  /** When a moderator dealt with it; null until then. */
  readonly settled_at: NullableInteger;
  /** 1 while its asker waits for an answer. */
  readonly waits: NullableInteger;
}

interface VotesTable {
  readonly asked_id: string;
  readonly voter_id: string;
  readonly is_helpful: Integer;
  readonly voted_at: Integer;
  /** What the voter said that the answer lacked, or null. */
  readonly missing: NullableText;
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
  /** Counts from 1 in each server. */
  readonly number: Integer;
  readonly kind: string;
  readonly name: string;
  /** The value before the change, or null if there was none. */
  readonly before: string | null;
  /** Whether there was a value after the change. */
  readonly is_set: Integer;
  readonly changed_at: Integer;
  readonly changed_by: string;
}

interface LeftGuildsTable {
  readonly guild_id: string;
  readonly left_at: Integer;
}

/** The servers that know the bot: it has greeted them, or was there before it could. */
interface GreetedGuildsTable {
  readonly guild_id: string;
  readonly greeted_at: Integer;
}

/** The forum posts that the bot has replied to, or was about to. */
interface ForumPostsTable {
  readonly post_id: string;
  readonly guild_id: string;
  readonly claimed_at: Integer;
  /** When somebody said that the reply solved it; null until then. */
  readonly solved_at: NullableInteger;
}

/** The weeks of which a server got its digest, or was about to. */
interface DigestsTable {
  readonly guild_id: string;
  /** The ISO week that the digest is about, such as `2026-W48`. */
  readonly week: string;
  readonly claimed_at: Integer;
}

export interface SnapshotsTable {
  /** Counts from 1. */
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
  /** Since when the file may still hold deleted words. */
  readonly due_since: Integer;
}

interface ProcessesTable {
  readonly id: string;
  readonly host: string;
  readonly pid: Integer;
  readonly started_at: Integer;
  readonly beat_at: Integer;
}

interface AgreementsTable {
  readonly name: string;
  readonly value: string;
}

/**
 * The table that a database has while a copy into it is not finished. Its only row names where the copy comes from. Nothing but the copy
 * itself opens such a database.
 */
export const COPY_MARK = 'footnote_copying';
