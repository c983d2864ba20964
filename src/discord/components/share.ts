import { ButtonStyle, MessageFlags } from 'discord.js';
import { refused } from '../../requests/user-facing-error.ts';
import type { Localised } from '../../wording/texts.ts';
import type { AnswerButton } from '../answer-button.ts';
import { button, buttonRows, changeButtons } from '../buttons.ts';
import { reply } from '../replies.ts';
import { dismissFor } from './dismiss.ts';

const COMPONENT = 'share';
const LABEL: Localised = { en: 'Share', ru: 'Поделиться', de: 'Teilen', es: 'Compartir', fr: 'Partager' };

/** Shows a private answer to everybody, as the asker sees it, once; what everybody sees already is not said again in somebody's name. */
export const shareButton: AnswerButton = {
  name: COMPONENT,
  under({ reply: { outcome }, isPrivate }, { language }) {
    if (!isPrivate || outcome === 'unknown') return null;
    const look = { label: LABEL[language], emoji: '📣', style: ButtonStyle.Primary } as const;
    return button({ component: COMPONENT, argument: '' }, look);
  },
  async run(interaction, _, { texts }) {
    const { message, user } = interaction;
    if (!message.flags.has(MessageFlags.Ephemeral)) throw refused({ kind: 'unknown-button' });
    const others = changeButtons(message, ({ component }, shown) => (component === COMPONENT ? null : shown));
    await interaction.update({ components: [...others] });
    await interaction.followUp(
      reply({
        content: texts.answer.sharedBy(`<@${user.id}>`),
        embeds: message.embeds.map((embed) => embed.toJSON()),
        components: [...others, ...buttonRows([dismissFor(user.id, texts.language)])],
      }),
    );
  },
};
