import type { Insertable, Selectable } from 'kysely';
import type { AskedTable } from './tables.ts';

/** A question with how it was answered. */
export interface Asked {
  readonly id: string;
  /** As it was typed. */
  readonly question: string;
  /** In full where it leant on another, else as it was read: with its typos corrected, or as it was taught; null where it was taken as typed. */
  readonly understoodAs: string | null;
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
  /** Others are not to hear of it: answered to the asker alone or in a direct message, asked where not all of the server see it, not asked of the bot by its author, or dismissed. */
  readonly isPrivate: boolean;
}

type AskedOutcome = (typeof OUTCOMES)[number];

const OUTCOMES = ['answered', 'unsure', 'unknown'] as const;

/** A row as the rest of the program sees it. */
export function askedOf(row: Selectable<AskedTable>): Asked {
  return {
    id: row.id,
    question: row.question,
    understoodAs: row.understood_as,
    outcome: OUTCOMES.find((outcome) => outcome === row.outcome) ?? 'unknown',
    confidence: row.confidence,
    factId: row.fact_id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    askerId: row.asker_id,
    messageId: row.message_id,
    askedAt: Number(row.asked_at),
    isPrivate: Number(row.is_private) === 1,
  };
}

export function rowOf(asked: Asked): Omit<Insertable<AskedTable>, 'question_key'> {
  return {
    id: asked.id,
    question: asked.question,
    understood_as: asked.understoodAs,
    outcome: asked.outcome,
    confidence: asked.confidence,
    fact_id: asked.factId,
    guild_id: asked.guildId,
    channel_id: asked.channelId,
    asker_id: asked.askerId,
    message_id: asked.messageId,
    asked_at: asked.askedAt,
    is_private: asked.isPrivate ? 1 : 0,
  };
}
