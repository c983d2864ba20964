import type { ButtonInteraction } from 'discord.js';
import { undoChanges } from '../../requests/articles/changes.ts';
import { findAskedOrNull } from '../../requests/kit/questions.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import { removeTaughtAnswer, reopenEntry } from '../../requests/unanswered/teach.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildUndoButton, FORGET_TAUGHT_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, RequestContext } from '../kit/context.ts';
import { deferUpdate, update } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester, readServerRequest } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { decodeWithEntry } from './entry-ref.ts';
import { buildEntryScreen, UNDO } from './entry-screen.ts';

/** What the undo button carries where nothing but the entry has changed. */
const NO_CHANGES = '';
const CHANGES = 'changes-';

/** Encodes what settling an entry has changed, by its numbers in the history, for the undo button. None for a dismissed entry. */
export function encodeChanges(numbers: readonly number[]): string {
  return numbers.length === 0 ? NO_CHANGES : `${CHANGES}${numbers.join()}`;
}

/** Undoes what was just done with an entry, and shows the entry again. */
export const unansweredUndo: ButtonComponent = {
  name: UNDO,
  async run(interaction, argument, context) {
    const { texts, log } = context;
    const { before: what, askedId, index } = decodeWithEntry(argument);
    await deferUpdate(interaction);
    const acting = readServerRequest(interaction, context);
    const numbers = decodeChanges(what);
    // What is taken back cannot be taken back again, so the entry comes first: whoever presses once more after a failure does the rest.
    await reopenEntry(context, { ...acting, askedId });
    if (numbers.length > 0) await undoChanges(context, { ...acting, numbers });
    log.info({ by: interaction.user.id, guildId: acting.guildId }, 'unanswered question opened again');
    await tellReopened(interaction, askedId, context);
    const position = { kind: 'with', askedId, orIndex: index } as const;
    const done = { words: texts.unanswered.undone, undo: null };
    await interaction.editReply(await buildEntryScreen(interaction, position, context, done));
  },
};

async function tellReopened(
  interaction: ButtonInteraction,
  askedId: string,
  context: RequestContext,
): Promise<void> {
  const asked = await findAskedOrNull(context.store, toAnswerRef(askedId, interaction));
  if (asked === null) return;
  const { question: phrasing } = asked;
  await logModeration(interaction, { kind: 'question', what: 'reopened', phrasing }, context);
}

/**
 * Decodes the numbers of changes. Forged ones name nothing that is there, or what their sender may undo anyway.
 *
 * @throws {UserFacingError} `unknown-button` for a button of an earlier version
 */
function decodeChanges(what: string): readonly number[] {
  if (what === NO_CHANGES) return [];
  if (!what.startsWith(CHANGES)) throw createRefusal({ kind: 'unknown-button' });
  return what.slice(CHANGES.length).split(',').map(Number);
}

const MAX_QUESTION_CHARS = 500;

/** Forgets a taught answer, and replaces the explanation by a confirmation, with an undo button. */
export const forgetTaughtButton: ButtonComponent = {
  name: FORGET_TAUGHT_BUTTON,
  async run(interaction, id, context) {
    const { user } = interaction;
    const guildId = requireGuildId(interaction);
    const { texts, log } = context;
    const requester = readRequester(interaction, context);
    const { phrasing, changeNumber } = await removeTaughtAnswer(context, { requester, guildId, id });
    log.info({ by: user.id, guildId, change: changeNumber }, 'untaught');
    await logModeration(interaction, { kind: 'question', what: 'forgotten', phrasing }, context);
    const words = texts.unanswered.untaught({ question: escapeWithin(phrasing, MAX_QUESTION_CHARS) });
    const rows = buildButtonRows([buildUndoButton([changeNumber], texts)]);
    await update(interaction, buildReplacement([buildNoticeCard(words), ...rows]));
  },
};
