import { type BaseInteraction, MessageFlags } from 'discord.js';
import { NO_ACCESS } from '../../knowledge/article/limits.ts';
import { answerMember, type MemberAnswer } from '../../requests/asking/answer-member.ts';
import { hasHelpers } from '../../requests/asking/call-helpers.ts';
import type { MemberAskRequest } from '../../requests/asking/member-ask-request.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { type AnswerExtras, buildAnswerText, describeInvitation } from '../cards/answer-card.ts';
import { createChannelFinder } from '../kit/channels/channel-visibility.ts';
import type { RequestContext } from '../kit/context.ts';
import type { ReplyContent } from '../kit/replies.ts';
import { buildAnswerLayout, buildAnswerRows } from './answer-layout.ts';
import { canDeleteById } from './buttons/delete-answer.ts';
import { buildInvitation } from './invitation.ts';

export interface ComposedAnswer {
  readonly answer: MemberAnswer;
  /**
   * Returns the reply: a card, with its buttons. A reply to a message stands below the question; any other public card without an answer
   * says what was asked, because Discord only shows who used a command.
   */
  readonly composeCard: (place: { readonly isReply: boolean }) => ReplyContent;
  /** Returns the reply as plain text behind `opening`, for a message that pings somebody. */
  readonly composeText: (opening: string) => ReplyContent & { readonly content: string };
}

/**
 * Answers a member and composes the reply: the card and its buttons, the same for commands, messages and message menus. `guild` is null
 * when the bot is not in the server.
 *
 * @throws {UserFacingError} `not-here`, `cooling-down`, `took-too-long`
 */
export async function composeAnswer(
  context: RequestContext,
  request: MemberAskRequest,
  { guild }: Pick<BaseInteraction, 'guild'>,
): Promise<ComposedAnswer> {
  const answer = await answerMember(context, request);
  const { askerId, guildId } = request;
  const { texts } = context;
  const { reply, asked, isPrivate, isForAskerAlone } = answer;
  const invitation = describeInvitation(reply, texts);
  if (invitation !== null) return composeInvitation(answer, { invitation, request }, context);
  const shown = {
    ...answer,
    askerId,
    isBotThere: guild !== null,
    isDeletable: canDeleteById({ guild, guildId }),
    hasHelpers: asked !== null && hasHelpers(context.settings),
  };
  logAnswer(context, answer);
  const found = await findExtras(context, reply, { guild, guildId });
  const extras = { ...found, isForAskerAlone };
  const { outdatedFrom = null } = extras;
  return {
    answer,
    composeCard: ({ isReply }) => ({
      components: buildAnswerLayout(shown, texts, { ...extras, hasQuestion: !isReply && !isPrivate }),
    }),
    composeText: (opening) => ({
      content: buildAnswerText(reply, texts, { opening, outdatedFrom }),
      components: buildAnswerRows(shown, texts),
      flags: MessageFlags.SuppressEmbeds,
    }),
  };
}

/** Finds what every card of an answer shows besides the answer. */
export async function findExtras(
  context: RequestContext,
  { passage }: MemberAnswer['reply'],
  { guild, guildId }: Pick<BaseInteraction, 'guild' | 'guildId'>,
): Promise<AnswerExtras> {
  return {
    moreButton: context.texts.buttons.more,
    outdatedFrom: passage && (await findOutdatedDay(context, guildId, passage.article)),
    findChannel: createChannelFinder(guild),
  };
}

/** Composes the reply to a message that was no question: there is nothing to vote on or to look further into. */
async function composeInvitation(
  answer: MemberAnswer,
  { invitation, request }: { readonly invitation: string; readonly request: MemberAskRequest },
  context: RequestContext,
): Promise<ComposedAnswer> {
  logAnswer(context, answer);
  const readers = { ...(request.access ?? NO_ACCESS), roles: [] };
  const card = await buildInvitation(invitation, { guildId: request.guildId, readers }, context);
  return {
    answer,
    composeCard: () => card,
    composeText: (opening) => ({ content: `${opening}\n${invitation}` }),
  };
}

/** Logs an answer; the question itself at `debug` only. */
export function logAnswer({ log }: RequestContext, { reply }: MemberAnswer): void {
  const { question, outcome, confidence, reason, understoodAs } = reply;
  log.info({ outcome, confidence, reason: reason.kind, isFollowUp: understoodAs !== null }, 'asked');
  log.debug({ question }, 'question');
}
