/** A table as it is copied. */
export interface CopiedTable {
  readonly name: string;
  /** The columns of its primary key, in the order that rows are copied in. */
  readonly key: readonly string[];
  /** A column that may hold the text of an article. Such rows are read and written a few at once. */
  readonly large?: string;
}

/** All tables that a copy of the store holds; those that others refer to come first. */
export const COPIED_TABLES: readonly CopiedTable[] = [
  { name: 'asked', key: ['id'] },
  { name: 'votes', key: ['asked_id', 'voter_id'] },
  { name: 'guild_values', key: ['guild_id', 'kind', 'name'], large: 'value' },
  { name: 'guild_changes', key: ['guild_id', 'number'], large: 'before' },
  { name: 'left_guilds', key: ['guild_id'] },
  { name: 'greeted_guilds', key: ['guild_id'] },
  { name: 'forum_posts', key: ['post_id'] },
  { name: 'digests', key: ['week', 'guild_id'] },
  { name: 'snapshots', key: ['number'] },
  { name: 'snapshot_texts', key: ['hash'], large: 'text' },
  { name: 'snapshot_files', key: ['snapshot_number', 'path'] },
];

/** The tables that belong to one place alone: whether its file has to be cleaned, the processes that use it, and what these agree on. */
export const LOCAL_TABLES: readonly string[] = ['cleaning', 'processes', 'agreements'];
