import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import type { Cooldown } from '../kit/cooldown.ts';
import { readServerSettings, type SettingsDeps } from '../kit/read-server-settings.ts';
import { type ChannelContext, maySpeakIn } from '../kit/speaking.ts';
import { type AnswerRef, findAsked, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/** A question for people, and where they are: a channel, the one it was asked in where none is set, and perhaps a role to call. */
export interface HelperCall {
  readonly asked: QuestionRecord;
  readonly channelId: string;
  readonly roleId: string | null;
}

/** Whether the moderators of a server have chosen a channel or a role that questions are handed to, as far as can be read. */
export async function hasHelpers(deps: SettingsDeps, guildId: string | null): Promise<boolean> {
  const { humanChannelId, humanRoleId } = await readServerSettings(deps, guildId);
  return humanChannelId !== null || humanRoleId !== null;
}

/** Each call may ping a role of many. */
const CALLS = { burst: 2, everyMs: 60_000 };

/** “This may help” is said to one member; a burst is a conversation, more is a nuisance. */
const POINTERS = { burst: 3, everyMs: 30_000 };

/**
 * Lets a member point an answer at another one, who is pinged: not too often, in all channels of a server together.
 *
 * @throws {UserFacingError} `cooling-down`
 */
export function admitPointing(
  { callCooldown }: Pick<CallingDeps, 'callCooldown'>,
  { askerId, guildId }: { readonly askerId: string; readonly guildId: string | null },
): void {
  callCooldown.take(`${askerId} points in ${guildId}`, POINTERS);
}

/** What it takes to call people. */
interface CallingDeps {
  readonly store: Store;
  /** People are called less often than the bot is asked. */
  readonly callCooldown: Cooldown;
}

/** Who hands a question on, and where. */
interface Caller {
  readonly callerId: string;
  readonly spot: ChannelContext;
}

/**
 * Hands a question to the people that moderators chose; whoever sees the answer may, not too often.
 *
 * @throws {UserFacingError} `no-human`, `not-here` where it would be put to people where the bot is silent, `answer-forgotten`, `not-kept`, `cooling-down`
 */
export async function callHelpers(
  { store, callCooldown }: CallingDeps,
  ref: AnswerRef,
  { callerId, spot }: Caller,
): Promise<HelperCall> {
  const asked = await findAsked(store, ref);
  const { guildId } = ref;
  if (guildId === null) throw createRefusal({ kind: 'no-human' });
  const settings = await refuseOnStoreError(() => store.guildSettings.read(guildId));
  const { humanChannelId, humanRoleId } = settings;
  if (humanChannelId === null && humanRoleId === null) throw createRefusal({ kind: 'no-human' });
  if (humanChannelId === null && !maySpeakIn(settings, spot)) throw createRefusal({ kind: 'not-here' });
  callCooldown.take(`${callerId} ${guildId}`, CALLS);
  return { asked, channelId: humanChannelId ?? asked.channelId, roleId: humanRoleId };
}
