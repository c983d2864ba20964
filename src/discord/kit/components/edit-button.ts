import type { APIButtonComponentWithCustomId } from 'discord.js';
import { toArticleKey } from '../../../requests/articles/article-ref.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const EDIT_BUTTON = 'edit-article';

/** Builds the button that opens the form for the own article at a path. */
export function buildEditButton(
  path: string,
  { buttons }: Pick<Texts, 'buttons'>,
  label = buttons.edit,
): APIButtonComponentWithCustomId {
  return buildButton({ component: EDIT_BUTTON, argument: toArticleKey(path) }, { label, emoji: '✏️' });
}
