import type { Asked } from '../store/asked-row.ts';
import type { Store } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Cooldown } from './cooldown.ts';
import { type AnswerRef, findAsked, kept } from './kept.ts';
import { refused } from './user-facing-error.ts';

/** A question for people, and where they are: a channel, the one it was asked in where none is set, and perhaps a role to call. */
export interface HumanCall {
  readonly asked: Asked;
  readonly channelId: string;
  readonly roleId: string | null;
}

/** Whether the moderators of a server have chosen a channel or a role that questions are handed to, as far as can be read. */
export async function hasHuman(store: Store, guildId: string | null): Promise<boolean> {
  if (guildId === null) return false;
  try {
    const { humanChannelId, humanRoleId } = await store.guildSettings.of(guildId);
    return humanChannelId !== null || humanRoleId !== null;
  } catch (error) {
    // An answer is worth more than one of its buttons.
    if (!(error instanceof StoreError)) throw error;
    return false;
  }
}

/** What it takes to call people. */
interface Calling {
  readonly store: Store;
  /** People are called less often than the bot is asked. */
  readonly callCooldown: Cooldown;
}

/**
 * Hands a question to the people that moderators chose; whoever sees the answer may, not too often.
 *
 * @throws {UserFacingError} `no-human`, `answer-forgotten`, `not-kept`, `cooling-down`
 */
export async function callHuman(
  { store, callCooldown }: Calling,
  ref: AnswerRef,
  callerId: string,
): Promise<HumanCall> {
  const asked = await findAsked(store, ref);
  const { guildId } = ref;
  if (guildId === null) throw refused({ kind: 'no-human' });
  const { humanChannelId, humanRoleId } = await kept(() => store.guildSettings.of(guildId));
  if (humanChannelId === null && humanRoleId === null) throw refused({ kind: 'no-human' });
  callCooldown.take(`${callerId} ${guildId}`);
  return { asked, channelId: humanChannelId ?? asked.channelId, roleId: humanRoleId };
}
