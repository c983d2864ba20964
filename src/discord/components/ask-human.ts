import { type ButtonInteraction, ButtonStyle, channelLink, MessageFlags, messageLink } from 'discord.js';
import { callHuman, type HumanCall } from '../../requests/ask-human.ts';
import { refused } from '../../requests/user-facing-error.ts';
import type { Localised, Texts } from '../../wording/texts.ts';
import { type AnswerButton, answerRef } from '../answer-button.ts';
import { button, changeButtons } from '../buttons.ts';
import { isOutOfReach } from '../failures.ts';
import { escapeWithin } from '../markdown.ts';
import { privateReply, reply } from '../replies.ts';

const COMPONENT = 'human';
const LABEL: Localised = {
  en: 'Ask a human',
  ru: 'Спросить человека',
  de: 'Einen Menschen fragen',
  es: 'Preguntar a una persona',
  fr: 'Demander à quelqu’un',
};
/** What the button says once it was pressed. */
const DONE: Localised = {
  en: 'Handed on',
  ru: 'Передано',
  de: 'Weitergegeben',
  es: 'Pasado',
  fr: 'Transmis',
};

const MAX_QUESTION_CHARS = 1000;

/** Puts the question, with a link to the answer, to the people that moderators chose. It carries the id of what was asked. */
export const askHumanButton: AnswerButton = {
  name: COMPONENT,
  under({ asked, hasHuman, reply: { outcome } }, { language }) {
    if (asked === null || !hasHuman) return null;
    const style = outcome === 'answered' ? ButtonStyle.Secondary : ButtonStyle.Primary;
    return button(
      { component: COMPONENT, argument: asked.id },
      { label: LABEL[language], emoji: '🙋', style },
    );
  },
  async run(interaction, askedId, { store, texts }) {
    const call = await callHuman(store, answerRef(askedId, interaction));
    // Posting may have to wait for its turn, longer than Discord waits for a first response.
    await interaction.deferUpdate();
    await post(interaction, call, texts);
    const rows = changeButtons(interaction.message, ({ component }, shown) =>
      component === COMPONENT ? { ...shown, label: DONE[texts.language], disabled: true } : shown,
    );
    await interaction.editReply({ components: [...rows] });
    const words = texts.notices.handedOn(`<#${call.channelId}>`);
    await interaction.followUp(privateReply({ content: words, embeds: [] }));
  },
};

/** @throws {UserFacingError} `human-out-of-reach` where the channel is gone, or closed to us */
async function post(interaction: ButtonInteraction, call: HumanCall, { notices }: Texts): Promise<void> {
  const { client, user } = interaction;
  const { asked, roleId } = call;
  const link = `<${linkTo(interaction)}>`;
  const question = escapeWithin(asked.question, MAX_QUESTION_CHARS);
  const words = notices.askedHuman(`<@${user.id}>`, question, link);
  const content = roleId === null ? words : `<@&${roleId}> ${words}`;
  try {
    const channel = await client.channels.fetch(call.channelId);
    if (!channel?.isSendable()) throw refused({ kind: 'human-out-of-reach' });
    await channel.send(reply({ content, embeds: [], pings: { roles: roleId === null ? [] : [roleId] } }));
  } catch (cause) {
    if (!isOutOfReach(cause)) throw cause;
    throw refused({ kind: 'human-out-of-reach' }, { cause });
  }
}

/** Nobody else could follow a link to an answer that only the asker sees. */
function linkTo({ guildId, channelId, message }: ButtonInteraction): string {
  const place = guildId ?? '@me';
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  return isPrivate ? channelLink(channelId, place) : messageLink(channelId, message.id, place);
}
