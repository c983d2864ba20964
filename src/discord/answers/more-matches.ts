import type { APIButtonComponentWithCustomId, MessageComponentInteraction } from 'discord.js';
import { findMoreMatches, type MoreMatches } from '../../requests/asking/more-matches.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { buildMatchCard } from '../cards/passage-card.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton } from '../kit/components/buttons.ts';
import { buildMatchMenu } from '../kit/components/menus.ts';
import type { ButtonComponent, RequestContext, SelectComponent } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

const BUTTON = 'more';
const MENU = 'more-pick';

/** Builds the button that shows other results for a question. */
export function buildMoreMatchesButton(
  askedId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: BUTTON, argument: askedId }, { label: buttons.moreMatches });
}

/** Shows the caller the next matches. The button carries the id of the question. */
export const moreMatchesButton: ButtonComponent = {
  name: BUTTON,
  async run(interaction, askedId, context) {
    const { knowledge, store, texts } = context;
    const more = await findMoreMatches(knowledge, store, toMatchRequest(askedId, interaction));
    const first = more.found[0]?.fact.id;
    const content =
      first === undefined
        ? { components: [buildCard(COLOURS.unknown, buildText([texts.answer.noMore]))] }
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
  return {
    ...toAnswerRef(askedId, interaction),
    limit: COMPONENT_LIMITS.options,
    readers: readReaderAccess(interaction),
  };
}

interface Picked {
  readonly askedId: string;
  readonly picked: string | undefined;
  readonly guildId: string | null;
}

/** @throws {UserFacingError} `passage-gone` when the picked fact is no longer a match */
async function buildPage(
  { found }: MoreMatches,
  { askedId, picked, guildId }: Picked,
  context: RequestContext,
): Promise<ReplyContent> {
  const match = found.find(({ fact }) => fact.id === picked);
  if (match === undefined) throw createRefusal({ kind: 'passage-gone' });
  const { texts } = context;
  const outdatedFrom = await findOutdatedDay(context, guildId, match.passage.article);
  const id = { component: MENU, argument: askedId };
  const menu = buildMatchMenu(id, { found, placeholder: texts.menus.moreMatches });
  return { components: [buildMatchCard(match, texts, { outdatedFrom }), menu] };
}
