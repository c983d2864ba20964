import type {
  APIMessageTopLevelComponent,
  ButtonInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { SynonymSuggestion } from '../../answering/suggest-synonyms.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { type QueuePosition, showEntry } from '../../requests/unanswered/show-entry.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSection, buildText, COLOURS } from '../cards/card.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { buildSynonymMenu } from '../kit/components/menus.ts';
import type { RequestContext } from '../kit/context.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readServerRequest } from '../kit/requester.ts';
import { buildEntryCard } from './entry-card.ts';
import { type EntryRef, encodeWithEntry } from './entry-ref.ts';
import { findPage, PAGER } from './queue-card.ts';

/** The kinds of interaction that moderators use on the queue. */
export type QueueInteraction =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** The name of the button that undoes what was just done in the queue. */
export const UNDO = 'unanswered-undo';

/** What was just done, in a line above the next entry. */
export interface Done {
  readonly words: string;
  /** What the undo button carries; null where it cannot be undone. */
  readonly undo: { readonly what: string; readonly ref: EntryRef } | null;
  /** Synonyms that the moderator may add, too. */
  readonly synonyms?: readonly SynonymSuggestion[];
}

/**
 * Builds the screen with one entry of the queue, or with the news that none is left. It replaces whatever stood in the message. What was just
 * done is confirmed also where no entry can be shown.
 *
 * @throws {UserFacingError} as `showEntry`, where nothing was done
 */
export async function buildEntryScreen(
  interaction: QueueInteraction,
  position: QueuePosition,
  context: RequestContext,
  done: Done | null = null,
) {
  const { texts } = context;
  const acting = readServerRequest(interaction, context);
  const above = done === null ? [] : buildDoneLine(done, texts);
  const shown = await showEntry(context, { ...acting, position }).catch((error: unknown) => {
    if (done === null || !(error instanceof UserFacingError)) throw error;
    context.log.info({ code: error.code, err: error.cause }, 'refused');
    return 'unavailable' as const;
  });
  if (shown === 'unavailable') return buildReplacement(above);
  return buildReplacement([
    ...above,
    shown === null ? buildEmptyCard(texts) : buildEntryCard(shown, { guildId: acting.guildId, texts }),
    ...(shown === null || shown.count === 1 ? [] : buildListRow(shown.index, texts)),
  ]);
}

function buildDoneLine(
  { words, undo, synonyms = [] }: Done,
  texts: Texts,
): readonly APIMessageTopLevelComponent[] {
  if (undo === null) return buildText([words]);
  const argument = encodeWithEntry(undo.what, undo.ref);
  const undoButton = buildButton({ component: UNDO, argument }, { label: texts.buttons.undo });
  return [buildSection([words], undoButton), ...buildSynonymMenu(synonyms, texts)];
}

function buildEmptyCard({ unanswered }: Texts) {
  return buildCard(COLOURS.answered, buildText([`**${unanswered.allDone}** 🎉`, unanswered.allDoneMore]));
}

function buildListRow(index: number, { buttons }: Texts) {
  const argument = String(findPage(index));
  return buildButtonRows([buildButton({ component: PAGER, argument }, { label: buttons.allQuestions })]);
}
