import type { ChoiceView, ModalView } from '../rules/body-views.ts';
import { callbackType } from '../wire-values.ts';
import type { Channel } from '../world/channels.ts';
import type { Guild } from '../world/guilds.ts';
import type { Message } from '../world/messages.ts';
import type { Person } from '../world/people.ts';
import { WatchedValue } from '../world/watched-value.ts';
import type { Owners } from './channel-choice.ts';
import type { InteractionRequest } from './requests.ts';

/** The bot's answer as the user sees it at one moment. */
export interface Outcome {
  /** Type of the accepted callback; undefined until there is one. */
  readonly type: number | undefined;
  /** The message that answers: as created, then as edited. Undefined while "thinking", and once deleted. */
  readonly message: Message | undefined;
  /** Only the user sees the answer. */
  readonly isEphemeral: boolean;
  readonly isDeleted: boolean;
  readonly edits: number;
  readonly followUps: readonly Message[];
  readonly choices: readonly ChoiceView[] | undefined;
  readonly modal: ModalView | undefined;
  /** From dispatch to the accepted first callback, by the real clock. */
  readonly ackMs: number | undefined;
}

const nothingYet: Outcome = {
  type: undefined,
  message: undefined,
  isEphemeral: false,
  isDeleted: false,
  edits: 0,
  followUps: [],
  choices: undefined,
  modal: undefined,
  ackMs: undefined,
};

/** An interaction with everything that the bot has answered. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly request: InteractionRequest;
  readonly user: Person;
  readonly channel: Channel;
  readonly guild: Guild | undefined;
  readonly owners: Owners;
  /** By the server's clock, in milliseconds since 1970. */
  readonly createdAt: number;
  /** By `performance.now()`. */
  readonly dispatchedAt: number;
  readonly outcome: WatchedValue<Outcome>;
}

export function createOutcome(): WatchedValue<Outcome> {
  return new WatchedValue(nothingYet);
}

/** Sets some fields of the outcome and wakes who waits for them. */
export function updateOutcome({ outcome }: Exchange, change: Partial<Outcome>): void {
  outcome.set({ ...outcome.value, ...change });
}

export function isAcknowledged(outcome: Outcome): boolean {
  return outcome.type !== undefined;
}

/**
 * Whether the user sees an answer: a message, choices or a modal, not just "thinking".
 * A deferred answer is final with its first edit, deletion or follow-up.
 */
export function isFinal({ type, edits, isDeleted, followUps }: Outcome): boolean {
  if (type === undefined) return false;
  const isDeferred = type === callbackType.deferredMessage || type === callbackType.deferredUpdate;
  return !isDeferred || edits > 0 || isDeleted || followUps.length > 0;
}
