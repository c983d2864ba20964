import type { APIButtonComponentWithCustomId, MessageComponentInteraction } from 'discord.js';
import type { MemberAnswer } from '../../../requests/asking/answer-member.ts';
import type { AnswerRef } from '../../../requests/kit/questions.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { ButtonComponent } from '../context.ts';

/** An answer before it is shown, with the facts that decide which buttons stand under it. */
export interface ShownAnswer extends MemberAnswer {
  readonly askerId: string;
  /** Whether the bot is in the server of the question, so that it can notify the asker and moderators can teach the answer. */
  readonly isBotThere: boolean;
  /** Whether the bot can delete the answer by its id, as a member of the server or in a direct message. */
  readonly isDeletable: boolean;
  /** Whether the server passes questions on to a helper. */
  readonly hasHelpers: boolean;
}

/** A button that stands under answers. */
export interface AnswerButton extends ButtonComponent {
  /** Builds the button for an answer, or null if it does not belong under that answer. */
  readonly build: (shown: ShownAnswer, texts: Texts) => APIButtonComponentWithCustomId | null;
}

/** Returns the reference to a recorded question, from the id in a button or menu and the channel in which it was used. */
export function toAnswerRef(askedId: string, { guildId, channelId }: MessageComponentInteraction): AnswerRef {
  return { askedId, guildId, channelId };
}
