import {
  type APIButtonComponentWithCustomId,
  type ButtonInteraction,
  ButtonStyle,
  MessageFlags,
  messageLink,
} from 'discord.js';
import { callHelpers, type HelperCall } from '../../../requests/asking/call-helpers.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { QuestionRecord } from '../../../store/records/asked-row.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { textsFor } from '../../../wording/languages.ts';
import { readChannelContext } from '../../kit/channels/channel-context.ts';
import { type AnswerButton, toAnswerRef } from '../../kit/components/answer-button.ts';
import { type ButtonLook, buildButton, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import { isOutOfReach } from '../../kit/failures.ts';
import { deferUpdate } from '../../kit/first-response.ts';
import { escapeLinks, escapeWithin } from '../../kit/markdown/markdown.ts';
import { addNonce, confirmPosted } from '../../kit/posting.ts';
import { buildPrivateReply, buildReply } from '../../kit/replies.ts';

// Buttons under older messages carry this name in their custom ids.
const COMPONENT = 'human';

const MAX_QUESTION_CHARS = 1000;

/**
 * Passes the question on to the helpers that moderators chose, with a link to the answer. The button carries the id of the question. Under a
 * sure answer it is among the options instead.
 */
export const askHelpersButton: AnswerButton = {
  name: COMPONENT,
  build({ asked, hasHelpers, reply: { outcome } }, texts) {
    if (asked === null || !hasHelpers || outcome === 'answered') return null;
    return buildAskHelpersButton(
      asked,
      texts,
      outcome === 'unknown' ? ButtonStyle.Primary : ButtonStyle.Secondary,
    );
  },
  async run(interaction, askedId, { texts, locks, ...calling }) {
    const call = await callHelpers(calling, toAnswerRef(askedId, interaction), {
      callerId: interaction.user.id,
      channel: readChannelContext(interaction),
      async post(wanted) {
        // Posting may wait for a rate limit, longer than Discord waits for a first response.
        await deferUpdate(interaction);
        await post(interaction, wanted, textsFor(calling.settings.language, interaction.guildLocale));
      },
    });
    await editShownMessage(interaction, locks, (message) => {
      const rows = changeButtons(message, ({ component, language = texts.language }, shown) =>
        component === COMPONENT ? markDone(shown, textsFor(language)) : shown,
      );
      return { components: [...rows] };
    });
    const isOwn = call.asked.askerId === interaction.user.id;
    const { own, other } = texts.notices.handedOn;
    const words = (isOwn ? own : other)({ channel: `<#${call.channelId}>` });
    await interaction.followUp(buildPrivateReply({ content: words }));
  },
};

/** Builds the button that passes a question on; a disabled one that says so where somebody has passed it on. */
export function buildAskHelpersButton(
  { id: argument, isPassedOn }: Pick<QuestionRecord, 'id' | 'isPassedOn'>,
  texts: Pick<Texts, 'buttons' | 'language'>,
  style: ButtonLook['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  const { buttons, language } = texts;
  const button = buildButton(
    { component: COMPONENT, argument, language },
    { label: buttons.askHelpers, emoji: '🙋', style },
  );
  return isPassedOn ? markDone(button, texts) : button;
}

function markDone(
  button: APIButtonComponentWithCustomId,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return { ...button, label: buttons.askHelpersDone, disabled: true };
}

/** @throws {UserFacingError} `helpers-out-of-reach` when the channel is gone or closed to the bot */
async function post(interaction: ButtonInteraction, call: HelperCall, texts: Texts): Promise<void> {
  const { client } = interaction;
  const { asked, roleId } = call;
  const words = buildMessage(interaction, call, texts);
  const content = roleId === null ? words : `<@&${roleId}> ${words}`;
  try {
    const channel = await client.channels.fetch(call.channelId);
    if (!channel?.isSendable()) throw createRefusal({ kind: 'helpers-out-of-reach' });
    const pings = { roles: roleId === null ? [] : [roleId] };
    const body = buildReply({ content, pings, flags: MessageFlags.SuppressEmbeds });
    // When posting failed and nobody can tell whether it is there, Discord posts no second one for whoever presses again.
    await confirmPosted(channel.send(addNonce(body, COMPONENT, asked.id)), {
      channel,
      after: interaction.id,
      isIt: (message) => message.content === content,
    });
  } catch (cause) {
    if (!isOutOfReach(cause)) throw cause;
    throw createRefusal({ kind: 'helpers-out-of-reach' }, { cause });
  }
}

/** Builds the message in the server's language, with the question as it was understood: “when?” would tell a helper nothing. */
function buildMessage(interaction: ButtonInteraction, call: HelperCall, { notices }: Texts): string {
  const { user } = interaction;
  const { askerId } = call.asked;
  const asker = `<@${askerId}>`;
  const { own, other } = notices.askedHelpers;
  const opening = user.id === askerId ? own({ asker }) : other({ asker, by: `<@${user.id}>` });
  const asked = escapeWithin(call.question, MAX_QUESTION_CHARS, escapeLinks);
  return `${opening} ${asked}\n${buildLink(interaction, call.asked)}`;
}

/** Returns a link to the answer; to its channel when only the asker sees the answer. */
function buildLink({ guildId, message }: ButtonInteraction, asked: QuestionRecord): string {
  const { channelId, isAnsweredPrivately } = asked;
  // Pressed among the options, the button stands under a message that only one member sees.
  const messageId = message.flags.has(MessageFlags.Ephemeral) ? asked.messageId : message.id;
  if (isAnsweredPrivately || messageId === null) return `<#${channelId}>`;
  return messageLink(channelId, messageId, guildId ?? '@me');
}
