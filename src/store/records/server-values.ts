import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Cleaner } from '../kit/cleaner.ts';
import { type AnnounceIn, runTransaction, type TransactionLocks } from '../kit/database.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import { parseKnownValue, readKnownRows } from '../kit/stored-values.ts';
import type { GuildChangesTable, Tables } from '../kit/tables.ts';

/** The kinds of values that moderators decide on for their server. */
type ServerValueKind = (typeof KINDS)[number];

const KINDS = ['setting', 'article', 'taught', 'synonym'] as const;

export interface ServerValue {
  /** Unique among the values of its kind in the server. */
  readonly name: string;
  readonly value: string;
  readonly changedBy: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

interface ValueOfServer {
  readonly guildId: string;
  readonly value: string;
}

/** One value to set; null removes it. */
export interface ValueChange {
  readonly kind: ServerValueKind;
  readonly name: string;
  readonly value: string | null;
}

/** One change in the history of a server. */
export interface ServerChange {
  /** Counts from 1 in each server. */
  readonly number: number;
  readonly kind: ServerValueKind;
  readonly name: string;
  /** The value before the change, or null if there was none. */
  readonly before: string | null;
  /** Whether there was a value after the change. */
  readonly isSet: boolean;
  readonly changedBy: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/**
 * The decisions of each server's moderators, as named values of some kind. The same transaction saves a value and adds the change to the
 * history, with the value before, so that it can be listed and undone.
 */
export interface ServerValueRecords {
  /** Returns the values of one kind, sorted by name. */
  list(guildId: string, kind: ServerValueKind): Promise<readonly ServerValue[]>;
  /** Returns the names of the values of one kind, sorted, without reading the values. */
  listNames(guildId: string, kind: ServerValueKind): Promise<readonly string[]>;
  /** Returns null if the server has no such value. */
  find(guildId: string, kind: ServerValueKind, name: string): Promise<ServerValue | null>;
  /** Returns the value of this name of every server that has one, sorted by server. */
  listAcrossServers(kind: ServerValueKind, name: string): Promise<readonly ValueOfServer[]>;
  /** Makes all of these changes or none. Returns those that changed a value; only they enter the history. */
  change(guildId: string, byId: string, wanted: readonly ValueChange[]): Promise<readonly ServerChange[]>;
  /** Returns the latest changes first. The store keeps the last 200 of each server, fewer where they hold more than 8 MB. */
  listChanges(guildId: string, limit: number): Promise<readonly ServerChange[]>;
  /** Returns the changes of these numbers that the store still has, latest first. */
  findChanges(guildId: string, numbers: readonly number[]): Promise<readonly ServerChange[]>;
  /**
   * Restores the values before these changes, all or none. Returns the changes that it made, which can be undone in turn. Returns null and
   * changes nothing where a change is unknown, or where a later one changed the same value.
   */
  undo(guildId: string, byId: string, numbers: readonly number[]): Promise<readonly ServerChange[] | null>;
}

/** The most changes in the history of a server. */
const MAX_CHANGES = 200;
/** The most bytes in the history: twice those of a server's own articles, as a change of an article holds it whole. */
const MAX_BYTES = 8 * 1024 * 1024;

interface ServerValueDeps {
  readonly db: Kysely<Tables>;
  readonly locks: TransactionLocks;
  readonly announceIn: AnnounceIn;
  readonly now: () => Date;
  readonly reports: Pick<StoreReports, 'reportOnce'>;
  readonly cleaner: Pick<Cleaner, 'noteDeletion' | 'emptyWal'>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createServerValueRecords(deps: ServerValueDeps): ServerValueRecords {
  const { db, now, reports } = deps;
  return {
    async list(guildId, kind) {
      const rows = await selectValues(db, guildId, kind).orderBy('name').execute();
      return rows.map(toServerValue);
    },
    async listNames(guildId, kind) {
      const rows = await db
        .selectFrom('guild_values')
        .select('name')
        .where('guild_id', '=', guildId)
        .where('kind', '=', kind)
        .orderBy('name')
        .execute();
      return rows.map(({ name }) => name);
    },
    async find(guildId, kind, name) {
      const row = await selectValues(db, guildId, kind).where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : toServerValue(row);
    },
    async listAcrossServers(kind, name) {
      const rows = await db
        .selectFrom('guild_values')
        .select(['guild_id', 'value'])
        .where('kind', '=', kind)
        .where('name', '=', name)
        .orderBy('guild_id')
        .execute();
      return rows.map(({ guild_id: guildId, value }) => ({ guildId, value }));
    },
    change: (guildId, byId, wanted) =>
      changeValues(deps, { guildId, byId, changedAt: now().getTime() }, wanted),
    async listChanges(guildId, limit) {
      const rows = await selectChanges(db, guildId).orderBy('number', 'desc').limit(limit).execute();
      return readKnownRows(rows, toServerChange, reports);
    },
    async findChanges(guildId, numbers) {
      if (numbers.length === 0) return [];
      const rows = selectChanges(db, guildId).where('number', 'in', numbers).orderBy('number', 'desc');
      return readKnownRows(await rows.execute(), toServerChange, reports);
    },
    undo: (guildId, byId, numbers) =>
      undoChanges(deps, { guildId, byId, changedAt: now().getTime() }, numbers),
  };
}

interface ChangeAuthor {
  readonly guildId: string;
  readonly byId: string;
  readonly changedAt: number;
}

async function changeValues(
  { db, locks, announceIn, cleaner }: ServerValueDeps,
  author: ChangeAuthor,
  wanted: readonly ValueChange[],
): Promise<readonly ServerChange[]> {
  const made = await runTransaction(db, async (transaction) => {
    await locks.take(transaction, nameServerLock(author.guildId));
    const changes = await applyChanges(transaction, author, wanted);
    if (changes.some(isRemoval)) await cleaner.noteDeletion(transaction);
    if (changes.length > 0) await announceIn(transaction, { kind: 'server', guildId: author.guildId });
    return changes;
  });
  if (made.some(isRemoval)) await cleaner.emptyWal();
  return made;
}

/** Names the lock of whoever changes a server's values or its history: changes are numbered one after the other. */
export function nameServerLock(guildId: string): string {
  return `server ${guildId}`;
}

function isRemoval({ isSet }: ServerChange): boolean {
  return !isSet;
}

function undoChanges(
  { db, locks, announceIn, reports }: ServerValueDeps,
  author: ChangeAuthor,
  numbers: readonly number[],
): Promise<readonly ServerChange[] | null> {
  const { guildId } = author;
  return runTransaction(db, async (transaction) => {
    await locks.take(transaction, nameServerLock(guildId));
    const inverses: ValueChange[] = [];
    for (const number of numbers)
      inverses.push(...(await buildInverse(transaction, { guildId, number, reports })));
    if (inverses.length < numbers.length) return null;
    const made = await applyChanges(transaction, author, inverses);
    if (made.length === 0) return null;
    await announceIn(transaction, { kind: 'server', guildId });
    return made;
  });
}

async function applyChanges(
  db: Transaction<Tables>,
  author: ChangeAuthor,
  wanted: readonly ValueChange[],
): Promise<readonly ServerChange[]> {
  const made: ServerChange[] = [];
  for (const change of wanted) made.push(...(await applyChange(db, author, change)));
  await deleteOldest(db, author.guildId, made[0]?.number);
  return made;
}

function selectValues(db: Kysely<Tables>, guildId: string, kind: ServerValueKind) {
  return db
    .selectFrom('guild_values')
    .select(['name', 'value', 'changed_by', 'changed_at'])
    .where('guild_id', '=', guildId)
    .where('kind', '=', kind);
}

function selectChanges(db: Kysely<Tables>, guildId: string) {
  // Forgetting a member's words leaves changes without a name.
  return db.selectFrom('guild_changes').selectAll().where('guild_id', '=', guildId).where('name', '!=', '');
}

/** Applies one change and adds it to the history. Returns no change where the value is the same already. */
async function applyChange(
  db: Transaction<Tables>,
  { guildId, byId, changedAt }: ChangeAuthor,
  { kind, name, value }: ValueChange,
): Promise<readonly ServerChange[]> {
  const current = await selectValues(db, guildId, kind).where('name', '=', name).executeTakeFirst();
  const before = current?.value ?? null;
  if (before === value) return [];
  const at = { guild_id: guildId, kind, name };
  const trace = { changed_at: changedAt, changed_by: byId };
  if (value === null) {
    await db
      .deleteFrom('guild_values')
      .where('guild_id', '=', guildId)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .execute();
  } else {
    await db
      .insertInto('guild_values')
      .values({ ...at, value, ...trace })
      .onConflict((conflict) =>
        conflict.columns(['guild_id', 'kind', 'name']).doUpdateSet({ value, ...trace }),
      )
      .execute();
  }
  // The lock of the server keeps others from taking the same number.
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from guild_changes where guild_id = ${guildId})`;
  const { number } = await db
    .insertInto('guild_changes')
    .values({ ...at, number: next, before, is_set: value === null ? 0 : 1, ...trace })
    .returning('number')
    .executeTakeFirstOrThrow();
  return [{ number: Number(number), kind, name, before, isSet: value !== null, changedBy: byId, changedAt }];
}

/** Deletes the oldest changes beyond either limit. Keeps those from `firstMade` on whatever their size: they are the ones to undo now. */
async function deleteOldest(
  db: Transaction<Tables>,
  guildId: string,
  firstMade = Number.POSITIVE_INFINITY,
): Promise<void> {
  const rows = await db
    .selectFrom('guild_changes')
    .select([
      'number',
      sql<number | string>`octet_length(name) + coalesce(octet_length(before), 0)`.as('bytes'),
    ])
    .where('guild_id', '=', guildId)
    .orderBy('number', 'desc')
    .execute();
  let total = 0;
  const oldest = rows.find(({ number, bytes }, index) => {
    total += Number(bytes);
    return Number(number) < firstMade && (index >= MAX_CHANGES || total > MAX_BYTES);
  });
  if (oldest === undefined) return;
  await db
    .deleteFrom('guild_changes')
    .where('guild_id', '=', guildId)
    .where('number', '<=', Number(oldest.number))
    .execute();
}

/** Returns the change that restores the value before a change; none where it cannot be restored. */
async function buildInverse(
  db: Transaction<Tables>,
  {
    guildId,
    number,
    reports,
  }: { readonly guildId: string; readonly number: number; readonly reports: ServerValueDeps['reports'] },
): Promise<readonly ValueChange[]> {
  const row = await selectChanges(db, guildId).where('number', '=', number).executeTakeFirst();
  const [change] = readKnownRows(row === undefined ? [] : [row], toServerChange, reports);
  if (change === undefined) return [];
  const { kind, name, before } = change;
  const since = await selectChanges(db, guildId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('number', '>', number)
    .executeTakeFirst();
  return since === undefined ? [{ kind, name, value: before }] : [];
}

function toServerValue(
  row: Pick<Selectable<Tables['guild_values']>, 'name' | 'value' | 'changed_by' | 'changed_at'>,
): ServerValue {
  return {
    name: row.name,
    value: row.value,
    changedBy: row.changed_by,
    changedAt: Number(row.changed_at),
  };
}

function toServerChange(row: Selectable<GuildChangesTable>): ServerChange {
  return {
    number: Number(row.number),
    kind: parseKnownValue(KINDS, row.kind, 'guild_changes.kind'),
    name: row.name,
    before: row.before,
    isSet: Number(row.is_set) === 1,
    changedBy: row.changed_by,
    changedAt: Number(row.changed_at),
  };
}
