import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import { nullOnStoreError, refuseOnStoreError } from './store-errors.ts';
import { createRefusal } from './user-facing-error.ts';

/** The server, channel and thread that a question came from, as far as they decide what the bot may say. */
export interface ChannelContext {
  /** Null outside servers. */
  readonly guildId: string | null;
  readonly channelId: string;
  /**
   * The ids of the channel above a thread and of the category: settings of these also count for the channel.
   */
  readonly parentIds: readonly string[];
}

type SpeakingSettings = Pick<ServerSettings, 'speakChannelIds' | 'answersMentions' | 'mentionChannelIds'>;

/** Returns whether the bot may post in the channel for all to read. */
export function maySpeakIn(
  { speakChannelIds }: Pick<SpeakingSettings, 'speakChannelIds'>,
  channel: ChannelContext,
): boolean {
  return isAmong(speakChannelIds, channel);
}

/** Returns whether the bot answers mentions in the channel, which all can read. */
export function mayAnswerMentionsIn(settings: SpeakingSettings, channel: ChannelContext): boolean {
  const { answersMentions, mentionChannelIds } = settings;
  return answersMentions && maySpeakIn(settings, channel) && isAmong(mentionChannelIds, channel);
}

/**
 * Refuses to post for all where the bot may not speak.
 *
 * @throws {UserFacingError} `not-here`
 */
export function requireSpeaking(
  settings: Pick<SpeakingSettings, 'speakChannelIds'>,
  channel: ChannelContext,
): void {
  if (!maySpeakIn(settings, channel)) throw createRefusal({ kind: 'not-here' });
}

/** An empty choice stands for all channels. */
function isAmong(chosen: readonly string[], { channelId, parentIds }: ChannelContext): boolean {
  return chosen.length === 0 || [channelId, ...parentIds].some((id) => chosen.includes(id));
}

/** How the store sees to it that something is posted once, in whatever process. */
interface Claim {
  /** Returns false where somebody has claimed it before. */
  readonly claim: () => Promise<boolean>;
  readonly release: () => Promise<void>;
  readonly onStoreError: (error: StoreError) => void;
}

/**
 * Posts what only one caller may post. Returns what `post` returned, or null where somebody has claimed it before. Where posting fails, the
 * claim is released, so that it can be tried again.
 *
 * @throws {UserFacingError} `not-kept` where the store cannot claim it
 * @throws {Error} what `post` throws
 */
export async function postOnce<Posted extends object>(
  { claim, release, onStoreError }: Claim,
  post: () => Promise<Posted>,
): Promise<Posted | null> {
  if (!(await refuseOnStoreError(claim))) return null;
  try {
    return await post();
  } catch (error) {
    await nullOnStoreError(onStoreError, release);
    throw error;
  }
}
