import { type QueryExecutorProvider, type SchemaModule, sql } from 'kysely';

/** Changes the tables of any database from one version to the next. */
export interface Migration {
  /** Names are unique and sort as the list does, because Kysely's `Migrator` keeps and orders migrations by name. */
  readonly name: string;
  /** Runs inside the caller's transaction. */
  readonly up: (db: MigratedDatabase) => Promise<void>;
}

/** Has no types of today's tables, because a migration meets those of its own version. */
type MigratedDatabase = QueryExecutorProvider & { readonly schema: SchemaModule };

/**
 * The migrations from version 0 (no tables); the n-th leads to version n. They hold only SQL that SQLite and PostgreSQL share. A released
 * migration never changes: a further one makes the correction.
 */
export const MIGRATIONS: readonly Migration[] = [
  { name: '01-first-tables', up: createFirstTables },
  { name: '02-asked-by-message', up: indexAskedByMessage },
  { name: '03-guild-values', up: createGuildValues },
  { name: '04-left-guilds', up: createLeftGuilds },
  { name: '05-queue', up: addQueue },
  { name: '06-snapshots', up: createSnapshots },
  { name: '07-guild-values-by-name', up: indexGuildValuesByName },
  { name: '08-waiting', up: indexWaiting },
  { name: '09-is-private', up: divideIsPrivate },
  { name: '10-cleaning', up: createCleaning },
  { name: '11-processes', up: createProcesses },
  { name: '12-leans-on', up: addLeansOn },
  { name: '13-helper-settings', up: renameHelperSettings },
  { name: '14-greeted-guilds', up: createGreetedGuilds },
  { name: '15-missing', up: addMissing },
  { name: '16-forum-posts', up: createForumPosts },
  { name: '17-digests', up: createDigests },
  { name: '18-limited', up: addLimited },
  { name: '19-agreements', up: createAgreements },
  { name: '20-passed-on', up: addPassedOn },
];

async function createFirstTables(db: MigratedDatabase): Promise<void> {
  await createAsked(db);
  await createVotes(db);
  await createGuildSettings(db);
}

async function createAsked(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('asked')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('question_key', 'text', (column) => column.notNull())
    .addColumn('understood_as', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('fact_id', 'text')
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('asker_id', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('is_private', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('asked_by_guild').on('asked').columns(['guild_id', 'asked_at', 'id']).execute();
}

async function createVotes(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('votes')
    .addColumn('asked_id', 'text', (column) => column.notNull().references('asked.id'))
    .addColumn('voter_id', 'text', (column) => column.notNull())
    .addColumn('is_helpful', 'bigint', (column) => column.notNull())
    .addColumn('voted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['asked_id', 'voter_id'])
    .execute();
}

async function createGuildSettings(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('guild_settings')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('guild_settings_key', ['guild_id', 'key'])
    .execute();
}

async function indexAskedByMessage(db: MigratedDatabase): Promise<void> {
  await db.schema.createIndex('asked_by_message').on('asked').column('message_id').execute();
}

async function createGuildValues(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('guild_values')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('guild_values_key', ['guild_id', 'kind', 'name'])
    .execute();
  await db.schema
    .createTable('guild_changes')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('is_set', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('guild_changes_key', ['guild_id', 'number'])
    .execute();
  // Earlier versions did not save who set them, and when.
  await sql`
    insert into guild_values (guild_id, kind, name, value, changed_at, changed_by)
    select guild_id, 'setting', key, value, 0, '' from guild_settings
  `.execute(db);
  await db.schema.dropTable('guild_settings').execute();
}

async function createLeftGuilds(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('left_guilds')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .execute();
  // Deleting the data of a member or server uses these.
  await db.schema.createIndex('asked_by_asker').on('asked').column('asker_id').execute();
  await db.schema.createIndex('asked_by_time').on('asked').column('asked_at').execute();
  await db.schema.createIndex('votes_by_voter').on('votes').column('voter_id').execute();
}

async function addQueue(db: MigratedDatabase): Promise<void> {
  for (const column of ['settled_at', 'waits'])
    await db.schema.alterTable('asked').addColumn(column, 'bigint').execute();
}

async function createSnapshots(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text')
    .addColumn('guild_id', 'text')
    .addColumn('article_count', 'bigint', (column) => column.notNull())
    .addColumn('fact_count', 'bigint', (column) => column.notNull())
    .addColumn('added', 'bigint', (column) => column.notNull())
    .addColumn('removed', 'bigint', (column) => column.notNull())
    .addColumn('changed', 'bigint', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('snapshot_texts')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('snapshot_files')
    .addColumn('snapshot_number', 'bigint', (column) => column.notNull().references('snapshots.number'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().references('snapshot_texts.hash'))
    .addPrimaryKeyConstraint('snapshot_files_key', ['snapshot_number', 'path'])
    .execute();
  await db.schema.createIndex('snapshot_files_by_hash').on('snapshot_files').column('hash').execute();
}

async function indexGuildValuesByName(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createIndex('guild_values_by_name')
    .on('guild_values')
    .columns(['kind', 'name', 'guild_id'])
    .execute();
}

/** A partial index, because few askers wait at a time. */
async function indexWaiting(db: MigratedDatabase): Promise<void> {
  await sql`create index asked_waiting on asked (guild_id, asked_at, id) where waits = 1`.execute(db);
}

/** Earlier rows do not tell which of the three reasons applied. All three are set, so that the migration makes nothing public. */
async function divideIsPrivate(db: MigratedDatabase): Promise<void> {
  for (const column of ['asked_privately', 'answered_privately', 'in_hidden_channel', 'withdrawn'])
    await db.schema
      .alterTable('asked')
      .addColumn(column, 'bigint', (added) => added.notNull().defaultTo(0))
      .execute();
  await sql`update asked set asked_privately = 1, answered_privately = 1, in_hidden_channel = 1 where is_private = 1`.execute(
    db,
  );
  await db.schema.alterTable('asked').dropColumn('is_private').execute();
}

/** Makes one cleaning due, because freed pages may still hold words that were deleted before. */
async function createCleaning(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('cleaning')
    .addColumn('due_since', 'bigint', (column) => column.primaryKey().notNull())
    .execute();
  await sql`insert into cleaning (due_since) values (0)`.execute(db);
}

async function createProcesses(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('processes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('pid', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('beat_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** Earlier rows do not tell whose words they contain. A partial index, because few rows contain the words of others. */
async function addLeansOn(db: MigratedDatabase): Promise<void> {
  await db.schema.alterTable('asked').addColumn('leans_on', 'text').execute();
  await sql`create index asked_leaning on asked (leans_on) where leans_on is not null`.execute(db);
}

/** Renames two settings, and their changes in the history, which undo reads. */
async function renameHelperSettings(db: MigratedDatabase): Promise<void> {
  for (const [before, after] of [
    ['humanChannelId', 'helperChannelId'],
    ['humanRoleId', 'helperRoleId'],
  ]) {
    await sql`update guild_values set name = ${after} where kind = 'setting' and name = ${before}`.execute(
      db,
    );
    await sql`update guild_changes set name = ${after} where kind = 'setting' and name = ${before}`.execute(
      db,
    );
  }
}

async function createGreetedGuilds(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('greeted_guilds')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('greeted_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** What a voter said that an answer lacked. A partial index, because few say it. */
async function addMissing(db: MigratedDatabase): Promise<void> {
  await db.schema.alterTable('votes').addColumn('missing', 'text').execute();
  await sql`create index votes_missing on votes (asked_id) where missing is not null`.execute(db);
}

/** Holds no words and no members: the question itself is a row of `asked`. */
async function createForumPosts(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('forum_posts')
    .addColumn('post_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('solved_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('forum_posts_by_guild')
    .on('forum_posts')
    .columns(['guild_id', 'claimed_at'])
    .execute();
}

async function createDigests(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('digests')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('digests_key', ['week', 'guild_id'])
    .execute();
}

/** Until then, everybody could read every article. */
async function addLimited(db: MigratedDatabase): Promise<void> {
  await db.schema
    .alterTable('asked')
    .addColumn('limited', 'bigint', (added) => added.notNull().defaultTo(0))
    .execute();
}

async function createAgreements(db: MigratedDatabase): Promise<void> {
  await db.schema
    .createTable('agreements')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

/** Earlier rows do not tell whether helpers were asked; asking them once more does little harm. */
async function addPassedOn(db: MigratedDatabase): Promise<void> {
  await db.schema
    .alterTable('asked')
    .addColumn('passed_on', 'bigint', (added) => added.notNull().defaultTo(0))
    .execute();
}
