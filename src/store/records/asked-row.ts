import type { Insertable, Selectable } from 'kysely';
import { parseKnownValue } from '../kit/known-values.ts';
import type { AskedTable } from '../kit/tables.ts';

/** A question with how it was answered. */
export interface QuestionRecord {
  readonly id: string;
  /** As it was typed. */
  readonly question: string;
  /** In full where it leant on another, else as it was read: with its typos corrected, or as it was taught; null where it was taken as typed. */
  readonly understoodAs: string | null;
  /** The other members whose questions `understoodAs` leant on, directly or through others; once one is forgotten, it is too. */
  readonly otherAuthorIds: readonly string[];
  readonly outcome: AskedOutcome;
  /** 0 to 1, best. */
  readonly confidence: number;
  /** The fact that was shown, or that the asker chose instead; null where none was. */
  readonly factId: string | null;
  /** Null in a direct message. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly askerId: string;
  /** The message with the reply; null as long as it is not known. */
  readonly messageId: string | null;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** In a direct message, or with the wish that nobody else sees the answer. */
  readonly isAskedPrivately: boolean;
  /** Only the asker saw the answer. */
  readonly isAnsweredPrivately: boolean;
  /** Asked where not all members see what is said, or not of the bot by its author. */
  readonly isInHiddenChannel: boolean;
  /** The asker or a moderator took the answer away. */
  readonly isWithdrawn: boolean;
}

/** The facts that each keep other members from hearing of a question. */
type Privacy = Pick<
  QuestionRecord,
  'isAskedPrivately' | 'isAnsweredPrivately' | 'isInHiddenChannel' | 'isWithdrawn'
>;

/** Whether other members of the server may hear of a question and of who asked it. */
export function isPublic(asked: Privacy): boolean {
  return !(
    asked.isAskedPrivately ||
    asked.isAnsweredPrivately ||
    asked.isInHiddenChannel ||
    asked.isWithdrawn
  );
}

type AskedOutcome = (typeof OUTCOMES)[number];

const OUTCOMES = ['answered', 'unsure', 'unknown'] as const;

/**
 * Gives a row as the rest of the program sees it.
 *
 * @throws {StoreError} `unusable-file` where its outcome is not known
 */
export function toQuestionRecord(row: Selectable<AskedTable>): QuestionRecord {
  return {
    id: row.id,
    question: row.question,
    understoodAs: row.understood_as,
    otherAuthorIds: row.leans_on?.split(' ') ?? [],
    outcome: parseKnownValue(OUTCOMES, row.outcome, 'asked.outcome'),
    confidence: row.confidence,
    factId: row.fact_id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    askerId: row.asker_id,
    messageId: row.message_id,
    askedAt: Number(row.asked_at),
    isAskedPrivately: Number(row.asked_privately) === 1,
    isAnsweredPrivately: Number(row.answered_privately) === 1,
    isInHiddenChannel: Number(row.in_hidden_channel) === 1,
    isWithdrawn: Number(row.withdrawn) === 1,
  };
}

export function toAskedRow(asked: QuestionRecord): Omit<Insertable<AskedTable>, 'question_key'> {
  return {
    id: asked.id,
    question: asked.question,
    understood_as: asked.understoodAs,
    leans_on: asked.otherAuthorIds.length === 0 ? null : asked.otherAuthorIds.join(' '),
    outcome: asked.outcome,
    confidence: asked.confidence,
    fact_id: asked.factId,
    guild_id: asked.guildId,
    channel_id: asked.channelId,
    asker_id: asked.askerId,
    message_id: asked.messageId,
    asked_at: asked.askedAt,
    asked_privately: asked.isAskedPrivately ? 1 : 0,
    answered_privately: asked.isAnsweredPrivately ? 1 : 0,
    in_hidden_channel: asked.isInHiddenChannel ? 1 : 0,
    withdrawn: asked.isWithdrawn ? 1 : 0,
  };
}
