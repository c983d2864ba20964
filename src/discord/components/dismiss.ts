import { type APIButtonComponentWithCustomId, type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import { refused } from '../../requests/user-facing-error.ts';
import type { Language, Localised } from '../../wording/texts.ts';
import type { AnswerButton } from '../answer-button.ts';
import { button } from '../buttons.ts';
import { deferUpdate } from '../first-response.ts';

const COMPONENT = 'dismiss';
const LABEL: Localised = { en: 'Dismiss', ru: 'Убрать', de: 'Entfernen', es: 'Quitar', fr: 'Retirer' };

/** Takes an answer away: for who asked, whose id it carries, and for moderators. Private ones have Discord's own way. */
export const dismissButton: AnswerButton = {
  name: COMPONENT,
  under({ askerId, isPrivate }, { language }) {
    return isPrivate ? null : dismissFor(askerId, language);
  },
  async run(interaction, askerId) {
    if (interaction.user.id !== askerId && !isModerator(interaction)) {
      const owner = /^\d{17,20}$/.test(askerId) ? `<@${askerId}>` : '?';
      throw refused({ kind: 'not-yours', owner });
    }
    await deferUpdate(interaction);
    await interaction.deleteReply();
  },
};

/** The button under what this member has asked or shared. */
export function dismissFor(askerId: string, language: Language): APIButtonComponentWithCustomId {
  return button({ component: COMPONENT, argument: askerId }, { label: LABEL[language], emoji: '🗑️' });
}

function isModerator({ memberPermissions }: ButtonInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
}
