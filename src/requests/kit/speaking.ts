import type { ServerSettings } from '../../server-settings/settings-table.ts';
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
