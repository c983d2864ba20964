import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const CONTEXT_BUTTON = 'context';

/** Builds the button for the context of the fact with this id. */
export function buildContextButton(
  factId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton(
    { component: CONTEXT_BUTTON, argument: factId },
    { label: buttons.context, emoji: '📖' },
  );
}

/** Builds the same button for a list of passages, in which it opens the article of one. */
export function buildShowArticleButton(
  factId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: CONTEXT_BUTTON, argument: factId }, { label: buttons.showArticle });
}
