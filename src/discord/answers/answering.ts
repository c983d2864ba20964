import type { BaseInteraction } from 'discord.js';
import { answerMember, type MemberAnswer, type MemberQuestion } from '../../requests/asking/answer-member.ts';
import { hasHuman } from '../../requests/asking/ask-human.ts';
import { outdatedIn } from '../../requests/kit/outdated.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import { answerCard } from '../cards/answer-card.ts';
import type { Call } from '../kit/context.ts';
import type { ReplyContent } from '../kit/replies.ts';
import { answerButtonRows } from './answer-buttons.ts';
import { choiceRow } from './choice.ts';
import { contextLabel } from './context-button.ts';
import { nearestRow } from './nearest.ts';

export interface LaidOutAnswer {
  readonly answer: MemberAnswer;
  readonly content: ReplyContent;
}

/**
 * Answers a member and lays the answer out as every door shows it: the card and its buttons. The server is null where the bot is
 * not in it.
 *
 * @throws {UserFacingError} `cooling-down`
 */
export async function answerFor(
  call: Call,
  question: MemberQuestion,
  { guild }: Pick<BaseInteraction, 'guild'>,
): Promise<LaidOutAnswer> {
  const answer = await answerMember(call, question);
  const { askerId, guildId } = question;
  const shown = {
    ...answer,
    askerId,
    isBotThere: guild !== null,
    hasHuman: answer.asked !== null && (await hasHuman(call, guildId)),
  };
  logAnswer(call, answer);
  const { passage } = answer.reply;
  const outdatedFrom = passage && (await outdatedIn(call, guildId, passage.article));
  const moreButton = contextLabel(call.texts.language);
  const content = {
    embeds: [answerCard(withChoices(answer), call.texts, { moreButton, outdatedFrom })],
    components: isInvitation(answer)
      ? []
      : [...choiceRow(shown, call.texts), ...nearestRow(shown), ...answerButtonRows(shown, call.texts)],
  };
  return { answer, content };
}

/** A choice is spoken of only where it can be offered: what was asked has to be known when it is made. */
function withChoices({ reply, asked }: MemberAnswer): AskReply {
  return asked === null ? { ...reply, rivals: [] } : reply;
}

/** Nothing was asked, so there is nothing to vote on or to look further into. */
function isInvitation({ reply: { reason } }: MemberAnswer): boolean {
  return reason.kind === 'small-talk' || reason.kind === 'no-question';
}

/** What was asked is logged for `debug` only. */
function logAnswer({ log }: Call, { reply }: MemberAnswer): void {
  const { question, outcome, confidence, reason, understoodAs } = reply;
  log.info({ outcome, confidence, reason: reason.kind, isFollowUp: understoodAs !== null }, 'asked');
  log.debug({ question }, 'question');
}
