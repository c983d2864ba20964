import type {
  AnySelectMenuInteraction,
  APIContainerComponent,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
} from 'discord.js';
import { createRefusal, UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { buildNoticeCard, buildRefusalCard } from '../cards/notice-card.ts';
import { type BotContext, createRequestContext, type RequestContext } from '../kit/context.ts';
import { decodeCustomId } from '../kit/custom-id.ts';
import { classifyReplyFailure, createErrorId } from '../kit/failures.ts';
import { isMessageUnchanged, isReplyPending, respondPrivately } from '../kit/first-response.ts';
import { acknowledgeInTime, isUnderMessage } from '../kit/late-acknowledgement.ts';
import { logRefused } from '../kit/log.ts';
import { buildPrivateReply, buildReply } from '../kit/replies.ts';
import { isUnconfirmed, Unconfirmed } from '../kit/rest.ts';
import { ANY_MENUS, BUTTONS, COMMANDS, MENUS, MESSAGE_COMMANDS, MODALS } from './commands.ts';

/**
 * Answers one interaction and never rejects: it catches every error of the handlers. A member sees what they can put right themselves. Any
 * other error is logged with an id, and the member sees that id.
 */
export async function handleInteraction(interaction: Interaction, context: BotContext): Promise<void> {
  const receivedAtMs = context.nowMs();
  const work = async (): Promise<void> => {
    await route(interaction, await readContext(interaction, context));
  };
  const onNotAcknowledged = (err: unknown): void => context.log.warn({ err }, 'not acknowledged in time');
  try {
    if (interaction.isRepliable()) await acknowledgeInTime(interaction, work, onNotAcknowledged);
    else await work();
  } catch (error) {
    await answerFailure(interaction, error, { ...context, receivedAtMs });
  }
}

function readContext(interaction: Interaction, context: BotContext): Promise<RequestContext> {
  const { guildId, locale, guildLocale } = interaction;
  return createRequestContext(context, guildId, [locale, guildLocale]);
}

async function route(interaction: Interaction, context: RequestContext): Promise<void> {
  if (interaction.isChatInputCommand()) return runCommand(interaction, context);
  if (interaction.isAutocomplete()) return suggest(interaction, context);
  if (interaction.isMessageContextMenuCommand()) return runMessageCommand(interaction, context);
  if (interaction.isButton()) return press(interaction, context);
  if (interaction.isAnySelectMenu()) return pick(interaction, context);
  if (interaction.isModalSubmit()) return submit(interaction, context);
  if (interaction.isRepliable())
    return notify(interaction, buildNoticeCard(context.texts.notices.unknownInteraction));
}

function runCommand(interaction: ChatInputCommandInteraction, context: RequestContext): Promise<void> {
  const command = COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  if (command !== undefined) return command.run(interaction, context);
  return notify(interaction, buildNoticeCard(context.texts.notices.unknownCommand));
}

function runMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  context: RequestContext,
): Promise<void> {
  const command = MESSAGE_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  if (command !== undefined) return command.run(interaction, context);
  return notify(interaction, buildNoticeCard(context.texts.notices.unknownCommand));
}

async function suggest(interaction: AutocompleteInteraction, context: RequestContext): Promise<void> {
  const command = COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  await command?.suggest?.(interaction, context);
}

async function press(interaction: ButtonInteraction, context: RequestContext): Promise<void> {
  const { argument, component } = findUsed(interaction, BUTTONS);
  await component.run(interaction, argument, context);
}

async function pick(interaction: AnySelectMenuInteraction, context: RequestContext): Promise<void> {
  if (interaction.isStringSelectMenu()) {
    const { argument, component } = findUsed(interaction, [...MENUS, ...ANY_MENUS]);
    return component.run(interaction, argument, context);
  }
  const { argument, component } = findUsed(interaction, ANY_MENUS);
  return component.run(interaction, argument, context);
}

/** Runs a submitted form. A form has no message to check its id against, but sending it permits nothing beyond the form itself. */
async function submit(interaction: ModalSubmitInteraction, context: RequestContext): Promise<void> {
  const id = decodeCustomId(interaction.customId);
  const form = MODALS.find(({ name }) => name === id?.component);
  if (id === null || form === undefined) throw createRefusal({ kind: 'unknown-button' });
  await form.run(interaction, id.argument, context);
}

/**
 * Finds the pressed component by its custom id. A client sent the id, and the handlers trust its argument, so a component with that id must
 * stand under the message. Discord sent ephemeral messages without components in the past; then there is nothing to check against.
 *
 * @throws {UserFacingError} `unknown-button`
 */
function findUsed<Component extends { readonly name: string }>(
  { customId, message }: MessageComponentInteraction,
  components: readonly Component[],
) {
  const id = decodeCustomId(customId);
  const component = components.find(({ name }) => name === id?.component);
  const isThere = message.components.length === 0 || message.resolveComponent(customId) !== null;
  if (id === null || component === undefined || !isThere) throw createRefusal({ kind: 'unknown-button' });
  return { argument: id.argument, component };
}

/**
 * Logs an error and tells the member. The delay of a late reply is measured from when we received the interaction, because our clock and
 * Discord's may differ.
 */
async function answerFailure(
  interaction: Interaction,
  error: unknown,
  context: BotContext & { readonly receivedAtMs: number },
): Promise<void> {
  const { log, measures, nowMs, receivedAtMs, random } = context;
  const expected = classifyReplyFailure(error);
  if (expected !== null) {
    log.warn({ afterMs: Math.round(nowMs() - receivedAtMs), expected }, 'reply not taken');
    measures.countReplyNotTaken();
    return;
  }
  const id = createErrorId(random);
  const isForMember = error instanceof UserFacingError;
  if (isForMember) logRefused(log, error);
  else if (await isShown(interaction, error)) {
    log.warn({ err: error, id }, 'failed after the reply, or not confirmed');
    return;
  } else {
    log.error({ err: error, id }, 'interaction failed');
    measures.countFailure('interaction');
  }
  try {
    if (!interaction.isRepliable()) return;
    const { texts } = await readContext(interaction, context);
    const card = isForMember ? buildRefusalCard(error, texts) : buildNoticeCard(texts.notices.failed({ id }));
    await notify(interaction, card);
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}

/** Returns whether the member has seen a reply, or may have seen one that Discord did not confirm. Then no apology follows. */
async function isShown(interaction: Interaction, error: unknown): Promise<boolean> {
  if (!interaction.isRepliable()) return false;
  const { deferred, replied } = interaction;
  if (replied) return true;
  // Discord accepts no second first response, so no apology either.
  if (!deferred || !isUnconfirmed(error)) return false;
  if (!isUnderMessage(interaction)) return !(await isReplyPending(interaction));
  return error instanceof Unconfirmed || !(await isMessageUnchanged(interaction));
}

/** Shows a card to the caller alone, in whatever way the interaction still allows. */
async function notify(interaction: RepliableInteraction, card: APIContainerComponent): Promise<void> {
  const content = { components: [card] };
  const { deferred, replied } = interaction;
  if (!deferred && !replied) await respondPrivately(interaction, content);
  // An edit after a component's acknowledgement would change the message above it, which has to stay.
  else if (replied || isUnderMessage(interaction)) await interaction.followUp(buildPrivateReply(content));
  else await interaction.editReply(buildReply(content));
}
