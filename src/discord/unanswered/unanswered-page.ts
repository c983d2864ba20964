import type { ButtonInteraction, ChatInputCommandInteraction, StringSelectMenuInteraction } from 'discord.js';
import { listUnanswered, type UnansweredEntry } from '../../requests/unanswered/unanswered.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButton } from '../kit/components/buttons.ts';
import { buildPagerRow } from '../kit/components/pager.ts';
import { buildSelectMenu, fitOption } from '../kit/components/select-menu.ts';
import type { RequestContext } from '../kit/context.ts';
import type { ComponentRow, ReplyContent } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { buildQueueCard, countQueuePages, listPageEntries } from './unanswered-card.ts';

/** The names of the components that lead through the queue. */
export const PAGER = 'unanswered';
export const PICK = 'unanswered-pick';

/** The kinds of interaction that moderators use on the queue. */
type QueueInteraction = ChatInputCommandInteraction | ButtonInteraction | StringSelectMenuInteraction;

/**
 * Returns who acts, and in which server.
 *
 * @throws {UserFacingError} `not-a-moderator` outside servers
 */
export async function readActor(interaction: QueueInteraction, context: RequestContext) {
  return { requester: readRequester(interaction, context), guildId: requireGuildId(interaction) };
}

/**
 * Builds a page of the queue; the last page if there are fewer now.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function buildQueuePage(
  interaction: QueueInteraction,
  wanted: number,
  context: RequestContext,
): Promise<ReplyContent> {
  const acting = await readActor(interaction, context);
  const entries = await listUnanswered(context, acting);
  const last = countQueuePages(entries) - 1;
  const page = Math.min(wanted, last);
  const { texts } = context;
  return {
    embeds: [buildQueueCard(entries, page, { guildId: acting.guildId, texts })],
    components: [
      ...(entries.length === 0 ? [] : [buildEntryMenu(listPageEntries(entries, page), page, texts)]),
      ...(last === 0 ? [] : [buildPagerRow(PAGER, { number: page, last }, texts)]),
    ],
  };
}

/** Builds the button back to a page of the list. */
export function buildBackButton(page: number, { buttons }: Texts) {
  return buildButton({ component: PAGER, argument: String(page) }, { label: buttons.backToList });
}

function buildEntryMenu(entries: readonly UnansweredEntry[], page: number, texts: Texts): ComponentRow {
  const options = entries.map(({ id, phrasing, asked }) => ({
    label: fitOption(phrasing) || '?',
    description: texts.unanswered.times({ count: asked.length }),
    value: id,
  }));
  return buildSelectMenu(
    { component: PICK, argument: String(page) },
    { options, placeholder: texts.menus.unanswered },
  );
}
