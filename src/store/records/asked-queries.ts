import { setImmediate as otherWork } from 'node:timers/promises';
import {
  type ExpressionBuilder,
  type Kysely,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  sql,
} from 'kysely';
import { toPhrasingKey } from '../../text/words/questions.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import { readKnownRows } from '../kit/stored-values.ts';
import type { AskedTable, Tables } from '../kit/tables.ts';
import { type QuestionRecord, toQuestionRecord } from './asked-row.ts';

/** Selects the questions of one server, up to a number. */
export interface QuestionFilter {
  /** Null selects direct messages. */
  readonly guildId: string | null;
  /** At least 1. */
  readonly limit: number;
}

/** An answered question in its latest spelling. */
export interface AnsweredPhrasing {
  readonly question: string;
  /** The fact that answered it then. */
  readonly factId: string | null;
}

/** The collaborators of the queries. */
export interface QueryDeps {
  readonly db: Kysely<Tables>;
  /** Receives a report of rows that cannot be read. */
  readonly reports: Pick<StoreReports, 'reportOnce'>;
}

/** Counting all questions of a large server would delay answers. The recent ones are those that members ask again. */
const MAX_ROWS_RANKED = 2_000;
/** No index finds a question by its words. */
const MAX_ROWS_SEARCHED = 10_000;

export async function listAnsweredPhrasings(
  db: Kysely<Tables>,
  { guildId, limit }: QuestionFilter,
): Promise<readonly AnsweredPhrasing[]> {
  const rows = await db
    .selectFrom(rankByPhrasing(db, guildId).as('phrasing'))
    .select(['question', 'fact_id'])
    .where('recency', '=', 1)
    .where('balance', '>=', 0)
    .orderBy('times', 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ question, fact_id: factId }) => ({ question, factId }));
}

export async function listLastAnswered(
  { db, reports }: QueryDeps,
  { guildId, limit }: QuestionFilter,
): Promise<readonly QuestionRecord[]> {
  const latest = db
    .selectFrom(rankByPhrasing(db, guildId).as('phrasing'))
    .select('id')
    .where('recency', '=', 1)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  const rows = await db
    .selectFrom('asked')
    .selectAll()
    .where('id', 'in', latest)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return readKnownRows(rows, toQuestionRecord, reports);
}

export async function listUnanswered(
  { db, reports }: QueryDeps,
  where: QuestionFilter,
): Promise<readonly QuestionRecord[]> {
  const rows = await readInBatches(where, (limit, after) =>
    selectLatestWithText(db, { ...where, limit }, after)
      .where('settled_at', 'is', null)
      .where(isWithoutGoodAnswer)
      .execute(),
  );
  return readKnownRows(rows, toQuestionRecord, reports);
}

export async function listAskedAs(
  { db, reports }: QueryDeps,
  phrasing: string,
  { guildId, limit }: QuestionFilter,
): Promise<readonly QuestionRecord[]> {
  const recent = db
    .selectFrom('asked')
    .selectAll()
    .where('guild_id', guildId === null ? 'is' : '=', guildId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_ROWS_SEARCHED);
  const rows = await db
    .selectFrom(recent.as('recent'))
    .selectAll()
    .where('question_key', '=', toPhrasingKey(phrasing))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return readKnownRows(rows, toQuestionRecord, reports);
}

export async function listWaiting(
  { db, reports }: QueryDeps,
  where: QuestionFilter,
): Promise<readonly QuestionRecord[]> {
  const rows = await readInBatches(where, (limit, after) =>
    selectLatestWithText(db, { ...where, limit }, after)
      .where('waits', '=', 1)
      .execute(),
  );
  return readKnownRows(rows, toQuestionRecord, reports);
}

/** Reading 10,000 rows at once would delay other work for some 50 ms, on a busy machine for 200. */
const BATCH_ROWS = 1_000;

type Row = Selectable<AskedTable>;

/** Reads batches until `limit` rows or the end, and yields to other work between them. Leaves out questions asked meanwhile. */
async function readInBatches(
  { limit }: QuestionFilter,
  read: (limit: number, after: Row | undefined) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const wanted = Math.min(BATCH_ROWS, limit - rows.length);
    const some = await read(wanted, rows.at(-1));
    rows.push(...some);
    if (some.length < BATCH_ROWS || rows.length >= limit) return rows;
    await otherWork();
  }
}

export async function listServersWithWaiting(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('asked')
    .select('guild_id')
    .distinct()
    .where('waits', '=', 1)
    .where('guild_id', 'is not', null)
    .orderBy('guild_id')
    .execute();
  return rows.flatMap(({ guild_id: guildId }) => guildId ?? []);
}

/** Selects the questions whose words the store still has; nobody can deal with the others. */
function selectLatestWithText(
  db: Kysely<Tables>,
  { guildId, limit }: QuestionFilter,
  after: Row | undefined,
) {
  const worded = db
    .selectFrom('asked')
    .selectAll()
    .where('guild_id', guildId === null ? 'is' : '=', guildId)
    .where('question', '!=', '')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  return after === undefined
    ? worded
    : worded.where(sql<boolean>`(asked_at, id) < (${after.asked_at}, ${after.id})`);
}

/** Selects each answered question with how often its phrasing was asked, its votes, and its rank by time among them (1 is the latest). */
function rankByPhrasing(db: Kysely<Tables>, guildId: string | null) {
  return db.selectFrom(selectRecentAnswered(db, guildId).as('recent')).select((recent) => [
    'id',
    'question',
    'fact_id',
    'asked_at',
    recent.fn
      .agg<number>('row_number')
      .over((over) => over.partitionBy('question_key').orderBy('asked_at', 'desc').orderBy('id', 'desc'))
      .as('recency'),
    recent.fn
      .countAll<number>()
      .over((over) => over.partitionBy('question_key'))
      .as('times'),
    recent.fn
      .sum<number>('balance')
      .over((over) => over.partitionBy('question_key'))
      .as('balance'),
  ]);
}

function selectRecentAnswered(db: Kysely<Tables>, guildId: string | null) {
  return db
    .selectFrom('asked')
    .select((asked) => [
      'id',
      'question',
      'question_key',
      'fact_id',
      'asked_at',
      sumVotes(asked).as('balance'),
    ])
    .where('guild_id', guildId === null ? 'is' : '=', guildId)
    .where('outcome', '=', 'answered')
    .where(isPublicRow)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_ROWS_RANKED);
}

/** The condition of `isPublic` in SQL. */
export const isPublicRow: RawBuilder<SqlBool> = sql`asked_privately = 0 and answered_privately = 0 and in_hidden_channel = 0 and limited = 0 and withdrawn = 0`;

/** The condition of `isAskedOpenly` in SQL. */
export const isAskedOpenlyRow: RawBuilder<SqlBool> = sql`asked_privately = 0 and in_hidden_channel = 0 and withdrawn = 0`;

/** The condition that a question was not answered, was answered unsurely and nobody found that helpful, or most found the answer unhelpful. */
function isWithoutGoodAnswer(asked: ExpressionBuilder<Tables, 'asked'>) {
  return asked.or([
    asked('outcome', '=', 'unknown'),
    asked.and([asked('outcome', '=', 'unsure'), asked(sumVotes(asked), '<=', 0)]),
    asked(sumVotes(asked), '<', 0),
  ]);
}

/** The number of helpful votes minus the number of others. */
function sumVotes(asked: ExpressionBuilder<Tables, 'asked'>): RawBuilder<number> {
  const sum = sql<number>`coalesce(sum(2 * votes.is_helpful - 1), 0)`;
  const votes = asked
    .selectFrom('votes')
    .select(sum.as('balance'))
    .whereRef('votes.asked_id', '=', 'asked.id');
  return sql`(${votes})`;
}
