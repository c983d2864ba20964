import type { ServerSettings } from '../../server-settings/settings-table.ts';
import { readServerSettings, type SettingsDeps } from './read-server-settings.ts';
import { createRefusal } from './user-facing-error.ts';

/** Where something is said, as far as it decides what the bot may say. */
export interface ChannelContext {
  /** Null outside servers. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread hangs under, and the category above: what is set for these counts below them. */
  readonly parentIds: readonly string[];
}

type Allowed = Pick<ServerSettings, 'speakChannelIds' | 'answersMentions' | 'mentionChannelIds'>;

/** Whether the bot says something there that all can read. */
export function maySpeakIn(
  { speakChannelIds }: Pick<Allowed, 'speakChannelIds'>,
  spot: ChannelContext,
): boolean {
  return isAmong(speakChannelIds, spot);
}

/** Whether it answers those who mention it there, which all can read. */
export function mayAnswerMentionsIn(settings: Allowed, spot: ChannelContext): boolean {
  const { answersMentions, mentionChannelIds } = settings;
  return answersMentions && maySpeakIn(settings, spot) && isAmong(mentionChannelIds, spot);
}

/**
 * Nothing is said to all where the bot is to be silent.
 *
 * @throws {UserFacingError} `not-here`
 */
export async function requireSpeaking(deps: SettingsDeps, spot: ChannelContext): Promise<void> {
  if (!maySpeakIn(await readServerSettings(deps, spot.guildId), spot))
    throw createRefusal({ kind: 'not-here' });
}

/** None chosen stands for all. */
function isAmong(chosen: readonly string[], { channelId, parentIds }: ChannelContext): boolean {
  return chosen.length === 0 || [channelId, ...parentIds].some((id) => chosen.includes(id));
}
