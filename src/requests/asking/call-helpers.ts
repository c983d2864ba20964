import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import { chooseShownQuestion, type QuestionRecord } from '../../store/records/asked-row.ts';
import type { Cooldown } from '../kit/cooldown.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
import type { SettingsOfRequest } from '../kit/read-server-settings.ts';
import { type ChannelContext, maySpeakIn, postOnce } from '../kit/speaking.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/**
 * A question for helpers: the channel to post it in, where none is set the one of the question, and perhaps a
 * role to ping.
 */
export interface HelperCall {
  readonly asked: QuestionRecord;
  /** The question as it was understood; as it was typed, where its other words may be those of a limited article. */
  readonly question: string;
  readonly channelId: string;
  readonly roleId: string | null;
}

/** Returns whether the moderators of a server chose a channel or a role for helpers. */
export function hasHelpers({ helperChannelId, helperRoleId }: ServerSettings): boolean {
  return helperChannelId !== null || helperRoleId !== null;
}

/** Each call may ping a role with many members. */
const CALLS = { burst: 2, everyMs: 60_000 };

/** A few “This may help” replies are a conversation; more are a nuisance. */
const POINTERS = { burst: 3, everyMs: 30_000 };

/**
 * Lets a member point another member, who is pinged, to an answer. The limit counts for all channels of a
 * server together.
 *
 * @throws {UserFacingError} `cooling-down`
 */
export function admitPointing(
  { callCooldown }: Pick<CallingDeps, 'callCooldown'>,
  { askerId, guildId }: { readonly askerId: string; readonly guildId: string | null },
): void {
  callCooldown.take(`${askerId} points in ${guildId}`, POINTERS);
}

/** The collaborators of `callHelpers`. */
interface CallingDeps extends SettingsOfRequest {
  readonly store: Store;
  /** Limits calls more strictly than questions. */
  readonly callCooldown: Cooldown;
  readonly onStoreError: (error: StoreError) => void;
}

/** The member who passes a question on, and where. */
interface Caller {
  readonly callerId: string;
  readonly channel: ChannelContext;
  /** Posts the question for the helpers. */
  readonly post: (call: HelperCall) => Promise<void>;
}

/**
 * Passes a question on to the server's helpers, once. Anyone who sees the answer may, within a rate limit. Where posting fails, it can be
 * passed on again. Returns what was posted.
 *
 * @throws {UserFacingError} `no-helpers`, `helpers-asked` where somebody has passed it on already, `not-here` where the question would be posted
 * in a channel where the bot may not speak, `answer-forgotten`, `not-kept`, `cooling-down`
 */
export async function callHelpers(
  { store, callCooldown, settings, onStoreError }: CallingDeps,
  ref: AnswerRef,
  { callerId, channel, post }: Caller,
): Promise<HelperCall> {
  const asked = await findAsked(store, ref);
  const { guildId } = ref;
  if (guildId === null) throw createRefusal({ kind: 'no-helpers' });
  // Without helpers these may be the defaults, because reading the settings failed. A failure is then told as one.
  const read = hasHelpers(settings)
    ? settings
    : await refuseOnStoreError(() => store.serverSettings.read(guildId));
  if (!hasHelpers(read)) throw createRefusal({ kind: 'no-helpers' });
  const { helperChannelId, helperRoleId } = read;
  if (helperChannelId === null && !maySpeakIn(read, channel)) throw createRefusal({ kind: 'not-here' });
  if (asked.isPassedOn) throw createRefusal({ kind: 'helpers-asked' });
  callCooldown.take(`${callerId} ${guildId}`, CALLS);
  const question = chooseShownQuestion(asked);
  const call = { asked, question, channelId: helperChannelId ?? asked.channelId, roleId: helperRoleId };
  const { id } = asked;
  const claim = {
    claim: () => store.asked.passOn(id),
    release: () => store.asked.undoPassOn(id),
    onStoreError,
  };
  const posted = await postOnce(claim, async () => {
    await post(call);
    return call;
  });
  if (posted === null) throw createRefusal({ kind: 'helpers-asked' });
  return posted;
}
