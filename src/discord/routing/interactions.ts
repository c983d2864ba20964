import type {
  APIEmbed,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { refused, UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { noticeCard, reportCard } from '../cards/notice-card.ts';
import type { BotContext, Call } from '../kit/context.ts';
import { decodeCustomId } from '../kit/custom-id.ts';
import { replyFailure } from '../kit/failures.ts';
import { isUnchanged, isWaiting, respondPrivately } from '../kit/first-response.ts';
import { acknowledgingInTime } from '../kit/late-acknowledgement.ts';
import { privateReply, reply } from '../kit/replies.ts';
import { isUnconfirmed, Unconfirmed } from '../kit/rest.ts';
import { textsIn } from '../kit/texts-in.ts';
import { BUTTONS, COMMANDS, MENUS, MESSAGE_COMMANDS, MODALS } from './commands.ts';

/**
 * Answers one interaction and never rejects: the one boundary round everything that members set off. What a person
 * can put right is told to them; anything else is logged with an id and shown as that id.
 */
export async function handleInteraction(interaction: Interaction, context: BotContext): Promise<void> {
  const receivedAtMs = context.nowMs();
  const work = async (): Promise<void> => {
    await route(interaction, { ...context, texts: await textsOf(interaction, context) });
  };
  const onNotAcknowledged = (err: unknown): void => context.log.warn({ err }, 'not acknowledged in time');
  try {
    if (interaction.isRepliable()) await acknowledgingInTime(interaction, work, onNotAcknowledged);
    else await work();
  } catch (error) {
    await answerFailure(interaction, error, { ...context, receivedAtMs });
  }
}

function textsOf({ guildId, locale, guildLocale }: Interaction, context: BotContext): Promise<Texts> {
  return textsIn(context, guildId, locale, guildLocale);
}

async function route(interaction: Interaction, call: Call): Promise<void> {
  if (interaction.isChatInputCommand()) return runCommand(interaction, call);
  if (interaction.isAutocomplete()) return suggest(interaction, call);
  if (interaction.isMessageContextMenuCommand()) return runMessageCommand(interaction, call);
  if (interaction.isButton()) return press(interaction, call);
  if (interaction.isStringSelectMenu()) return pick(interaction, call);
  if (interaction.isModalSubmit()) return submit(interaction, call);
  if (interaction.isRepliable())
    return notice(interaction, noticeCard(call.texts.notices.unknownInteraction));
}

function runCommand(interaction: ChatInputCommandInteraction, call: Call): Promise<void> {
  const command = COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  if (command !== undefined) return command.run(interaction, call);
  return notice(interaction, noticeCard(call.texts.notices.unknownCommand));
}

function runMessageCommand(interaction: MessageContextMenuCommandInteraction, call: Call): Promise<void> {
  const command = MESSAGE_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  if (command !== undefined) return command.run(interaction, call);
  return notice(interaction, noticeCard(call.texts.notices.unknownCommand));
}

async function suggest(interaction: AutocompleteInteraction, call: Call): Promise<void> {
  const command = COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  await command?.suggest?.(interaction, call);
}

async function press(interaction: ButtonInteraction, call: Call): Promise<void> {
  const { argument, component } = used(interaction, BUTTONS);
  await component.run(interaction, argument, call);
}

async function pick(interaction: StringSelectMenuInteraction, call: Call): Promise<void> {
  const { argument, component } = used(interaction, MENUS);
  await component.run(interaction, argument, call);
}

/** A form has no message to compare with: whoever sends it may no more than with the form. */
async function submit(interaction: ModalSubmitInteraction, call: Call): Promise<void> {
  const id = decodeCustomId(interaction.customId);
  const form = MODALS.find(({ name }) => name === id?.component);
  if (id === null || form === undefined) throw refused({ kind: 'unknown-button' });
  await form.run(interaction, id.argument, call);
}

/**
 * What was pressed, by its custom id. The id comes from a client, and what it carries is believed from here on: it has to stand under
 * the message. Only where the message is told without any components, as ephemeral ones once were, nothing can be compared.
 *
 * @throws {UserFacingError} `unknown-button`
 */
function used<Component extends { readonly name: string }>(
  { customId, message }: MessageComponentInteraction,
  components: readonly Component[],
) {
  const id = decodeCustomId(customId);
  const component = components.find(({ name }) => name === id?.component);
  const isThere = message.components.length === 0 || message.resolveComponent(customId) !== null;
  if (id === null || component === undefined || !isThere) throw refused({ kind: 'unknown-button' });
  return { argument: id.argument, component };
}

/** How late a reply was is measured from when we received what it answers: the clocks of this machine and of Discord may differ. */
async function answerFailure(
  interaction: Interaction,
  error: unknown,
  context: BotContext & { readonly receivedAtMs: number },
): Promise<void> {
  const { log, nowMs, receivedAtMs, newErrorId } = context;
  const expected = replyFailure(error);
  if (expected !== null) {
    log.warn({ afterMs: Math.round(nowMs() - receivedAtMs), expected }, 'reply not taken');
    return;
  }
  const id = newErrorId();
  const isForMember = error instanceof UserFacingError;
  if (isForMember) log.info({ code: error.code }, 'refused');
  else if (await isShown(interaction, error)) {
    log.warn({ err: error, id }, 'failed after the reply, or not confirmed');
    return;
  } else log.error({ err: error, id }, 'interaction failed');
  try {
    if (!interaction.isRepliable()) return;
    const texts = await textsOf(interaction, context);
    const card = isForMember ? refusalCard(error, texts) : noticeCard(texts.notices.failed(id));
    await notice(interaction, card);
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}

/** Whether the member has been shown a reply, or may have been: Discord did not confirm it. No apology follows one. */
async function isShown(interaction: Interaction, error: unknown): Promise<boolean> {
  if (!interaction.isRepliable()) return false;
  const { deferred, replied } = interaction;
  if (replied) return true;
  // Discord takes no apology as a second first response.
  if (!deferred || !isUnconfirmed(error)) return false;
  if (!interaction.isMessageComponent()) return !(await isWaiting(interaction));
  return error instanceof Unconfirmed || !(await isUnchanged(interaction));
}

function refusalCard({ refusal, message }: UserFacingError, texts: Texts): APIEmbed {
  if (refusal === null) return reportCard(message, texts);
  const words = texts.refusal(refusal);
  const quotesFiles = refusal.kind === 'article-unreadable' || refusal.kind === 'no-readable-article';
  return quotesFiles ? reportCard(words, texts) : noticeCard(words);
}

/** Tells the caller alone, in whatever way is still open. */
async function notice(interaction: RepliableInteraction, card: APIEmbed): Promise<void> {
  const content = { embeds: [card] };
  const { deferred, replied } = interaction;
  if (!deferred && !replied) await respondPrivately(interaction, content);
  // What a button defers is the change of the message it stands under, which has to stay.
  else if (replied || interaction.isMessageComponent()) await interaction.followUp(privateReply(content));
  else await interaction.editReply(reply(content));
}
