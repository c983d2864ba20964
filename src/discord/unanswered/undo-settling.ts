import type { ButtonInteraction } from 'discord.js';
import { undoChanges } from '../../requests/articles/changes.ts';
import { findAskedOrNull } from '../../requests/kit/find-asked.ts';
import type { ServerRequest } from '../../requests/kit/requester.ts';
import { removeTaughtAnswer, reopenEntry } from '../../requests/unanswered/teach.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import type { ButtonComponent, RequestContext } from '../kit/context.ts';
import { deferUpdate } from '../kit/first-response.ts';
import { readServerRequest } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { decodeWithEntry } from './entry-ref.ts';
import { buildEntryScreen, UNDO } from './entry-screen.ts';

/** What the undo button carries for a dismissed entry. */
export const DISMISSED = '';
const TAUGHT = 'taught-';
const CHANGES = 'changes-';

/** Encodes a taught answer, by its id, for the undo button. */
export function encodeTaught(id: string): string {
  return `${TAUGHT}${id}`;
}

/** Encodes changes of the history, by their numbers, for the undo button. */
export function encodeChanges(numbers: readonly number[]): string {
  return `${CHANGES}${numbers.join()}`;
}

/** Undoes what was just done with an entry, and shows the entry again. */
export const unansweredUndo: ButtonComponent = {
  name: UNDO,
  async run(interaction, argument, context) {
    const { texts, log } = context;
    const { before: what, askedId, index } = decodeWithEntry(argument);
    await deferUpdate(interaction);
    const acting = readServerRequest(interaction, context);
    await takeBack(what, acting, context);
    await reopenEntry(context, { ...acting, askedId });
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

/** Takes back what was taught or written. A forged argument names nothing that is there, or what its sender may take back anyway. */
async function takeBack(what: string, acting: ServerRequest, context: RequestContext): Promise<void> {
  if (what.startsWith(TAUGHT))
    await removeTaughtAnswer(context, { ...acting, id: what.slice(TAUGHT.length) });
  if (what.startsWith(CHANGES)) {
    const numbers = what.slice(CHANGES.length).split(',').map(Number);
    await undoChanges(context, { ...acting, numbers });
  }
}
