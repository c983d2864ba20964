import { type Kysely, sql } from 'kysely';
import { DAY_MS } from '../../kit/time.ts';
import type { Tables } from '../kit/tables.ts';
import { isPublicRow } from './asked-queries.ts';

/** How members of a server used the bot since some moment. */
export interface Usage {
  /** The days on which somebody asked, earliest first. */
  readonly days: readonly DayUsage[];
  /** The votes on the answers of that time. */
  readonly helpful: number;
  readonly notHelpful: number;
  /** The questions asked most often, commonest first, in their latest spelling. Leaves out private ones. */
  readonly questions: readonly { readonly question: string; readonly times: number }[];
  /** The facts that answers quoted, and how often. */
  readonly facts: readonly { readonly factId: string; readonly times: number }[];
}

export interface DayUsage {
  /** Days since 1970 in UTC. */
  readonly day: number;
  readonly answered: number;
  readonly unsure: number;
  readonly unknown: number;
}

/** A time from one moment up to, but excluding, another, in milliseconds since 1970. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface UsageRecords {
  /** Returns the usage from `sinceMs`, in milliseconds since 1970, until now. */
  readSince(guildId: string, sinceMs: number): Promise<Usage>;
  /** Returns the days of that time on which somebody asked, earliest first. */
  readDays(guildId: string, sinceMs: number): Promise<readonly DayUsage[]>;
  /** Counts the votes on the answers of a period. */
  countVotes(guildId: string, period: Period): Promise<Pick<Usage, 'helpful' | 'notHelpful'>>;
}

/** As many as `/stats` shows. */
const MAX_QUESTIONS = 5;

/** @throws {StoreError} `cannot-write`, `unusable-file` */
export function createUsageRecords(db: Kysely<Tables>): UsageRecords {
  return {
    async readSince(guildId, sinceMs) {
      return {
        days: await readDays(db, guildId, sinceMs),
        ...(await countVotes(db, guildId, { fromMs: sinceMs, toMs: Number.MAX_SAFE_INTEGER })),
        questions: await readTopQuestions(db, guildId, sinceMs),
        facts: await countQuotedFacts(db, guildId, sinceMs),
      };
    },
    readDays: (guildId, sinceMs) => readDays(db, guildId, sinceMs),
    countVotes: (guildId, period) => countVotes(db, guildId, period),
  };
}

function selectAskedSince(db: Kysely<Tables>, guildId: string, sinceMs: number) {
  return db.selectFrom('asked').where('guild_id', '=', guildId).where('asked_at', '>=', sinceMs);
}

async function readDays(db: Kysely<Tables>, guildId: string, sinceMs: number): Promise<readonly DayUsage[]> {
  const rows = await selectAskedSince(db, guildId, sinceMs)
    .select([
      sql<number | string>`asked_at / ${sql.lit(DAY_MS)}`.as('day'),
      countOutcome('answered').as('answered'),
      countOutcome('unsure').as('unsure'),
      countOutcome('unknown').as('unknown'),
    ])
    .groupBy('day')
    .orderBy('day')
    .execute();
  return rows.map(({ day, answered, unsure, unknown }) => ({
    day: Number(day),
    answered: Number(answered),
    unsure: Number(unsure),
    unknown: Number(unknown),
  }));
}

/** Counts rows with an outcome. PostgreSQL's driver returns sums as text. */
function countOutcome(outcome: string) {
  return sql<number | string>`sum(case when outcome = ${outcome} then 1 else 0 end)`;
}

async function countVotes(
  db: Kysely<Tables>,
  guildId: string,
  { fromMs, toMs }: Period,
): Promise<Pick<Usage, 'helpful' | 'notHelpful'>> {
  const { all, helpful } = await db
    .selectFrom('votes')
    .where('asked_id', 'in', selectAskedSince(db, guildId, fromMs).where('asked_at', '<', toMs).select('id'))
    .select(({ fn }) => [
      fn.countAll().as('all'),
      fn.countAll().filterWhere('is_helpful', '=', 1).as('helpful'),
    ])
    .executeTakeFirstOrThrow();
  return { helpful: Number(helpful), notHelpful: Number(all) - Number(helpful) };
}

/** Reads each question and its latest spelling in one query, because a member may delete theirs between two. */
async function readTopQuestions(
  db: Kysely<Tables>,
  guildId: string,
  sinceMs: number,
): Promise<Usage['questions']> {
  const ranked = selectAskedSince(db, guildId, sinceMs)
    .where(isPublicRow)
    .where('question_key', '!=', '')
    .select(({ fn }) => [
      'question',
      'question_key',
      'asked_at',
      fn
        .countAll<number | string>()
        .over((over) => over.partitionBy('question_key'))
        .as('times'),
      fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('question_key').orderBy('asked_at', 'desc').orderBy('id', 'desc'))
        .as('recency'),
    ]);
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .select(['question', 'times'])
    .where('recency', '=', 1)
    .orderBy('times', 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('question_key')
    .limit(MAX_QUESTIONS)
    .execute();
  return rows.map(({ question, times }) => ({ question, times: Number(times) }));
}

async function countQuotedFacts(
  db: Kysely<Tables>,
  guildId: string,
  sinceMs: number,
): Promise<Usage['facts']> {
  const rows = await selectAskedSince(db, guildId, sinceMs)
    .where('outcome', '=', 'answered')
    .where('fact_id', 'is not', null)
    .select(({ fn }) => ['fact_id', fn.countAll().as('times')])
    .groupBy('fact_id')
    .execute();
  return rows.map(({ fact_id, times }) => ({ factId: fact_id ?? '', times: Number(times) }));
}
