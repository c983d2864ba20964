import type { APIButtonComponentWithCustomId, MessageComponentInteraction } from 'discord.js';
import type { MemberAnswer } from '../../../requests/asking/answer-member.ts';
import type { AnswerRef } from '../../../requests/kit/store-errors.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { ButtonComponent } from '../context.ts';

/** An answer as it is about to be shown: what decides which buttons stand under it. */
export interface ShownAnswer extends MemberAnswer {
  readonly askerId: string;
  /** Whether the bot is where it was asked: it can tell the asker later, and moderators can teach the answer. */
  readonly isBotThere: boolean;
  /** Whether questions can be handed to people here. */
  readonly hasHuman: boolean;
}

/** A button under answers. */
export interface AnswerButton extends ButtonComponent {
  /** How it stands under this one; null where it has no place there. */
  readonly build: (shown: ShownAnswer, texts: Texts) => APIButtonComponentWithCustomId | null;
}

/** What was asked, by the id that a button or menu carries, seen from where it is used. */
export function toAnswerRef(askedId: string, { guildId, channelId }: MessageComponentInteraction): AnswerRef {
  return { askedId, guildId, channelId };
}
