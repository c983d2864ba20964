import type { MessageComponentInteraction } from 'discord.js';
import { findMoreMatches, type MoreMatches } from '../../requests/asking/more-matches.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { type AnswerButton, toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton } from '../kit/components/buttons.ts';
import { buildMatchMenu } from '../kit/components/select-menu.ts';
import type { RequestContext, SelectComponent } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

const BUTTON = 'more';
const MENU = 'more-pick';

/** Shows the caller the next matches. The button carries the id of the question. */
export const moreMatchesButton: AnswerButton = {
  name: BUTTON,
  build({ asked, reply: { outcome, found } }, { buttons }) {
    if (asked === null || outcome === 'unknown' || found.length < 2) return null;
    return buildButton(
      { component: BUTTON, argument: asked.id },
      { label: buttons.moreMatches, emoji: '🔎' },
    );
  },
  async run(interaction, askedId, context) {
    const { knowledge, store, texts } = context;
    const more = await findMoreMatches(knowledge, store, toMatchRequest(askedId, interaction));
    const first = more.found[0]?.fact.id;
    const content =
      first === undefined
        ? { embeds: [buildNoticeCard(texts.answer.noMore)] }
        : await buildPage(more, { askedId, picked: first, guildId: interaction.guildId }, context);
    await respondPrivately(interaction, content);
  },
};

/** Replaces the shown match by the one that was picked. */
export const moreMatchesMenu: SelectComponent = {
  name: MENU,
  async run(interaction, askedId, context) {
    const more = await findMoreMatches(
      context.knowledge,
      context.store,
      toMatchRequest(askedId, interaction),
    );
    const shown = { askedId, picked: interaction.values[0], guildId: interaction.guildId };
    await update(interaction, buildReply(await buildPage(more, shown, context)));
  },
};

/** Asks for as many matches as one menu holds. */
function toMatchRequest(askedId: string, interaction: MessageComponentInteraction) {
  return { ...toAnswerRef(askedId, interaction), limit: COMPONENT_LIMITS.options };
}

interface Picked {
  readonly askedId: string;
  readonly picked: string | undefined;
  readonly guildId: string | null;
}

/** @throws {UserFacingError} `passage-gone` when the picked fact is no longer a match */
async function buildPage(
  { found, refreshedAt }: MoreMatches,
  { askedId, picked, guildId }: Picked,
  context: RequestContext,
): Promise<ReplyContent> {
  const match = found.find(({ fact }) => fact.id === picked);
  if (match === undefined) throw createRefusal({ kind: 'passage-gone' });
  const { texts } = context;
  const outdatedFrom = await findOutdatedDay(context, guildId, match.passage.article);
  const id = { component: MENU, argument: askedId };
  const menu = buildMatchMenu(id, { found, placeholder: texts.menus.moreMatches });
  return { embeds: [buildMatchCard({ ...match, refreshedAt }, texts, { outdatedFrom })], components: [menu] };
}
