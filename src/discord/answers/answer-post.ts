import type { Message, PublicThreadChannel } from 'discord.js';
import { rememberMessage } from '../../requests/asking/answer-member.ts';
import { answerPost, type ForumPost } from '../../requests/asking/answer-post.ts';
import { hasHelpers } from '../../requests/asking/call-helpers.ts';
import { buildAnswerCard } from '../cards/answer-card.ts';
import type { AnswerButton, ShownAnswer } from '../kit/components/answer-button.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import type { RequestContext } from '../kit/context.ts';
import { addNonce, confirmPosted } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { solvedButton } from './buttons/solved.ts';
import { notHelpfulButton } from './buttons/vote.ts';
import { findExtras, logAnswer } from './compose-answer.ts';
import { optionsButton } from './options.ts';

/** A new post, and the thread that it is. */
export interface PostInThread extends ForumPost {
  readonly thread: PublicThreadChannel;
}

/**
 * Replies to a new forum post if the articles answer its title, and stays silent otherwise. `mayReply` is asked once there is an answer.
 *
 * @throws {UserFacingError} `not-kept`; {DiscordAPIError} where the bot may not write
 */
export async function replyToPost(
  context: RequestContext,
  post: PostInThread,
  mayReply: () => Promise<boolean>,
): Promise<void> {
  const { thread, postId } = post;
  const answer = await answerPost(context, post, mayReply);
  if (typeof answer === 'string') {
    context.log.info({ postId, why: answer }, 'post passed over');
    return;
  }
  logAnswer(context, answer);
  const content = await composePostReply(context, answer, post);
  const sent = thread.send(addNonce(buildReply(content), 'post', postId));
  const message = await confirmPosted(sent, { channel: thread, after: postId, isIt: hasCard });
  await rememberMessage(context, answer, message.id);
}

/** In a post that has just begun, a message of the bot with a card is the reply. */
function hasCard({ components }: Message): boolean {
  return components.length > 0;
}

/** In display order. */
const POST_BUTTONS: readonly AnswerButton[] = [solvedButton, notHelpfulButton, optionsButton];

/** Composes the card with its one row of buttons. */
async function composePostReply(
  context: RequestContext,
  answer: Omit<ShownAnswer, 'askerId' | 'isBotThere' | 'isDeletable' | 'hasHelpers'>,
  { thread: { guild }, guildId, ownerId }: PostInThread,
): Promise<ReplyContent> {
  const { texts, settings } = context;
  const extras = await findExtras(context, answer.reply, { guild, guildId });
  const shown = {
    ...answer,
    askerId: ownerId,
    isBotThere: true,
    isDeletable: true,
    hasHelpers: hasHelpers(settings),
  };
  const card = buildAnswerCard(answer.reply, texts, { ...extras, opening: texts.answer.maybeAnswered });
  const rows = buildButtonRows(POST_BUTTONS.flatMap((button) => button.build(shown, texts) ?? []));
  return { components: [card, ...rows] };
}
