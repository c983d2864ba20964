import type { ModalSubmitInteraction } from 'discord.js';
import { isLimited } from '../../knowledge/article/limits.ts';
import { type AddedArticle, addNote } from '../../requests/articles/add-article.ts';
import type { ServerRequest } from '../../requests/kit/requester.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { findTeachable, type TeachingResult, teachAnswer } from '../../requests/unanswered/teach.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildProblemLine } from '../../wording/problems.ts';
import { describeRefusal } from '../../wording/refusals.ts';
import { buildNoteModal, readNote } from '../kit/components/note-modal.ts';
import type { ButtonComponent, ModalComponent, RequestContext } from '../kit/context.ts';
import { deferPrivately, deferUpdate, showForm } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { readServerRequest } from '../kit/requester.ts';
import { logModeration, type ModerationChange } from '../notifications/moderation-log.ts';
import { notifyNewlyAnswered, notifyWaitingAskers } from '../notifications/notify-askers.ts';
import { WRITE } from './entry-card.ts';
import { decodeEntryRef, type EntryRef, encodeEntryRef } from './entry-ref.ts';
import { buildEntryScreen, type Done } from './entry-screen.ts';
import { describeTaught } from './unanswered-entry.ts';
import { encodeChanges } from './undo-settling.ts';

const NOTE = 'unanswered-note';
const MAX_WARNINGS = 2;
const MAX_WARNING_CHARS = 150;

/** Asks for a note, which becomes an article of the server and the taught answer of the entry. */
export const unansweredWrite: ButtonComponent = {
  name: WRITE,
  async run(interaction, argument, context) {
    const { askedId, index } = decodeEntryRef(argument);
    const entry = await findTeachable(context, { ...readServerRequest(interaction, context), askedId });
    const id = { component: NOTE, argument: encodeEntryRef({ index, askedId: entry.id }) };
    await showForm(
      interaction,
      buildNoteModal(context.texts, { phrasing: entry.phrasing, id }),
      context.texts,
    );
  },
};

/** Adds the note, teaches its first sentence as the answer to the entry, and goes on to the next entry. */
export const unansweredNote: ModalComponent = {
  name: NOTE,
  async run(interaction, argument, context) {
    const { user } = interaction;
    await (interaction.isFromMessage() ? deferUpdate(interaction) : deferPrivately(interaction));
    const ref = decodeEntryRef(argument);
    const acting = readServerRequest(interaction, context);
    const { guildId } = acting;
    const added = await addNote(context, { ...acting, note: readNote(interaction) });
    // The path of a note comes from its title, which may be a member's question, so it is not logged.
    context.log.info({ by: user.id, guildId, change: added.changeNumber }, 'article added');
    const { client, guildLocale } = interaction;
    const origin = { client, guildId, guildLocale };
    try {
      const taught = await teachIfPossible(acting, { ref, added }, context);
      await logModeration(interaction, describeWritten(added, taught), context);
      try {
        const done = describeDone({ ref, added, taught }, context);
        await showNext(interaction, { ref, done }, context);
      } finally {
        if (isTaught(taught)) await notifyWaitingAskers(origin, taught, context);
      }
    } finally {
      // Askers of other questions that the note answers are notified even if teaching or the confirmation failed.
      await notifyNewlyAnswered(origin, context);
    }
  },
};

interface Written {
  readonly ref: EntryRef;
  readonly added: AddedArticle;
  /** Why it was not taught, where it was not: the article is there all the same. */
  readonly taught: TeachingResult | UserFacingError;
}

async function teachIfPossible(
  acting: ServerRequest,
  { ref, added }: Omit<Written, 'taught'>,
  context: RequestContext,
): Promise<Written['taught']> {
  try {
    const { id: factId } = added.article.firstFact;
    return await teachAnswer(context, { ...acting, askedId: ref.askedId, factId });
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    context.log.info({ code: error.code, err: error.cause }, 'refused');
    return error;
  }
}

function isTaught(taught: Written['taught']): taught is TeachingResult {
  return !(taught instanceof UserFacingError);
}

/** The title of a note may be the question itself, so an answer is told by its question alone. */
function describeWritten({ article }: AddedArticle, taught: Written['taught']): ModerationChange {
  return isTaught(taught)
    ? { kind: 'question', what: 'written', phrasing: taught.phrasing }
    : { kind: 'article', what: 'added', title: article.title, isTitleForAll: !isLimited(article) };
}

function describeDone({ ref, added, taught }: Written, { texts }: RequestContext): Done {
  const warnings = added.warnings
    .slice(0, MAX_WARNINGS)
    .map((problem) => `- ${escapeWithin(buildProblemLine(problem, texts), MAX_WARNING_CHARS)}`);
  const words = isTaught(taught)
    ? describeTaught(texts.unanswered.written, taught, texts)
    : describeNotTaught(taught, texts);
  const numbers = [added.changeNumber, isTaught(taught) ? taught.changeNumber : null];
  const what = encodeChanges(numbers.filter((number) => number !== null));
  // Undoing opens the entry, which somebody else may just have settled.
  const isUndoable = isTaught(taught) || taught.code !== 'settled';
  return { words: [words, ...warnings].join('\n'), undo: isUndoable ? { what, ref } : null };
}

function describeNotTaught({ code, refusal }: UserFacingError, texts: Texts): string {
  const { writtenOnly, writtenNotTaught } = texts.unanswered;
  if (code === 'settled') return writtenOnly;
  // That nothing has changed would be untrue: the article is there.
  const isReasonTrue = refusal !== null && code !== 'not-kept';
  return isReasonTrue ? `${writtenNotTaught} ${describeRefusal(refusal, texts)}` : writtenNotTaught;
}

async function showNext(
  interaction: ModalSubmitInteraction,
  { ref, done }: { readonly ref: EntryRef; readonly done: Done },
  context: RequestContext,
): Promise<void> {
  const position = { kind: 'at', index: ref.index } as const;
  await interaction.editReply(await buildEntryScreen(interaction, position, context, done));
}
