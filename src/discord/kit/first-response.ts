import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteraction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { classifyReplyFailure } from './failures.ts';
import { claimFirstResponse } from './late-acknowledgement.ts';
import { buildPrivateReply, buildReply, type PrivateReply, type Reply } from './replies.ts';
import { isUnconfirmed } from './rest.ts';

/*
 * Every first response leaves through here. Discord takes one only. Where the connection breaks after Discord has taken it, a
 * second try is told so; where no try is confirmed, we look whether it is there. A lost confirmation stops nothing that follows.
 * Where the interaction was acknowledged already, since its answer took long, what would have been the first response follows instead.
 */

type Replied = Pick<RepliableInteraction, 'fetchReply'>;

/** Acknowledges a command whose answer takes a while, for its caller alone. */
export async function deferPrivately(
  interaction: CommandInteraction | ModalSubmitInteraction,
): Promise<void> {
  if (!(await claimFirstResponse(interaction))) return;
  const deferred = interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (!(await isConfirmed(interaction, deferred))) interaction.deferred = true;
}

/** Acknowledges a button or menu whose message is about to change. */
export async function deferUpdate(interaction: MessageComponentInteraction): Promise<void> {
  if (!(await claimFirstResponse(interaction))) return;
  if (!(await isConfirmed(interaction, interaction.deferUpdate()))) interaction.deferred = true;
}

/** Shows other content in the message that a button or menu stands under. */
export async function update(interaction: MessageComponentInteraction, content: Reply): Promise<void> {
  if (!(await claimFirstResponse(interaction))) {
    await interaction.editReply(content);
    return;
  }
  if (!(await isConfirmed(interaction, interaction.update(content)))) interaction.replied = true;
}

/** Answers for the eyes of whoever asked. */
export async function respondPrivately(
  interaction: RepliableInteraction,
  content: Parameters<typeof buildPrivateReply>[0],
): Promise<void> {
  if (!(await claimFirstResponse(interaction))) await followPrivately(interaction, content);
  else if (!(await isConfirmed(interaction, interaction.reply(buildPrivateReply(content)))))
    interaction.replied = true;
}

/** Whether a deferred reply still waits for its content; false where Discord does not tell. */
export async function isReplyPending(interaction: Replied): Promise<boolean> {
  return (await find(interaction))?.flags.has(MessageFlags.Loading) ?? false;
}

/** Whether the message under which somebody pressed is as it was then; false where it is gone, or Discord does not tell. */
export async function isMessageUnchanged(interaction: MessageComponentInteraction): Promise<boolean> {
  const message = await find(interaction);
  return message !== null && message.editedTimestamp === interaction.message.editedTimestamp;
}

/** What a late answer waits for: a form cannot follow an acknowledgement. */
export async function showForm(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  form: APIModalInteractionResponseCallbackData,
  { notices }: Texts,
): Promise<void> {
  if (await claimFirstResponse(interaction)) await interaction.showModal(form);
  else await followPrivately(interaction, { content: notices.pressAgain, embeds: [] });
}

/** Answers, and gives the id of the message with the answer; null where Discord does not tell it. */
export async function respond(
  interaction: CommandInteraction,
  content: Reply | PrivateReply,
  texts: Texts,
): Promise<string | null> {
  if (!(await claimFirstResponse(interaction))) return followLate(interaction, content, texts);
  const sent = interaction.reply({ ...content, withResponse: true });
  const taken = await takenBy(interaction, sent);
  if (taken === 'confirmed') return (await sent).resource?.message?.id ?? null;
  interaction.replied = true;
  return (taken.message ?? (await find(interaction)))?.id ?? null;
}

/** What was acknowledged is for the asker alone: a public answer stands in a message of its own. */
async function followLate(
  interaction: CommandInteraction,
  content: Reply | PrivateReply,
  { notices }: Texts,
): Promise<string> {
  if (content.flags === MessageFlags.Ephemeral) {
    const { flags: _alreadyPrivate, ...edited } = content;
    return (await interaction.editReply(edited)).id;
  }
  await interaction.editReply(buildReply({ content: notices.answerFollows, embeds: [] }));
  try {
    return (await interaction.followUp(content)).id;
  } catch {
    // A follow-up is never tried twice. Where it is not there, whoever asked has the answer at least.
    return (await interaction.editReply(content)).id;
  }
}

async function followPrivately(
  interaction: RepliableInteraction,
  content: Parameters<typeof buildPrivateReply>[0],
): Promise<void> {
  // What a button's acknowledgement stands for is the message above it, which has to stay.
  if (interaction.isMessageComponent()) await interaction.followUp(buildPrivateReply(content));
  else await interaction.editReply(buildReply(content));
}

async function isConfirmed(interaction: Replied, response: Promise<unknown>): Promise<boolean> {
  return (await takenBy(interaction, response)) === 'confirmed';
}

/**
 * How Discord took the response: where it did so without a confirmation, the message where we had to look for it.
 * Rejects as `response` does where Discord has not taken it.
 */
async function takenBy(
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

/** The message that the first response made or changed; null where there is none, or Discord does not tell. */
async function find(interaction: Replied): Promise<Message | null> {
  try {
    return await interaction.fetchReply();
  } catch {
    return null;
  }
}
