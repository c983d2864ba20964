import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { applyPreview, discardPreview } from '../../requests/refreshing/preview-refresh.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { describeRefusal } from '../../wording/refusals.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { buildRefreshCard } from '../cards/refresh-card.ts';
import { buildButton } from '../kit/components/buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { deferUpdate, update } from '../kit/first-response.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRefresher, readRequester } from '../kit/requester.ts';

const APPLY = 'apply';
const DISCARD = 'discard';

/** Builds the buttons under a preview. Both carry its id, which is no longer valid after a restart. */
export function buildPreviewButtons(
  id: string,
  { buttons }: Texts,
): readonly APIButtonComponentWithCustomId[] {
  const { apply, discard } = buttons;
  return [
    buildButton({ component: APPLY, argument: id }, { label: apply, style: ButtonStyle.Primary }),
    buildButton({ component: DISCARD, argument: id }, { label: discard }),
  ];
}

/** Applies a preview, and replaces it by the changes, or by a notice that it is no longer valid. */
export const applyButton: ButtonComponent = {
  name: APPLY,
  async run(interaction, id, context) {
    const { refreshes, texts } = context;
    await deferUpdate(interaction);
    const refresher = readRefresher(interaction, context);
    try {
      const report = await applyPreview(refreshes, refresher, id);
      await interaction.editReply(buildReplacement([buildRefreshCard(report, texts)]));
    } catch (error) {
      if (!isGone(error)) throw error;
      await interaction.editReply(
        buildReplacement([buildNoticeCard(describeRefusal({ kind: 'preview-gone' }, texts))]),
      );
    }
  },
};

export const discardButton: ButtonComponent = {
  name: DISCARD,
  async run(interaction, id, context) {
    const { refreshes, texts } = context;
    discardPreview(refreshes, { requester: readRequester(interaction, context) }, id);
    await update(interaction, buildReplacement([buildNoticeCard(texts.refresh.discarded)]));
  },
};

/** Returns whether the preview is no longer valid, so that its buttons are useless. */
function isGone(error: unknown): boolean {
  return error instanceof UserFacingError && error.code === 'preview-gone';
}
