import type { APIButtonComponentWithCustomId, ButtonInteraction } from 'discord.js';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { ComponentRow } from '../replies.ts';
import { buildButton, buildButtonRows } from './buttons.ts';

/** The name of the button in its custom id. */
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
