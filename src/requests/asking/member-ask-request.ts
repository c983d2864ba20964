import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { Door } from '../../monitoring/measures.ts';
import type { ChannelContext } from '../kit/speaking.ts';

/** What a member asks, where, and for whom. */
export interface MemberAskRequest extends ChannelContext {
  readonly question: string;
  /** How the question came. */
  readonly door: Door;
  readonly askerId: string;
  /**
   * The bot's message that the member replies to, however old. A follow-up refers to that message rather than
   * to the last answer in the channel.
   */
  readonly repliesTo?: string | null;
  /**
   * Whether the channel is a thread. All members of a thread share one conversation. It begins with the
   * message that the thread started from, whose id the thread has.
   */
  readonly isThread: boolean;
  /**
   * Whether other members must not learn what was asked: some cannot see the channel, or the words are of
   * somebody who did not address the bot. Such a question is neither suggested nor listed.
   */
  readonly isConfidential: boolean;
  /**
   * The people who see the answer: `all` where a member mentioned the bot, `as-set` where the asker does not
   * choose.
   */
  readonly audience: Audience | 'as-set';
  /** What the asker may read in this channel; unless given, no limited article. */
  readonly access?: ReaderAccess;
}

/** The people who see an answer. In channels where the bot may not speak, `all-unless-unknown` means the asker alone. */
export type Audience = 'asker' | 'all' | 'all-unless-unknown';
