import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { requireSpeaking } from '../../requests/kit/speaking.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { readChannelContext } from './channels/channel-context.ts';
import type { RequestContext } from './context.ts';
import { classifyReplyFailure } from './failures.ts';
import { claimFirstResponse, isUnderMessage } from './late-acknowledgement.ts';
import {
  buildPrivateReply,
  type buildReplacement,
  buildReply,
  type Reply,
  type ReplyContent,
} from './replies.ts';
import { isUnconfirmed } from './rest.ts';

/*
 * Every first response passes through this file. Discord accepts only one. When the connection breaks after Discord has accepted it,
 * Discord says so to a second try; when no try is confirmed, we look whether the response is there. A lost confirmation stops nothing
 * that follows. When the interaction was already acknowledged because its answer took long, the response is sent as a follow-up.
 */

type Replied = Pick<RepliableInteraction, 'fetchReply'>;

/** Acknowledges a slow command with a placeholder that only its caller sees. */
export async function deferPrivately(
  interaction: CommandInteraction | ModalSubmitInteraction,
): Promise<void> {
  if (!(await claimFirstResponse(interaction))) return;
  const deferred = interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (!(await isConfirmed(interaction, deferred))) interaction.deferred = true;
}

/** Acknowledges a button, a menu, or a form that a button opened, before its message changes. */
export async function deferUpdate(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
): Promise<void> {
  if (!(await claimFirstResponse(interaction))) return;
  if (!(await isConfirmed(interaction, interaction.deferUpdate()))) interaction.deferred = true;
}

/** Replaces the content of the message that a button or menu stands under. */
export async function update(
  interaction: MessageComponentInteraction,
  content: Reply | ReturnType<typeof buildReplacement>,
): Promise<void> {
  if (!(await claimFirstResponse(interaction))) {
    await interaction.editReply(content);
    return;
  }
  if (!(await isConfirmed(interaction, interaction.update(content)))) interaction.replied = true;
}

/** Responds with a message that only the caller sees. */
export async function respondPrivately(
  interaction: RepliableInteraction,
  content: ReplyContent,
): Promise<void> {
  if (!(await claimFirstResponse(interaction))) await followPrivately(interaction, content);
  else if (!(await isConfirmed(interaction, interaction.reply(buildPrivateReply(content)))))
    interaction.replied = true;
}

/** Returns whether a deferred reply still has no content; false when Discord does not tell. */
export async function isReplyPending(interaction: Replied): Promise<boolean> {
  return (await find(interaction))?.flags.has(MessageFlags.Loading) ?? false;
}

/** Returns whether nobody has edited the message since its button was pressed; false when it is gone or Discord does not tell. */
export async function isMessageUnchanged(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
): Promise<boolean> {
  const message = await find(interaction);
  return message !== null && message.editedTimestamp === interaction.message.editedTimestamp;
}

/** Shows a form. A form cannot follow an acknowledgement, so a late handler asks the member to press again. */
export async function showForm(
  interaction: ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  form: APIModalInteractionResponseCallbackData,
  { notices }: Texts,
): Promise<void> {
  if (await claimFirstResponse(interaction)) await interaction.showModal(form);
  else await followPrivately(interaction, { content: notices.pressAgain });
}

/** A response that everybody in the channel sees, or only the caller. */
export interface Response extends ReplyContent {
  readonly isPrivate: boolean;
}

/**
 * Responds, and returns the id of the message with the answer, or null if Discord does not tell it.
 *
 * @throws {UserFacingError} `not-here` for a public response where the bot may not speak
 */
export async function respond(
  interaction: CommandInteraction,
  response: Response,
  { texts, settings }: Pick<RequestContext, 'texts' | 'settings'>,
): Promise<string | null> {
  if (!response.isPrivate) requireSpeaking(settings, readChannelContext(interaction));
  if (!(await claimFirstResponse(interaction))) return followLate(interaction, response, texts);
  const body = response.isPrivate ? buildPrivateReply(response) : buildReply(response);
  const sent = interaction.reply({ ...body, withResponse: true });
  const delivery = await awaitDelivery(interaction, sent);
  if (delivery === 'confirmed') return (await sent).resource?.message?.id ?? null;
  interaction.replied = true;
  return (delivery.message ?? (await find(interaction)))?.id ?? null;
}

/** Responds after an acknowledgement. Only the asker sees that placeholder, so a public answer needs a message of its own. */
async function followLate(
  interaction: CommandInteraction,
  response: Response,
  { notices }: Texts,
): Promise<string> {
  const body = buildReply(response);
  if (response.isPrivate) return (await interaction.editReply(body)).id;
  await interaction.editReply(buildReply({ content: notices.answerFollows }));
  try {
    return (await interaction.followUp(body)).id;
  } catch {
    // A follow-up is never tried twice. When it failed, at least the asker gets the answer, in place of the words above.
    return (await interaction.editReply({ ...body, content: body.content ?? null })).id;
  }
}

async function followPrivately(interaction: RepliableInteraction, content: ReplyContent): Promise<void> {
  // An edit after a component's acknowledgement would change the message above it, which has to stay.
  if (isUnderMessage(interaction)) await interaction.followUp(buildPrivateReply(content));
  else await interaction.editReply(buildReply(content));
}

async function isConfirmed(interaction: Replied, response: Promise<unknown>): Promise<boolean> {
  return (await awaitDelivery(interaction, response)) === 'confirmed';
}

/**
 * Returns how Discord accepted the response. Without a confirmation, returns the message that we had to look for, or null for a repeated
 * try. Rejects as `response` does when Discord has not accepted it.
 */
async function awaitDelivery(
  interaction: Replied,
  response: Promise<unknown>,
): Promise<'confirmed' | { readonly message: Message | null }> {
  try {
    await response;
    return 'confirmed';
  } catch (error) {
    if (classifyReplyFailure(error) === 'already-answered') return { message: null };
    const message = isUnconfirmed(error) ? await find(interaction) : null;
    if (message === null) throw error;
    return { message };
  }
}

/** Returns the message that the first response created or changed, or null if there is none or Discord does not tell. */
async function find(interaction: Replied): Promise<Message | null> {
  try {
    return await interaction.fetchReply();
  } catch {
    return null;
  }
}
