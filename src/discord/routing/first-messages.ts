import { EventEmitter, once } from 'node:events';
import type { Message } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { isByMember, mentionsBot } from './messages.ts';

/** Far more than there are posts in the seconds between a post and its first message. */
const MAX_REMEMBERED = 1000;

/**
 * Tells of the first messages of forum posts, which arrive apart from the posts themselves. The first message has the id of its post. Until
 * it is there, Discord refuses other messages in the post.
 *
 * @see https://docs.discord.com/developers/topics/threads#forum-and-media-channel-fields
 */
export class FirstMessages {
  /** Maps the id of a post to whether a member wrote it without addressing the bot. */
  readonly #known = new LRUCache<string, boolean>({ max: MAX_REMEMBERED });
  readonly #arrivals = new EventEmitter();

  /** Takes any message that arrives; only the first of a post counts. */
  note(message: Message): void {
    const { id, channelId } = message;
    if (id !== channelId) return;
    // Whoever mentions the bot in the message itself is answered as anywhere else.
    const isForAll = isByMember(message) && !mentionsBot(message);
    this.#known.set(id, isForAll);
    this.#arrivals.emit(id, isForAll);
  }

  /**
   * Resolves with whether a member wrote the post, without addressing the bot in it. Resolves with false if its message has not arrived
   * after `patienceMs`.
   */
  async isMembersPost(postId: string, patienceMs: number): Promise<boolean> {
    const known = this.#known.get(postId);
    if (known !== undefined) return known;
    try {
      const [isForAll] = await once(this.#arrivals, postId, { signal: AbortSignal.timeout(patienceMs) });
      return isForAll === true;
    } catch {
      return false;
    }
  }
}
