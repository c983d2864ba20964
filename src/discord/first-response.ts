import {
  type CommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { replyFailure } from './failures.ts';
import { type PrivateReply, privateReply, type Reply } from './replies.ts';

/*
 * Every first response leaves through here. Where the connection breaks after Discord has taken one, the second try is told that
 * there is one already: that only its confirmation was lost is as good, and what is to follow follows.
 */

/** Acknowledges a command whose answer takes a while, for its caller alone. */
export async function deferPrivately(
  interaction: CommandInteraction | ModalSubmitInteraction,
): Promise<void> {
  const isConfirmed = await confirmed(interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  if (!isConfirmed) interaction.deferred = true;
}

/** Acknowledges a button or menu whose message is about to change. */
export async function deferUpdate(interaction: MessageComponentInteraction): Promise<void> {
  if (!(await confirmed(interaction.deferUpdate()))) interaction.deferred = true;
}

/** Shows other content in the message that a button or menu stands under. */
export async function update(interaction: MessageComponentInteraction, content: Reply): Promise<void> {
  if (!(await confirmed(interaction.update(content)))) interaction.replied = true;
}

/** Answers for the eyes of whoever asked. */
export async function respondPrivately(
  interaction: RepliableInteraction,
  content: Parameters<typeof privateReply>[0],
): Promise<void> {
  if (!(await confirmed(interaction.reply(privateReply(content))))) interaction.replied = true;
}

/** Answers, and gives the id of the message with the answer; null where Discord does not tell it. */
export async function respond(
  interaction: CommandInteraction,
  content: Reply | PrivateReply,
): Promise<string | null> {
  const sent = interaction.reply({ ...content, withResponse: true });
  if (await confirmed(sent)) return (await sent).resource?.message?.id ?? null;
  interaction.replied = true;
  return (await interaction.fetchReply()).id;
}

async function confirmed(response: Promise<unknown>): Promise<boolean> {
  try {
    await response;
    return true;
  } catch (error) {
    if (replyFailure(error) !== 'already-answered') throw error;
    return false;
  }
}
