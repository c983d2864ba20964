import { type AnyThreadChannel, type PublicThreadChannel, SnowflakeUtil } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { followsForum } from '../../requests/asking/answer-post.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { type PostInThread, replyToPost } from '../answers/answer-post.ts';
import { readBotAccess } from '../kit/channels/bot-access.ts';
import { listParentIds } from '../kit/channels/channel-context.ts';
import { readAccessForAll } from '../kit/channels/reader-access.ts';
import { type BotContext, createRequestContext } from '../kit/context.ts';
import { isOutOfReach } from '../kit/failures.ts';
import { extractQuestion } from '../kit/markdown/markdown.ts';
import { isUnconfirmed } from '../kit/rest.ts';
import type { FirstMessages } from './first-messages.ts';

/** A post with large files has its first message only once they are uploaded. */
const PATIENCE_MS = 30_000;

/** The forums in which the log said lately that the bot may not write; some 100 bytes each. */
const REPORTED = { max: 1000, ttl: 24 * 60 * 60_000 };

/**
 * Creates the function that handles each thread that is created. It replies to new posts in the forums that their servers chose, and never
 * rejects. What it may not do in a forum, it logs once a day.
 */
export function createPostHandler(
  context: BotContext,
  firstMessages: FirstMessages,
): (thread: AnyThreadChannel, isNew: boolean) => Promise<void> {
  const reported = new LRUCache<string, true>({ ...REPORTED, perf: { now: context.nowMs } });
  const reportClosed: ReportClosed = (forumId, error) => {
    if (reported.has(forumId)) return;
    reported.set(forumId, true);
    context.log.warn({ forumId, err: error }, 'forum posts not answered: no permission to write there');
  };
  return async (thread, isNew) => {
    const post = isNew ? readPost(thread) : null;
    if (post === null) return;
    try {
      await handlePost(post, context, { firstMessages, reportClosed });
    } catch (error) {
      answerFailure(error, post, { ...context, reportClosed });
    }
  };
}

/** Reports a forum in which the bot may not write, with Discord's error if there is one. */
type ReportClosed = (forumId: string, error?: unknown) => void;

async function handlePost(
  post: PostInThread,
  context: BotContext,
  {
    firstMessages,
    reportClosed,
  }: { readonly firstMessages: FirstMessages; readonly reportClosed: ReportClosed },
): Promise<void> {
  const { guildId, forumId, postId } = post;
  const { guild } = post.thread;
  const request = await createRequestContext(context, guildId, [guild.preferredLocale]);
  if (!followsForum(request, post)) return;
  if (readBotAccess(guild).canWriteInThreads(forumId))
    await replyToPost(request, post, () => firstMessages.isUnaddressedPost(postId, PATIENCE_MS));
  else reportClosed(forumId);
}

/** Nobody asked, so nobody reads an apology. */
function answerFailure(
  error: unknown,
  { forumId, postId }: PostInThread,
  {
    log,
    measures,
    reportClosed,
  }: Pick<BotContext, 'log' | 'measures'> & { readonly reportClosed: ReportClosed },
): void {
  const facts = { err: error, postId };
  if (isOutOfReach(error)) reportClosed(forumId, error);
  else if (error instanceof UserFacingError || isUnconfirmed(error)) log.warn(facts, 'post not answered');
  else {
    log.error(facts, 'post failed');
    measures.countFailure('post');
  }
}

/** Returns the post that a thread is; null for a thread in another channel, and for a post of the bot. */
function readPost(thread: AnyThreadChannel): PostInThread | null {
  const { id, name, guildId, parent, ownerId, client } = thread;
  if (!isPost(thread) || parent === null || ownerId === null || ownerId === client.user.id) return null;
  return {
    thread,
    postId: id,
    guildId,
    forumId: parent.id,
    parentIds: listParentIds(thread),
    access: readAccessForAll({ guild: thread.guild, channelId: id, channel: thread, member: null }),
    title: extractQuestion(name),
    ownerId,
    postedAtMs: SnowflakeUtil.timestampFrom(id),
  };
}

function isPost(thread: AnyThreadChannel): thread is PublicThreadChannel {
  return thread.parent?.isThreadOnly() === true;
}
