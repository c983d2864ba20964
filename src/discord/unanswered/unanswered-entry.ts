import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { suggestSynonyms } from '../../requests/articles/synonyms.ts';
import type { QueuePosition } from '../../requests/unanswered/show-entry.ts';
import { dismissUnanswered, type TeachingResult, teachAnswer } from '../../requests/unanswered/teach.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import type { ButtonComponent, RequestContext, SelectComponent } from '../kit/context.ts';
import { deferUpdate } from '../kit/first-response.ts';
import { readServerRequest } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { notifyWaitingAskers } from '../notifications/notify-askers.ts';
import { CONFIRM, DISMISS, FACT, NEXT } from './entry-card.ts';
import { decodeEntryRef, decodeWithEntry, type EntryRef } from './entry-ref.ts';
import { buildEntryScreen, type Done } from './entry-screen.ts';
import { OPEN } from './queue-card.ts';
import { encodeChanges } from './undo-settling.ts';

/** Stand in messages of earlier versions only. */
const PICK = 'unanswered-pick';
const TEACH = 'unanswered-teach';

/** Teaches the shown passage, and goes on to the next entry. */
export const unansweredConfirm: ButtonComponent = {
  name: CONFIRM,
  async run(interaction, argument, context) {
    const { before: factId, ...ref } = decodeWithEntry(argument);
    await teach(interaction, { factId, ref }, context);
  },
};

/** Teaches the passage that was picked, and goes on to the next entry. */
export const unansweredFact: SelectComponent = {
  name: FACT,
  async run(interaction, argument, context) {
    const factId = interaction.values[0] ?? '';
    await teach(interaction, { factId, ref: decodeEntryRef(argument) }, context);
  },
};

/** Removes the entry from the queue until it is asked again, and goes on to the next. */
export const unansweredDismiss: ButtonComponent = {
  name: DISMISS,
  async run(interaction, argument, context) {
    const { texts, log } = context;
    const ref = decodeEntryRef(argument);
    await deferUpdate(interaction);
    const acting = readServerRequest(interaction, context);
    const { phrasing } = await dismissUnanswered(context, { ...acting, askedId: ref.askedId });
    log.info({ by: interaction.user.id, guildId: acting.guildId }, 'unanswered question dismissed');
    await logModeration(interaction, { kind: 'question', what: 'dismissed', phrasing }, context);
    const done = { words: texts.unanswered.dismissed, undo: { what: encodeChanges([]), ref } };
    await show(interaction, { kind: 'at', index: ref.index }, context, done);
  },
};

/** Leaves the entry as it is, and goes on to the next. */
export const unansweredNext: ButtonComponent = {
  name: NEXT,
  async run(interaction, argument, context) {
    await deferUpdate(interaction);
    await show(interaction, { kind: 'after', ...decodeEntryRef(argument) }, context);
  },
};

/** Shows an entry of the list. */
export const unansweredOpen: ButtonComponent = {
  name: OPEN,
  async run(interaction, argument, context) {
    await open(interaction, decodeEntryRef(argument).askedId, context);
  },
};

/** Shows an entry of a list of an earlier version. */
export const unansweredPick: SelectComponent = {
  name: PICK,
  async run(interaction, _, context) {
    await open(interaction, interaction.values[0] ?? '', context);
  },
};

/** Shows an entry that an earlier version showed without its passages. */
export const unansweredTeach: ButtonComponent = { ...unansweredOpen, name: TEACH };

type EntryInteraction = ButtonInteraction | StringSelectMenuInteraction;

async function open(interaction: EntryInteraction, askedId: string, context: RequestContext): Promise<void> {
  await deferUpdate(interaction);
  await show(interaction, { kind: 'with', askedId, orIndex: null }, context);
}

async function show(
  interaction: EntryInteraction,
  position: QueuePosition,
  context: RequestContext,
  done: Done | null = null,
): Promise<void> {
  await interaction.editReply(await buildEntryScreen(interaction, position, context, done));
}

async function teach(
  interaction: EntryInteraction,
  { factId, ref }: { readonly factId: string; readonly ref: EntryRef },
  context: RequestContext,
): Promise<void> {
  const { texts, log } = context;
  await deferUpdate(interaction);
  const acting = readServerRequest(interaction, context);
  const taught = await teachAnswer(context, { ...acting, askedId: ref.askedId, factId });
  log.info({ by: interaction.user.id, guildId: acting.guildId, factId }, 'taught');
  const { phrasing } = taught;
  await logModeration(interaction, { kind: 'question', what: 'taught', phrasing }, context);
  try {
    const words = describeTaught(texts.unanswered.taughtDone, taught, texts);
    const synonyms = await suggestSynonyms(context, { ...acting, question: taught.phrasing, factId });
    const what = encodeChanges(taught.changeNumber === null ? [] : [taught.changeNumber]);
    const done = { words, undo: { what, ref }, synonyms };
    await show(interaction, { kind: 'at', index: ref.index }, context, done);
  } finally {
    // Askers are notified even when the moderator has closed the queue, because nothing else would notify them.
    await notifyWaitingAskers(interaction, taught, context);
  }
}

/** Says what was done, and how many members get the answer. */
export function describeTaught(
  what: string,
  { waiting, waitingAlone }: Pick<TeachingResult, 'waiting' | 'waitingAlone'>,
  { unanswered }: Texts,
): string {
  const count = waiting.length + waitingAlone.length;
  return count === 0 ? what : `${what} ${unanswered.told({ count })}`;
}
