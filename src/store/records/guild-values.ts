import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Cleaner } from '../kit/cleaner.ts';
import { parseKnownValue, readKnownRows } from '../kit/known-values.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import type { GuildChangesTable, Tables } from '../kit/tables.ts';

/** What moderators decide for their server. */
type GuildValueKind = (typeof KINDS)[number];

const KINDS = ['setting', 'article', 'taught'] as const;

export interface GuildValue {
  /** Unique in its server and kind. */
  readonly name: string;
  readonly value: string;
  readonly changedBy: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

interface ValueOfGuild {
  readonly guildId: string;
  readonly value: string;
}

/** What a value is to be; null takes it away. */
export interface ValueChange {
  readonly kind: GuildValueKind;
  readonly name: string;
  readonly value: string | null;
}

/** One line of the trail of who changed what. */
export interface GuildChange {
  /** From 1 in each server, the latest highest. */
  readonly number: number;
  readonly kind: GuildValueKind;
  readonly name: string;
  /** The value before; null where there was none. */
  readonly before: string | null;
  /** Whether there was a value afterwards. */
  readonly isSet: boolean;
  readonly changedBy: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/**
 * What the moderators of each server decide, as values of some kind under a name. Every change is written down in the same moment,
 * with what was before, so that it can be told and taken back.
 */
export interface GuildValueRecords {
  /** Sorted by name. */
  list(guildId: string, kind: GuildValueKind): Promise<readonly GuildValue[]>;
  find(guildId: string, kind: GuildValueKind, name: string): Promise<GuildValue | null>;
  /** Of all servers that have one; sorted by server. */
  listAcrossGuilds(kind: GuildValueKind, name: string): Promise<readonly ValueOfGuild[]>;
  /** Makes all of these or none; what is as wished already is left out of the trail. Gives the changes that were made. */
  change(guildId: string, byId: string, wishes: readonly ValueChange[]): Promise<readonly GuildChange[]>;
  /** Latest first; of each server the last 200 are kept, fewer where they hold more than 8 MB. */
  listChanges(guildId: string, limit: number): Promise<readonly GuildChange[]>;
  /** Those of these numbers that are kept, latest first. */
  findChanges(guildId: string, numbers: readonly number[]): Promise<readonly GuildChange[]>;
  /**
   * Puts back what was before these changes, all or none; that they are changes too, and given back. Null, and nothing done, where there
   * is no such change or the same value has been changed since.
   */
  undo(guildId: string, byId: string, numbers: readonly number[]): Promise<readonly GuildChange[] | null>;
}

/** The trail of a server has this many changes. */
const MAX_CHANGES = 200;
/** Changes of articles hold whole articles: twice what a server may have of its own. */
const MAX_BYTES = 8 * 1024 * 1024;

interface GuildValueDeps {
  readonly db: Kysely<Tables>;
  readonly now: () => Date;
  readonly reports: Pick<StoreReports, 'reportOnce'>;
  readonly cleaner: Pick<Cleaner, 'noteDeletion' | 'emptyWal'>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createGuildValueRecords(deps: GuildValueDeps): GuildValueRecords {
  const { db, now, reports } = deps;
  return {
    async list(guildId, kind) {
      const rows = await selectValues(db, guildId, kind).orderBy('name').execute();
      return rows.map(toGuildValue);
    },
    async find(guildId, kind, name) {
      const row = await selectValues(db, guildId, kind).where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : toGuildValue(row);
    },
    async listAcrossGuilds(kind, name) {
      const rows = await db
        .selectFrom('guild_values')
        .select(['guild_id', 'value'])
        .where('kind', '=', kind)
        .where('name', '=', name)
        .orderBy('guild_id')
        .execute();
      return rows.map(({ guild_id: guildId, value }) => ({ guildId, value }));
    },
    change: (guildId, byId, wishes) =>
      changeValues(deps, { guildId, byId, changedAt: now().getTime() }, wishes),
    async listChanges(guildId, limit) {
      const rows = await selectChanges(db, guildId).orderBy('number', 'desc').limit(limit).execute();
      return readKnownRows(rows, toGuildChange, reports);
    },
    async findChanges(guildId, numbers) {
      if (numbers.length === 0) return [];
      const rows = selectChanges(db, guildId).where('number', 'in', numbers).orderBy('number', 'desc');
      return readKnownRows(await rows.execute(), toGuildChange, reports);
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
  { db, cleaner }: GuildValueDeps,
  changer: ChangeAuthor,
  wishes: readonly ValueChange[],
): Promise<readonly GuildChange[]> {
  const made = await db.transaction().execute(async (transaction) => {
    const changes = await applyChanges(transaction, changer, wishes);
    if (changes.some(isRemoval)) await cleaner.noteDeletion(transaction);
    return changes;
  });
  if (made.some(isRemoval)) await cleaner.emptyWal();
  return made;
}

function isRemoval({ isSet }: GuildChange): boolean {
  return !isSet;
}

function undoChanges(
  { db, reports }: GuildValueDeps,
  changer: ChangeAuthor,
  numbers: readonly number[],
): Promise<readonly GuildChange[] | null> {
  const { guildId } = changer;
  return db.transaction().execute(async (transaction) => {
    const wishes: ValueChange[] = [];
    for (const number of numbers)
      wishes.push(...(await inverseOf(transaction, { guildId, number, reports })));
    if (wishes.length < numbers.length) return null;
    const made = await applyChanges(transaction, changer, wishes);
    return made.length === 0 ? null : made;
  });
}

async function applyChanges(
  db: Transaction<Tables>,
  changer: ChangeAuthor,
  wishes: readonly ValueChange[],
): Promise<readonly GuildChange[]> {
  const made: GuildChange[] = [];
  for (const wish of wishes) made.push(...(await applyChange(db, changer, wish)));
  await forgetOldest(db, changer.guildId, made[0]?.number);
  return made;
}

function selectValues(db: Kysely<Tables>, guildId: string, kind: GuildValueKind) {
  return db
    .selectFrom('guild_values')
    .select(['name', 'value', 'changed_by', 'changed_at'])
    .where('guild_id', '=', guildId)
    .where('kind', '=', kind);
}

function selectChanges(db: Kysely<Tables>, guildId: string) {
  // Without a name are those whose words were forgotten.
  return db.selectFrom('guild_changes').selectAll().where('guild_id', '=', guildId).where('name', '!=', '');
}

/** None where it is true already. */
async function applyChange(
  db: Transaction<Tables>,
  { guildId, byId, changedAt }: ChangeAuthor,
  { kind, name, value }: ValueChange,
): Promise<readonly GuildChange[]> {
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
  // One statement, so that two at once never take the same number.
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from guild_changes where guild_id = ${guildId})`;
  const { number } = await db
    .insertInto('guild_changes')
    .values({ ...at, number: next, before, is_set: value === null ? 0 : 1, ...trace })
    .returning('number')
    .executeTakeFirstOrThrow();
  return [{ number: Number(number), kind, name, before, isSet: value !== null, changedBy: byId, changedAt }];
}

/** Keeps the last changes up to both bounds; those from `firstMade` on are kept however large, since they are what can be undone now. */
async function forgetOldest(
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
  const oldest = rows.find(({ number, bytes }, place) => {
    total += Number(bytes);
    return Number(number) < firstMade && (place >= MAX_CHANGES || total > MAX_BYTES);
  });
  if (oldest === undefined) return;
  await db
    .deleteFrom('guild_changes')
    .where('guild_id', '=', guildId)
    .where('number', '<=', Number(oldest.number))
    .execute();
}

/** None where it cannot be put back. */
async function inverseOf(
  db: Transaction<Tables>,
  {
    guildId,
    number,
    reports,
  }: { readonly guildId: string; readonly number: number; readonly reports: GuildValueDeps['reports'] },
): Promise<readonly ValueChange[]> {
  const row = await selectChanges(db, guildId).where('number', '=', number).executeTakeFirst();
  const [change] = readKnownRows(row === undefined ? [] : [row], toGuildChange, reports);
  if (change === undefined) return [];
  const { kind, name, before } = change;
  const since = await selectChanges(db, guildId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('number', '>', number)
    .executeTakeFirst();
  return since === undefined ? [{ kind, name, value: before }] : [];
}

function toGuildValue(
  row: Pick<Selectable<Tables['guild_values']>, 'name' | 'value' | 'changed_by' | 'changed_at'>,
): GuildValue {
  return {
    name: row.name,
    value: row.value,
    changedBy: row.changed_by,
    changedAt: Number(row.changed_at),
  };
}

function toGuildChange(row: Selectable<GuildChangesTable>): GuildChange {
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
