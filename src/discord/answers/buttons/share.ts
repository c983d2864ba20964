import { ButtonStyle, MessageFlags } from 'discord.js';
import { requireSpeaking } from '../../../requests/kit/speaking.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { Localised } from '../../../wording/kit/texts.ts';
import { readChannelContext } from '../../kit/channels/channel-context.ts';
import type { AnswerButton } from '../../kit/components/answer-button.ts';
import { buildButton, buildButtonRows, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import { followUpOnce } from '../../kit/posting.ts';
import { buildReply } from '../../kit/replies.ts';
import { buildDismissButton } from './dismiss.ts';

const COMPONENT = 'share';
const LABEL: Localised = { en: 'Share', ru: 'Поделиться', de: 'Teilen', es: 'Compartir', fr: 'Partager' };

/** Shows a private answer to everybody, as the asker sees it, once; what everybody sees already is not said again in somebody's name. */
export const shareButton: AnswerButton = {
  name: COMPONENT,
  build({ reply: { outcome }, isPrivate }, { language }) {
    if (!isPrivate || outcome === 'unknown') return null;
    const look = { label: LABEL[language], emoji: '📣', style: ButtonStyle.Primary } as const;
    return buildButton({ component: COMPONENT, argument: '' }, look);
  },
  async run(interaction, _, context) {
    const { texts, locks } = context;
    if (!interaction.message.flags.has(MessageFlags.Ephemeral))
      throw createRefusal({ kind: 'unknown-button' });
    await requireSpeaking(context, readChannelContext(interaction));
    await editShownMessage(interaction, locks, async (shown) => {
      // Pressed twice at the same moment: there is a copy already.
      if (shown.resolveComponent(interaction.customId) === null) return null;
      const others = changeButtons(shown, ({ component }, each) => (component === COMPONENT ? null : each));
      const content = texts.answer.sharedBy(`<@${interaction.user.id}>`);
      const copy = {
        ...buildReply({
          embeds: shown.embeds.map((embed) => embed.toJSON()),
          components: [
            ...others,
            ...buildButtonRows([buildDismissButton(interaction.user.id, texts.language)]),
          ],
        }),
        content,
      };
      // The copy before the button goes: where it cannot be posted, it can be tried again.
      await followUpOnce(interaction, copy);
      return { components: [...others] };
    });
  },
};
