/** A table as it is copied. */
export interface CopiedTable {
  readonly name: string;
  /** The columns of its primary key, in the order that rows are copied in. */
  readonly key: readonly string[];
  /** How many rows are read and written at once: a few where a row may hold the text of an article. */
  readonly batch: number;
}

const MANY = 500;
const SOME = 25;

/** All tables that a copy of the store holds; those that others refer to come first. */
export const COPIED_TABLES: readonly CopiedTable[] = [
  { name: 'asked', key: ['id'], batch: MANY },
  { name: 'votes', key: ['asked_id', 'voter_id'], batch: MANY },
  { name: 'guild_values', key: ['guild_id', 'kind', 'name'], batch: SOME },
  { name: 'guild_changes', key: ['guild_id', 'number'], batch: SOME },
  { name: 'left_guilds', key: ['guild_id'], batch: MANY },
  { name: 'greeted_guilds', key: ['guild_id'], batch: MANY },
  { name: 'forum_posts', key: ['post_id'], batch: MANY },
  { name: 'digests', key: ['week', 'guild_id'], batch: MANY },
  { name: 'snapshots', key: ['number'], batch: MANY },
  { name: 'snapshot_texts', key: ['hash'], batch: SOME },
  { name: 'snapshot_files', key: ['snapshot_number', 'path'], batch: MANY },
];

/** The tables that belong to one place alone: whether its file has to be cleaned, the processes that use it, and what these agree on. */
export const LOCAL_TABLES: readonly string[] = ['cleaning', 'processes', 'agreements'];
