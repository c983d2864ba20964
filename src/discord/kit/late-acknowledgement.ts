import { type BaseInteraction, MessageFlags, type RepliableInteraction } from 'discord.js';
import { classifyReplyFailure } from './failures.ts';
import { FIRST_RESPONSE_MS } from './limits.ts';
import { isUnconfirmed } from './rest.ts';

/** Leaves a second for the way to Discord. */
const ACKNOWLEDGE_AFTER_MS = FIRST_RESPONSE_MS - 1000;

/** `open` until the first response is sent; a promise while it is being acknowledged since that took long. */
type FirstResponse = 'open' | 'sent' | Promise<void>;

/** How far the first response of each interaction under way is. An entry goes with its interaction. */
const firstResponses = new WeakMap<BaseInteraction, FirstResponse>();

/**
 * Does what an interaction sets off. Where it has not been responded to when Discord's 3 seconds come near, it is acknowledged: a button by
 * leaving its message as it is, all else for the eyes of whoever asked. Its answer then follows.
 *
 * @param onFailed told where that could not be sent; the work goes on
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

/** To be called before a first response is sent: whether it is still to be the first. False where the interaction was acknowledged since it took long. */
export async function claimFirstResponse(interaction: BaseInteraction): Promise<boolean> {
  const before = firstResponses.get(interaction);
  if (before instanceof Promise) {
    await before;
    return false;
  }
  firstResponses.set(interaction, 'sent');
  return true;
}

async function acknowledge(interaction: RepliableInteraction): Promise<void> {
  try {
    if (interaction.isMessageComponent()) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  } catch (error) {
    // Discord has taken it, or may have: what follows can only be an edit or a follow-up.
    if (classifyReplyFailure(error) !== 'already-answered' && !isUnconfirmed(error)) throw error;
    interaction.deferred = true;
  }
}
