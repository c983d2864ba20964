import type { Kysely, Updateable } from 'kysely';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { splitIntoBatches } from '../kit/batches.ts';
import { runTransaction } from '../kit/database.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import { readKnownRows, replaceUnstorable } from '../kit/stored-values.ts';
import type { AskedTable, Tables } from '../kit/tables.ts';
import {
  type AnsweredPhrasing,
  listAnsweredPhrasings,
  listAskedAs,
  listLastAnswered,
  listServersWithWaiting,
  listUnanswered,
  listWaiting,
  type QueryDeps,
  type QuestionFilter,
} from './asked-queries.ts';
import { type QuestionRecord, toAskedRow, toQuestionRecord } from './asked-row.ts';

/** A question with its answer, before the store adds an id and the time. */
export type NewQuestionRecord = Omit<
  QuestionRecord,
  'id' | 'messageId' | 'askedAt' | 'isWithdrawn' | 'isPassedOn' | 'otherAuthorIds' | 'isLimited'
> &
  Partial<Pick<QuestionRecord, 'otherAuthorIds' | 'isLimited'>>;

/**
 * The questions and their answers, one row each. Later changes concern the message, the fact that the asker chose, whether others may learn
 * of it, whether it is settled, and whether its asker waits. {@link ForgettingRecords} deletes rows and words.
 */
export interface AskedRecords {
  /** Saves a question and returns it as saved. Once this resolves, it survives a crash and a power cut. */
  record(asked: NewQuestionRecord): Promise<QuestionRecord>;
  /** Returns null if no question has this id. */
  find(id: string): Promise<QuestionRecord | null>;
  /** Returns null if no known reply is in that message. */
  findByMessage(messageId: string): Promise<QuestionRecord | null>;
  /** Saves which message holds the reply. Does nothing where no question has this id. */
  recordMessage(id: string, messageId: string): Promise<void>;
  /** Saves which of the shown facts is the answer. Does nothing where no question has this id. */
  recordFact(id: string, factId: string): Promise<void>;
  /**
   * Saves that all in the channel see an answer that only its asker saw. Returns false where they saw it before, so that one of two
   * simultaneous callers alone posts it, and where no question has this id.
   */
  share(id: string): Promise<boolean>;
  /** Saves that only its asker sees an answer after all. */
  unshare(id: string): Promise<void>;
  /**
   * Saves that a question was passed on to helpers. Returns false where it was before, so that one of two simultaneous callers alone asks
   * them, and where no question has this id.
   */
  passOn(id: string): Promise<boolean>;
  /** Saves that a question was not passed on after all. */
  undoPassOn(id: string): Promise<void>;
  /** Hides the questions that this message answers from other members. Does nothing where it answers none. */
  withdraw(messageId: string): Promise<void>;
  /**
   * Returns the different answered questions of a server, commonest first, then latest, each in its latest spelling. Leaves out private
   * ones, and those that more voters found unhelpful than helpful. Considers the last 2,000 questions.
   */
  listAnsweredPhrasings(where: QuestionFilter): Promise<readonly AnsweredPhrasing[]>;
  /** Returns the last answered questions of a server, latest first, each phrasing once in its latest spelling. Leaves out private ones. */
  listLastAnswered(where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /**
   * Returns the unsettled questions of a server without a good answer, latest first: those with outcome `unknown`, those with outcome
   * `unsure` that nobody found helpful, and those that more voters found unhelpful than helpful. Includes private ones, so callers must not name their askers. Leaves out those without words.
   */
  listUnanswered(where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /**
   * Returns the questions of a server that were asked in these words, but for case, white space and closing marks, latest first. Includes
   * private ones. Considers the last 10,000 questions.
   */
  listAskedAs(phrasing: string, where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /** Removes questions from the unanswered queue until somebody asks them again. Ignores unknown ids. */
  settle(ids: readonly string[]): Promise<void>;
  /** Puts a settled question of a server back into the queue, with those that one call settled together with it. Ignores unknown ids. */
  reopen(guildId: string, id: string): Promise<void>;
  /** Saves that the asker waits for an answer, and puts the question back into the queue. Does nothing where no question has this id. */
  markWaiting(id: string): Promise<void>;
  /** Saves that the askers of these questions wait on, and leaves settled ones out of the queue. Ignores unknown ids. */
  keepWaiting(ids: readonly string[]): Promise<void>;
  /** Returns the questions of a server whose askers wait, settled or not, latest first. Leaves out those without words. */
  listWaiting(where: QuestionFilter): Promise<readonly QuestionRecord[]>;
  /** Returns the ids of the servers that have waiting askers, sorted. */
  listServersWithWaiting(): Promise<readonly string[]>;
  /** Returns those of these questions whose askers wait, and ends their waiting. Returns each once, whatever fails afterwards. */
  takeWaiting(ids: readonly string[]): Promise<readonly QuestionRecord[]>;
}

export interface AskedOptions {
  readonly now: () => Date;
  /** Creates a short id that nobody can guess: whoever has an id may see the row. */
  readonly newId: () => string;
}

/** Give up after this many id collisions in a row; they are no coincidence. */
const MAX_TRIES = 5;

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createAskedRecords(
  db: Kysely<Tables>,
  options: AskedOptions,
  reports: StoreReports,
): AskedRecords {
  const queries = { db, reports };
  const update = async (id: string, changes: Updateable<AskedTable>): Promise<void> => {
    await db.updateTable('asked').set(changes).where('id', '=', id).execute();
  };
  return {
    record: (asked) => record(db, options, asked),
    find: (id) => find(db, 'id', id),
    findByMessage: (messageId) => find(db, 'message_id', messageId),
    recordMessage: (id, messageId) => update(id, { message_id: messageId }),
    recordFact: (id, factId) => update(id, { fact_id: factId }),
    share: (id) => updateOnce(db, id, { column: 'answered_privately', from: 1, to: 0 }),
    unshare: (id) => update(id, { answered_privately: 1 }),
    passOn: (id) => updateOnce(db, id, { column: 'passed_on', from: 0, to: 1 }),
    undoPassOn: (id) => update(id, { passed_on: 0 }),
    async withdraw(messageId) {
      await db.updateTable('asked').set({ withdrawn: 1 }).where('message_id', '=', messageId).execute();
    },
    listAnsweredPhrasings: (where) => listAnsweredPhrasings(db, where),
    listLastAnswered: (where) => listLastAnswered(queries, where),
    listUnanswered: (where) => listUnanswered(queries, where),
    listAskedAs: (phrasing, where) => listAskedAs(queries, phrasing, where),
    async settle(ids) {
      const settledAt = options.now().getTime();
      for (const some of splitIntoBatches(ids, BATCH_IDS))
        await db.updateTable('asked').set({ settled_at: settledAt }).where('id', 'in', some).execute();
    },
    async reopen(guildId, id) {
      const together = db.selectFrom('asked').select('settled_at').where('id', '=', id);
      await db
        .updateTable('asked')
        .set({ settled_at: null })
        .where('guild_id', '=', guildId)
        .where('settled_at', '=', together)
        .execute();
    },
    markWaiting: (id) => update(id, { waits: 1, settled_at: null }),
    async keepWaiting(ids) {
      for (const some of splitIntoBatches(ids, BATCH_IDS))
        await db.updateTable('asked').set({ waits: 1 }).where('id', 'in', some).execute();
    },
    listWaiting: (where) => listWaiting(queries, where),
    listServersWithWaiting: () => listServersWithWaiting(db),
    takeWaiting: (ids) => takeWaiting(queries, ids),
  };
}

interface Switch {
  readonly column: 'answered_privately' | 'passed_on';
  readonly from: 0 | 1;
  readonly to: 0 | 1;
}

/** One statement, so that only one of two simultaneous callers changes the row. */
async function updateOnce(db: Kysely<Tables>, id: string, { column, from, to }: Switch): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('asked')
    .set({ [column]: to })
    .where('id', '=', id)
    .where(column, '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The most ids in one statement. */
const BATCH_IDS = 500;

function takeWaiting({ db, reports }: QueryDeps, ids: readonly string[]): Promise<readonly QuestionRecord[]> {
  return runTransaction(db, async (transaction) => {
    const taken: QuestionRecord[] = [];
    for (const some of splitIntoBatches(ids, BATCH_IDS)) {
      // One statement, so that only one of two simultaneous callers gets a row.
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

const NOT_YET = { isWithdrawn: false, isPassedOn: false };

async function record(
  db: Kysely<Tables>,
  options: AskedOptions,
  asked: NewQuestionRecord,
): Promise<QuestionRecord> {
  const askedAt = options.now().getTime();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const saved = { ...toStorable(asked), id: options.newId(), messageId: null, askedAt, ...NOT_YET };
    if (await insert(db, saved)) return saved;
  }
  throw new Error(`newId gave ${MAX_TRIES} ids in a row that are taken`);
}

function toStorable(
  asked: NewQuestionRecord,
): NewQuestionRecord & Pick<QuestionRecord, 'otherAuthorIds' | 'isLimited'> {
  const { question, understoodAs, otherAuthorIds = [], isLimited = false } = asked;
  return {
    ...asked,
    otherAuthorIds,
    isLimited,
    question: replaceUnstorable(question),
    understoodAs: understoodAs === null ? null : replaceUnstorable(understoodAs),
  };
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
