import type { BaseInteraction } from 'discord.js';
import {
  answerMember,
  type MemberAnswer,
  type MemberAskRequest,
} from '../../requests/asking/answer-member.ts';
import { hasHelpers } from '../../requests/asking/call-helpers.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import { buildAnswerCard } from '../cards/answer-card.ts';
import type { RequestContext } from '../kit/context.ts';
import type { ReplyContent } from '../kit/replies.ts';
import { buildAnswerButtonRows } from './answer-buttons.ts';
import { buildChoiceRow } from './choice.ts';
import { buildNearestRow } from './nearest.ts';

export interface ComposedAnswer {
  readonly answer: MemberAnswer;
  readonly content: ReplyContent;
}

/**
 * Answers a member and composes the reply: the card and its buttons, the same for commands, messages and message menus. `guild` is null
 * when the bot is not in the server.
 *
 * @throws {UserFacingError} `cooling-down`
 */
export async function composeAnswer(
  context: RequestContext,
  question: MemberAskRequest,
  { guild }: Pick<BaseInteraction, 'guild'>,
): Promise<ComposedAnswer> {
  const answer = await answerMember(context, question);
  const { askerId, guildId } = question;
  const shown = {
    ...answer,
    askerId,
    isBotThere: guild !== null,
    hasHelpers: answer.asked !== null && hasHelpers(context.settings),
  };
  logAnswer(context, answer);
  const { passage } = answer.reply;
  const outdatedFrom = passage && (await findOutdatedDay(context, guildId, passage.article));
  const moreButton = context.texts.buttons.context;
  const content = {
    embeds: [buildAnswerCard(dropRivalsWithoutRecord(answer), context.texts, { moreButton, outdatedFrom })],
    components: isInvitation(answer)
      ? []
      : [
          ...buildChoiceRow(shown, context.texts),
          ...buildNearestRow(shown),
          ...buildAnswerButtonRows(shown, context.texts),
        ],
  };
  return { answer, content };
}

/** Drops the rivals when the question was not recorded: the menu to choose between them needs the record. */
function dropRivalsWithoutRecord({ reply, asked }: MemberAnswer): AskReply {
  return asked === null ? { ...reply, rivals: [] } : reply;
}

/** Returns whether the message was no question, so that there is nothing to vote on or to look further into. */
function isInvitation({ reply: { reason } }: MemberAnswer): boolean {
  return reason.kind === 'small-talk' || reason.kind === 'no-question';
}

/** Logs an answer; the question itself at `debug` only. */
function logAnswer({ log }: RequestContext, { reply }: MemberAnswer): void {
  const { question, outcome, confidence, reason, understoodAs } = reply;
  log.info({ outcome, confidence, reason: reason.kind, isFollowUp: understoodAs !== null }, 'asked');
  log.debug({ question }, 'question');
}
