import { type APIButtonComponentWithCustomId, type ButtonInteraction, ButtonStyle } from 'discord.js';
import { toArticleKey } from '../../../requests/articles/find-article.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { ComponentRow } from '../replies.ts';
import { buildButton, buildButtonRows } from './buttons.ts';

/*
 * The buttons that several subjects show. Where one stands and who handles it differ, so its name and its look are here.
 */

/** The name of the undo button in its custom id. */
export const UNDO_BUTTON = 'undo-change';
const REDO = ':redo';

/** Builds the button that undoes the changes with these numbers. Where they took earlier ones back, that does those again. */
export function buildUndoButton(
  numbers: readonly number[],
  { buttons }: Pick<Texts, 'buttons'>,
  { isUndo = false }: { readonly isUndo?: boolean } = {},
): APIButtonComponentWithCustomId {
  const id = { component: UNDO_BUTTON, argument: `${numbers.join()}${isUndo ? REDO : ''}` };
  return buildButton(id, describeUndo(isUndo, { buttons }));
}

/** Returns how the button looks that undoes a change, or does again what was undone. */
export function describeUndo(
  isUndo: boolean,
  { buttons }: Pick<Texts, 'buttons'>,
): { readonly label: string; readonly emoji: string } {
  return isUndo ? { label: buttons.redo, emoji: '↪️' } : { label: buttons.undo, emoji: '↩️' };
}

/** Reads the argument of the button, which a client sends back. */
export function parseUndo(argument: string): {
  readonly numbers: readonly number[];
  readonly isRedo: boolean;
} {
  const isRedo = argument.endsWith(REDO);
  const numbers = isRedo ? argument.slice(0, -REDO.length) : argument;
  return { numbers: numbers.split(',').map(Number), isRedo };
}

/** The name of the button that edits an article in its custom id. */
export const EDIT_BUTTON = 'edit-article';

/** Builds the button that opens the form for the own article at a path. */
export function buildEditButton(
  path: string,
  { buttons }: Pick<Texts, 'buttons'>,
  label = buttons.edit,
): APIButtonComponentWithCustomId {
  return buildButton({ component: EDIT_BUTTON, argument: toArticleKey(path) }, { label, emoji: '✏️' });
}

/** The name of the buttons that show the context of a fact in their custom ids. */
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

/** The names of the buttons under an explanation and under an answer in their custom ids. */
export const FORGET_TAUGHT_BUTTON = 'forget-taught';
export const WHY_ANSWER_BUTTON = 'why-answer';

/** Builds the button under a taught answer; it carries the id by which `removeTaughtAnswer` finds that answer. */
export function buildForgetTaughtButton(id: string, { buttons }: Texts): APIButtonComponentWithCustomId {
  const look = { label: buttons.forgetTaught, emoji: '🗑️', style: ButtonStyle.Danger } as const;
  return buildButton({ component: FORGET_TAUGHT_BUTTON, argument: id }, look);
}

/** Builds the button that explains to moderators how a recorded question was answered, and lets them choose another passage. */
export function buildWhyAnswerButton(
  askedId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: WHY_ANSWER_BUTTON, argument: askedId }, { label: buttons.whyAnswer });
}

/** The name of the example buttons in their custom ids. */
export const EXAMPLE_BUTTON = 'example';

/** Builds buttons that ask the questions on them; each fits a label. */
export function buildExampleRows(questions: readonly string[]): readonly ComponentRow[] {
  return buildButtonRows(questions.map(buildExampleButton));
}

function buildExampleButton(question: string, number: number): APIButtonComponentWithCustomId {
  return buildButton({ component: EXAMPLE_BUTTON, argument: String(number) }, { label: question });
}

/**
 * Returns the question on a pressed button. It comes from Discord's copy of our message, not from the client.
 *
 * @throws {UserFacingError} `unknown-button`
 */
export function readExample({ component }: Pick<ButtonInteraction, 'component'>): string {
  const label = 'label' in component ? component.label : null;
  if (!label) throw createRefusal({ kind: 'unknown-button' });
  return label;
}

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

/** The name of the button that opens the settings in its custom id. */
export const SET_UP_BUTTON = 'set-up';

/** Builds the button that opens the settings for whoever presses it and may change them. */
export function buildSetUpButton({ buttons }: Pick<Texts, 'buttons'>): APIButtonComponentWithCustomId {
  const look = { label: buttons.setUp, emoji: '⚙️', style: ButtonStyle.Primary } as const;
  return buildButton({ component: SET_UP_BUTTON, argument: '' }, look);
}
