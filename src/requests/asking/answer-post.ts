import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { SettingsOfRequest } from '../kit/read-server-settings.ts';
import { maySpeakIn } from '../kit/speaking.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import {
  type AnsweringDeps,
  findAnswer,
  getConversationKeys,
  keepAnswer,
  type MemberAnswer,
} from './answer-member.ts';
import type { MemberAskRequest } from './member-ask-request.ts';

/** A new forum post. Its title is the words of a member who did not address the bot. */
export interface ForumPost extends Pick<MemberAskRequest, 'parentIds'> {
  /** What all who read the forum may read. */
  readonly access: ReaderAccess;
  /** The id of the post's thread. */
  readonly postId: string;
  readonly guildId: string;
  /** The id of the forum that the post stands in. */
  readonly forumId: string;
  readonly title: string;
  /** Who wrote the post. */
  readonly ownerId: string;
  /** When the post was written, in milliseconds since 1970. */
  readonly postedAtMs: number;
}

interface PostDeps extends AnsweringDeps, SettingsOfRequest {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An event that comes later is a repetition, or comes after an outage: people have read the post by then. */
const MAX_AGE_MS = 60_000;

/** How many posts of a forum the bot looks at in a row, whoever wrote them, and how long it takes for one more. */
const FORUM_RATE = { burst: 10, everyMs: 10_000 };

/** Returns whether the bot looks at the posts of a forum. */
export function followsForum(
  { settings }: SettingsOfRequest,
  { guildId, postId, forumId, parentIds }: Pick<ForumPost, 'guildId' | 'postId' | 'forumId' | 'parentIds'>,
): boolean {
  return (
    settings.forumChannelIds.includes(forumId) &&
    maySpeakIn(settings, { guildId, channelId: postId, parentIds })
  );
}

/** Why a post gets no reply. */
export type Silence = 'old' | 'too-many' | 'not-sure' | 'not-for-us' | 'claimed' | 'not-kept';

/**
 * Answers the title of a new post in a forum that `followsForum` holds for. Returns why not where the bot stays silent. Nothing is kept of
 * such a post, but for the claim where the store fails after it.
 *
 * `mayReply` is asked once there is an answer, and before the post is claimed: whether a member wrote the post and is not answered otherwise.
 *
 * @throws {UserFacingError} `not-kept` where the store cannot claim the post
 */
export async function answerPost(
  deps: PostDeps,
  post: ForumPost,
  mayReply: () => Promise<boolean>,
): Promise<MemberAnswer | Silence> {
  const { postId, guildId } = post;
  if (deps.now() - post.postedAtMs > MAX_AGE_MS) return 'old';
  if (!admitPost(deps, post)) return 'too-many';
  const countAnswer = deps.measures?.startAnswer('forum-post');
  const found = await findAnswer(deps, toRequest(post));
  const { outcome, rivals } = found.reply;
  if (outcome !== 'answered' || rivals.length > 0 || found.isPrivate) return 'not-sure';
  if (!(await mayReply())) return 'not-for-us';
  // From here on the post gets one reply, or none if this process ends before it is sent.
  if (!(await refuseOnStoreError(() => deps.store.forumPosts.claim({ postId, guildId })))) return 'claimed';
  const answer = await keepAnswer(deps, found);
  countAnswer?.(outcome);
  if (answer.asked !== null) return answer;
  // Without a record of the question, no button could do anything; and a follow-up would refer to an answer that nobody saw.
  deps.conversations.remember(getConversationKeys(found.request).shared, null);
  return 'not-kept';
}

function toRequest({ title, ownerId, guildId, postId, parentIds, access }: ForumPost): MemberAskRequest {
  return {
    access,
    question: title,
    door: 'forum-post',
    askerId: ownerId,
    guildId,
    channelId: postId,
    parentIds,
    isThread: true,
    isConfidential: true,
    audience: 'all-unless-unknown',
  };
}

/** Counts a post for its author, as a question in the forum, and for the forum. Returns false, and counts nothing, where it comes too early. */
function admitPost({ cooldown, settings }: PostDeps, { forumId, ownerId }: ForumPost): boolean {
  const { questionsInARow: burst, secondsBetween } = settings;
  return cooldown.tryTakeAll([
    { key: `posts in ${forumId}`, rate: FORUM_RATE },
    { key: `${ownerId} ${forumId}`, rate: { burst, everyMs: secondsBetween * 1000 } },
  ]);
}
