import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { applyPreview, discardPreview } from '../../requests/refreshing/preview-refresh.ts';
import type { Localised, Texts } from '../../wording/kit/texts.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { refreshCard } from '../cards/refresh-card.ts';
import { button } from '../kit/components/buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { deferUpdate, update } from '../kit/first-response.ts';
import { reply } from '../kit/replies.ts';
import { refresherOf, requesterOf } from '../kit/requester.ts';

const APPLY = 'apply';
const DISCARD = 'discard';
const LABELS: Localised<{ readonly apply: string; readonly discard: string }> = {
  en: { apply: 'Apply', discard: 'Discard' },
  ru: { apply: 'Применить', discard: 'Отклонить' },
  de: { apply: 'Übernehmen', discard: 'Verwerfen' },
  es: { apply: 'Aplicar', discard: 'Descartar' },
  fr: { apply: 'Appliquer', discard: 'Abandonner' },
};

/** What stands under a preview; both carry its id, which is worth nothing after a restart. */
export function previewButtons(id: string, { language }: Texts): readonly APIButtonComponentWithCustomId[] {
  const { apply, discard } = LABELS[language];
  return [
    button({ component: APPLY, argument: id }, { label: apply, style: ButtonStyle.Primary }),
    button({ component: DISCARD, argument: id }, { label: discard }),
  ];
}

/** Serves what was previewed, and shows in place of the preview what has changed, or that it is no longer valid. */
export const applyButton: ButtonComponent = {
  name: APPLY,
  async run(interaction, id, call) {
    const { refreshes, texts } = call;
    await deferUpdate(interaction);
    const refresher = await refresherOf(interaction, call);
    try {
      const report = await applyPreview(refreshes, refresher, id);
      await interaction.editReply(reply({ embeds: [refreshCard(report, texts)] }));
    } catch (error) {
      if (!isGone(error)) throw error;
      await interaction.editReply(reply({ embeds: [noticeCard(texts.refusal({ kind: 'preview-gone' }))] }));
    }
  },
};

export const discardButton: ButtonComponent = {
  name: DISCARD,
  async run(interaction, id, call) {
    const { refreshes, texts } = call;
    discardPreview(refreshes, { requester: await requesterOf(interaction, call) }, id);
    await update(interaction, reply({ embeds: [noticeCard(texts.refresh.discarded)] }));
  },
};

/** Nothing under the preview is of use any more then. */
function isGone(error: unknown): boolean {
  return error instanceof UserFacingError && error.code === 'preview-gone';
}
