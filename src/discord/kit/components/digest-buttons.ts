import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The names of the buttons under a digest in their custom ids. */
export const OPEN_QUEUE_BUTTON = 'open-queue';
export const DIGEST_OFF_BUTTON = 'digest-off';

/** Builds the buttons under a digest: one for the unanswered questions, if any are open, and one that ends the digests. */
export function buildDigestButtons(
  openCount: number,
  { buttons }: Pick<Texts, 'buttons'>,
): readonly APIButtonComponentWithCustomId[] {
  const open = buildButton({ component: OPEN_QUEUE_BUTTON, argument: '' }, { label: buttons.openQueue });
  const off = buildButton({ component: DIGEST_OFF_BUTTON, argument: '' }, { label: buttons.turnOff });
  return openCount === 0 ? [off] : [open, off];
}
