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
  /** Maps the id of each post that is waited for to what ends the wait. Each ends within its patience. */
  readonly #waits = new Map<string, Wait>();

  /** Takes any message that arrives; only the first of a post counts. */
  note(message: Message): void {
    const { id, channelId } = message;
    if (id !== channelId) return;
    // Whoever mentions the bot in the message itself is answered as anywhere else.
    const isUnaddressedPost = isByMember(message) && !mentionsBot(message);
    this.#known.set(id, isUnaddressedPost);
    this.#waits.get(id)?.end(isUnaddressedPost);
  }

  /**
   * Resolves with whether a member wrote the post, without addressing the bot in it. Resolves with false if its message has not arrived
   * after `patienceMs`.
   */
  async isUnaddressedPost(postId: string, patienceMs: number): Promise<boolean> {
    return this.#known.get(postId) ?? (this.#waits.get(postId) ?? this.#wait(postId, patienceMs)).ended;
  }

  #wait(postId: string, patienceMs: number): Wait {
    let resolve: ((isUnaddressedPost: boolean) => void) | undefined;
    const ended = new Promise<boolean>((settle) => {
      resolve = settle;
    });
    const end = (isUnaddressedPost: boolean): void => {
      clearTimeout(timer);
      this.#waits.delete(postId);
      resolve?.(isUnaddressedPost);
    };
    const timer = setTimeout(() => end(false), patienceMs);
    timer.unref();
    const wait = { ended, end };
    this.#waits.set(postId, wait);
    return wait;
  }
}

/** A wait for the first message of one post, shared by all who wait for it. */
interface Wait {
  /** Resolves with what `isUnaddressedPost` returns. */
  readonly ended: Promise<boolean>;
  readonly end: (isUnaddressedPost: boolean) => void;
}
