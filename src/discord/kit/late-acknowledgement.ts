import {
  type BaseInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { classifyReplyFailure } from './failures.ts';
import { FIRST_RESPONSE_MS } from './limits.ts';
import { isUnconfirmed } from './rest.ts';

/** Leaves one second for the way to Discord. */
const ACKNOWLEDGE_AFTER_MS = FIRST_RESPONSE_MS - 1000;

/** `open` until a handler sends the first response; a promise while we acknowledge because the handler took too long. */
type FirstResponse = 'open' | 'sent' | Promise<void>;

/** The state of the first response of each interaction in progress. An entry disappears with its interaction. */
const firstResponses = new WeakMap<BaseInteraction, FirstResponse>();

/**
 * Runs `work`, and acknowledges the interaction when `work` has not responded shortly before Discord's 3 seconds are over. A component,
 * or a form that one opened, is acknowledged by leaving its message unchanged, anything else by a private placeholder. The answer then follows.
 *
 * @param onFailed receives the error when the acknowledgement could not be sent; `work` continues
 */
export async function acknowledgeInTime(
  interaction: RepliableInteraction,
  work: () => Promise<void>,
  onFailed: (error: unknown) => void,
): Promise<void> {
  firstResponses.set(interaction, 'open');
  const timer = setTimeout(() => {
    if (firstResponses.get(interaction) !== 'open' || interaction.deferred || interaction.replied) return;
    firstResponses.set(interaction, acknowledge(interaction).catch(onFailed));
  }, ACKNOWLEDGE_AFTER_MS);
  try {
    await work();
  } finally {
    clearTimeout(timer);
  }
}

/** Claims the first response; call it before sending one. Returns false when the interaction was acknowledged because `work` took too long. */
export async function claimFirstResponse(interaction: BaseInteraction): Promise<boolean> {
  const before = firstResponses.get(interaction);
  if (before instanceof Promise) {
    await before;
    return false;
  }
  firstResponses.set(interaction, 'sent');
  return true;
}

/** Returns whether an interaction comes from a button or menu, or from a form that one opened: its first response concerns their message. */
export function isUnderMessage(
  interaction: RepliableInteraction,
): interaction is RepliableInteraction & (MessageComponentInteraction | ModalMessageModalSubmitInteraction) {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

async function acknowledge(interaction: RepliableInteraction): Promise<void> {
  try {
    if (isUnderMessage(interaction)) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  } catch (error) {
    // Discord has accepted it, or may have: only an edit or a follow-up can come next.
    if (classifyReplyFailure(error) !== 'already-answered' && !isUnconfirmed(error)) throw error;
    interaction.deferred = true;
  }
}
