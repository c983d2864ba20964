import { type Interaction, MessageFlags, type RepliableInteraction } from 'discord.js';
import { UserFacingError } from '../requests/user-facing-error.ts';
import { textsFor } from '../wording/languages.ts';
import type { Texts } from '../wording/texts.ts';
import { COMMANDS, COMPONENTS } from './commands.ts';
import type { BotContext, Call } from './context.ts';
import { decodeCustomId } from './custom-id.ts';
import { replyFailure } from './failures.ts';
import { FIRST_RESPONSE_MS } from './limits.ts';
import { noticeCard } from './notice-card.ts';
import { reply } from './replies.ts';

/** Leaves half a second for the way to Discord. */
const STALE_AFTER_MS = FIRST_RESPONSE_MS - 500;

/**
 * Answers one interaction and never rejects: the one boundary round everything that members set off. What a person
 * can put right is told to them; anything else is logged with an id and shown as that id.
 */
export async function handleInteraction(interaction: Interaction, context: BotContext): Promise<void> {
  const ageMs = context.now() - interaction.createdTimestamp;
  if (ageMs > STALE_AFTER_MS) {
    context.log.warn(
      { ageMs },
      'interaction dropped: too old to answer (if all are, check this machine’s clock)',
    );
    return;
  }
  const call = { ...context, texts: textsFor(interaction.locale, interaction.guildLocale) };
  try {
    await route(interaction, call);
  } catch (error) {
    await answerFailure(interaction, error, call);
  }
}

async function route(interaction: Interaction, call: Call): Promise<void> {
  const { texts } = call;
  if (interaction.isChatInputCommand()) {
    const command = COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
    if (command === undefined) return notice(interaction, texts.notices.unknownCommand, texts);
    return command.run(interaction, call);
  }
  if (interaction.isButton()) {
    const id = decodeCustomId(interaction.customId);
    const component = COMPONENTS.find(({ name }) => name === id?.component);
    if (id === null || component === undefined)
      return notice(interaction, texts.notices.unknownButton, texts);
    return component.run(interaction, id.argument, call);
  }
  if (interaction.isRepliable()) return notice(interaction, texts.notices.unknownInteraction, texts);
}

async function answerFailure(interaction: Interaction, error: unknown, call: Call): Promise<void> {
  const { log, now, newErrorId, texts } = call;
  const expected = replyFailure(error);
  if (expected !== null) {
    log.warn({ ageMs: now() - interaction.createdTimestamp, expected }, 'reply not taken');
    return;
  }
  const id = newErrorId();
  const isForMember = error instanceof UserFacingError;
  if (isForMember) log.info({ code: error.code }, 'refused');
  else log.error({ err: error, id }, 'interaction failed');
  const words = isForMember ? refusalIn(texts, error) : texts.notices.failed(id);
  try {
    if (interaction.isRepliable()) await notice(interaction, words, texts);
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}

/** What only the operator's files can cause is told in English, as the files' problems are. */
function refusalIn(texts: Texts, { refusal, message }: UserFacingError): string {
  return refusal === null ? message : texts.refusal(refusal);
}

/** Tells the caller alone, in whatever way is still open. */
async function notice(interaction: RepliableInteraction, words: string, texts: Texts): Promise<void> {
  const card = reply({ embeds: [noticeCard(words, texts)] });
  if (interaction.deferred && !interaction.replied) await interaction.editReply(card);
  else if (interaction.replied) await interaction.followUp({ ...card, flags: MessageFlags.Ephemeral });
  else await interaction.reply({ ...card, flags: MessageFlags.Ephemeral });
}
