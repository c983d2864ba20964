import { ButtonStyle, MessageFlags } from 'discord.js';
import { requireSpeaking } from '../../../requests/kit/speaking.ts';
import { refused } from '../../../requests/kit/user-facing-error.ts';
import type { Localised } from '../../../wording/kit/texts.ts';
import type { AnswerButton } from '../../kit/components/answer-button.ts';
import { button, buttonRows, changeButtons } from '../../kit/components/buttons.ts';
import { changeShown } from '../../kit/components/change-shown.ts';
import { placeOf } from '../../kit/places/place.ts';
import { followUpOnce } from '../../kit/posted.ts';
import { reply } from '../../kit/replies.ts';
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
  async run(interaction, _, call) {
    const { texts, turns } = call;
    if (!interaction.message.flags.has(MessageFlags.Ephemeral)) throw refused({ kind: 'unknown-button' });
    await requireSpeaking(call, placeOf(interaction));
    await changeShown(interaction, turns, async (shown) => {
      // Pressed twice at the same moment: there is a copy already.
      if (shown.resolveComponent(interaction.customId) === null) return null;
      const others = changeButtons(shown, ({ component }, each) => (component === COMPONENT ? null : each));
      const content = texts.answer.sharedBy(`<@${interaction.user.id}>`);
      const copy = {
        ...reply({
          embeds: shown.embeds.map((embed) => embed.toJSON()),
          components: [...others, ...buttonRows([dismissFor(interaction.user.id, texts.language)])],
        }),
        content,
      };
      // The copy before the button goes: where it cannot be posted, it can be tried again.
      await followUpOnce(interaction, copy);
      return { components: [...others] };
    });
  },
};
