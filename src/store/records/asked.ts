import type { Kysely } from 'kysely';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { splitIntoBatches } from '../kit/batches.ts';
import { readKnownRows } from '../kit/known-values.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import type { Tables } from '../kit/tables.ts';
import {
  listAnsweredPhrasings,
  listGuildsWithWaiting,
  listLastAnswered,
  listUnanswered,
  listWaiting,
  type QueryDeps,
  type QuestionFilter,
} from './asked-queries.ts';
import { type QuestionRecord, toAskedRow, toQuestionRecord } from './asked-row.ts';

/** What is told of an answer when it is given; the store adds an id and the time. */
export type NewQuestionRecord = Omit<
  QuestionRecord,
  'id' | 'messageId' | 'askedAt' | 'isWithdrawn' | 'otherAuthorIds'
> &
  Partial<Pick<QuestionRecord, 'otherAuthorIds'>>;

/**
 * The answers that were given: one row each. What changes is the message, what its asker chose, whether others may hear of it, whether it is
 * settled and who waits for it; what is to be forgotten is taken out by {@link ForgettingRecords}.
 */
export interface AskedRecords {
  /** As it is kept: once this resolves, it survives a crash and a power cut. */
  record(asked: NewQuestionRecord): Promise<QuestionRecord>;
  /** Null where there is no such id. */
  find(id: string): Promise<QuestionRecord | null>;
  /** Null where no reply is known to stand in that message. */
  findByMessage(messageId: string): Promise<QuestionRecord | null>;
  /** Keeps which message holds the reply. Does nothing where there is no such id. */
  recordMessage(id: string, messageId: string): Promise<void>;
  /** Keeps which fact is the answer, of those that were shown. Does nothing where there is no such id. */
  recordFact(id: string, factId: string): Promise<void>;
  /** From now on nothing that this message answers is a phrasing that others are offered. Does nothing where it answers nothing. */
  withdraw(messageId: string): Promise<void>;
  /**
   * Different questions that were answered there, commonest first, then latest; each in the spelling it was last asked in.
   * Never a private one, nor one whose answers were voted not helpful more often than helpful. Looks at the last 2,000.
   */
  listAnsweredPhrasings(where: QuestionFilter): Promise<readonly string[]>;
  /** What was answered there last, latest first, each phrasing once, as it was last asked. Never a private one. */
  listLastAnswered(where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /**
   * What was asked there, not answered well and not settled, latest first: outcome `unknown`, or voted not helpful more often than
   * helpful. Private ones too: whoever shows them leaves out who asked. Never one whose words are no longer kept.
   */
  listUnanswered(where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /** These are unanswered no more, unless they are asked again. Ids that there are none of are passed over. */
  settle(ids: readonly string[]): Promise<void>;
  /** Who asked this wants to be told when it is known: it is settled no more. Does nothing where there is no such id. */
  markWaiting(id: string): Promise<void>;
  /** What is waited for there, settled or not, latest first. Never one whose words are no longer kept. */
  listWaiting(where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /** The servers in which something is waited for, sorted. */
  listGuildsWithWaiting(): Promise<readonly string[]>;
  /** Which of these are waited for; each is given once, whatever fails afterwards. */
  takeWaiting(ids: readonly string[]): Promise<readonly QuestionRecord[]>;
}

export interface AskedOptions {
  readonly now: () => Date;
  /** Short and unguessable: whoever has an id may see the row. */
  readonly newId: () => string;
}

/** So many ids in a row that are taken are no chance any more. */
const MAX_TRIES = 5;

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createAskedRecords(
  db: Kysely<Tables>,
  options: AskedOptions,
  reports: StoreReports,
): AskedRecords {
  const queries = { db, reports };
  return {
    record: (asked) => record(db, options, asked),
    find: (id) => find(db, 'id', id),
    findByMessage: (messageId) => find(db, 'message_id', messageId),
    async recordMessage(id, messageId) {
      await db.updateTable('asked').set({ message_id: messageId }).where('id', '=', id).execute();
    },
    async recordFact(id, factId) {
      await db.updateTable('asked').set({ fact_id: factId }).where('id', '=', id).execute();
    },
    async withdraw(messageId) {
      await db.updateTable('asked').set({ withdrawn: 1 }).where('message_id', '=', messageId).execute();
    },
    listAnsweredPhrasings: (where) => listAnsweredPhrasings(db, where),
    listLastAnswered: (where) => listLastAnswered(queries, where),
    listUnanswered: (where) => listUnanswered(queries, where),
    async settle(ids) {
      const settledAt = options.now().getTime();
      for (const some of splitIntoBatches(ids, BATCH_IDS))
        await db.updateTable('asked').set({ settled_at: settledAt }).where('id', 'in', some).execute();
    },
    async markWaiting(id) {
      await db.updateTable('asked').set({ waits: 1, settled_at: null }).where('id', '=', id).execute();
    },
    listWaiting: (where) => listWaiting(queries, where),
    listGuildsWithWaiting: () => listGuildsWithWaiting(db),
    takeWaiting: (ids) => takeWaiting(queries, ids),
  };
}

/** A statement takes no more ids. */
const BATCH_IDS = 500;

function takeWaiting({ db, reports }: QueryDeps, ids: readonly string[]): Promise<readonly QuestionRecord[]> {
  return db.transaction().execute(async (transaction) => {
    const taken: QuestionRecord[] = [];
    for (const some of splitIntoBatches(ids, BATCH_IDS)) {
      // One statement: of two callers at once only one gets a row.
      const waited = transaction
        .updateTable('asked')
        .set({ waits: null })
        .where('waits', '=', 1)
        .where('id', 'in', some)
        .returningAll();
      taken.push(...readKnownRows(await waited.execute(), toQuestionRecord, reports));
    }
    return taken;
  });
}

async function record(
  db: Kysely<Tables>,
  options: AskedOptions,
  asked: NewQuestionRecord,
): Promise<QuestionRecord> {
  const askedAt = options.now().getTime();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const kept = { ...toStorable(asked), id: options.newId(), messageId: null, askedAt, isWithdrawn: false };
    if (await insert(db, kept)) return kept;
  }
  throw new Error(`newId gave ${MAX_TRIES} ids in a row that are taken`);
}

function toStorable(
  asked: NewQuestionRecord,
): Omit<NewQuestionRecord, 'otherAuthorIds'> & Pick<QuestionRecord, 'otherAuthorIds'> {
  const { question, understoodAs, otherAuthorIds = [] } = asked;
  return {
    ...asked,
    otherAuthorIds,
    question: replaceUnstorable(question),
    understoodAs: understoodAs === null ? null : replaceUnstorable(understoodAs),
  };
}

/** Databases take no NUL in a text (the driver cuts there), nor half a character; what was typed may hold them. */
function replaceUnstorable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

async function insert(db: Kysely<Tables>, asked: QuestionRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('asked')
    .values({ ...toAskedRow(asked), question_key: toPhrasingKey(asked.question) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function find(
  db: Kysely<Tables>,
  column: 'id' | 'message_id',
  value: string,
): Promise<QuestionRecord | null> {
  const row = await db.selectFrom('asked').selectAll().where(column, '=', value).executeTakeFirst();
  return row === undefined ? null : toQuestionRecord(row);
}
