import type { Insertable, Selectable } from 'kysely';
import { parseKnownValue } from '../kit/stored-values.ts';
import type { AskedTable } from '../kit/tables.ts';

/** A question with its answer, as the store keeps it. */
export interface QuestionRecord {
  readonly id: string;
  /** The question as the asker typed it. */
  readonly question: string;
  /** The question in full where it was a follow-up, else with its typos corrected or in its taught phrasing, or null if it was read as typed. */
  readonly understoodAs: string | null;
  /** The other members whose words `understoodAs` contains, directly or through further follow-ups. Forgetting one of them clears it. */
  readonly otherAuthorIds: readonly string[];
  readonly outcome: AskedOutcome;
  /** 0 to 1, best. */
  readonly confidence: number;
  /** The fact that the answer showed, or that the asker chose instead, or null if there was none. */
  readonly factId: string | null;
  /** Null in a direct message. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly askerId: string;
  /** The message with the reply; null until it is known. */
  readonly messageId: string | null;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** Whether the member asked in a direct message, or chose that nobody else sees the answer. */
  readonly isAskedPrivately: boolean;
  /** Whether only the asker saw the answer. */
  readonly isAnsweredPrivately: boolean;
  /** Whether not all members see the channel, or somebody else than the author put the message to the bot. */
  readonly isInHiddenChannel: boolean;
  /** Whether not everybody may read the articles whose words the answer, or `understoodAs`, may contain. */
  readonly isLimited: boolean;
  /** Whether the asker or a moderator removed the answer. */
  readonly isWithdrawn: boolean;
  /** Whether somebody has passed it on to the helpers. */
  readonly isPassedOn: boolean;
}

/** Each of these flags hides a question from other members. */
type Privacy = Pick<
  QuestionRecord,
  'isAskedPrivately' | 'isAnsweredPrivately' | 'isInHiddenChannel' | 'isLimited' | 'isWithdrawn'
>;

/** Returns whether other members of the server may learn of a question and its asker. */
export function isPublic(asked: Privacy): boolean {
  return !(
    asked.isAskedPrivately ||
    asked.isAnsweredPrivately ||
    asked.isInHiddenChannel ||
    asked.isLimited ||
    asked.isWithdrawn
  );
}

/** Returns a question as it was understood; as it was typed, where its other words may be those of a limited article. */
export function chooseShownQuestion({
  question,
  understoodAs,
  isLimited,
}: Pick<QuestionRecord, 'question' | 'understoodAs' | 'isLimited'>): string {
  return isLimited ? question : (understoodAs ?? question);
}

/**
 * Returns whether moderators may learn who asked a question, and where. That only the asker saw the answer hides nothing: the bot hides each
 * “I don’t know” by itself.
 */
export function isAskedOpenly(asked: Omit<Privacy, 'isLimited'>): boolean {
  return !(asked.isAskedPrivately || asked.isInHiddenChannel || asked.isWithdrawn);
}

type AskedOutcome = (typeof OUTCOMES)[number];

const OUTCOMES = ['answered', 'unsure', 'unknown'] as const;

/**
 * Converts a row of the table.
 *
 * @throws {StoreError} `unusable-file` where the outcome is unknown
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
    isLimited: Number(row.limited) === 1,
    isWithdrawn: Number(row.withdrawn) === 1,
    isPassedOn: Number(row.passed_on) === 1,
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
    limited: asked.isLimited ? 1 : 0,
    withdrawn: asked.isWithdrawn ? 1 : 0,
    passed_on: asked.isPassedOn ? 1 : 0,
  };
}
