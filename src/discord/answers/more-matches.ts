import type { MessageComponentInteraction } from 'discord.js';
import { findMoreMatches, type MoreMatches } from '../../requests/asking/more-matches.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import type { Localised } from '../../wording/kit/texts.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { type AnswerButton, toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton, buildMatchMenu } from '../kit/components/buttons.ts';
import type { RequestContext, SelectComponent } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

const BUTTON = 'more';
const MENU = 'more-pick';
const LABEL: Localised = {
  en: 'More matches',
  ru: 'Ещё совпадения',
  de: 'Weitere Treffer',
  es: 'Más resultados',
  fr: 'Autres résultats',
};
const PLACEHOLDER: Localised = {
  en: 'Show another match',
  ru: 'Показать другое совпадение',
  de: 'Einen anderen Treffer zeigen',
  es: 'Mostrar otro resultado',
  fr: 'Montrer un autre résultat',
};

/** The next matches, for whoever asks. It carries the id of what was asked. */
export const moreMatchesButton: AnswerButton = {
  name: BUTTON,
  build({ asked, reply: { outcome, found } }, { language }) {
    if (asked === null || outcome === 'unknown' || found.length < 2) return null;
    return buildButton({ component: BUTTON, argument: asked.id }, { label: LABEL[language], emoji: '🔎' });
  },
  async run(interaction, askedId, context) {
    const { knowledge, store, texts } = context;
    const more = await findMoreMatches(knowledge, store, wanted(askedId, interaction));
    const first = more.found[0]?.fact.id;
    const content =
      first === undefined
        ? { embeds: [buildNoticeCard(texts.answer.noMore)] }
        : await page(more, { askedId, picked: first, guildId: interaction.guildId }, context);
    await respondPrivately(interaction, content);
  },
};

/** Shows the match that was picked in place of the one before. */
export const moreMatchesMenu: SelectComponent = {
  name: MENU,
  async run(interaction, askedId, context) {
    const more = await findMoreMatches(context.knowledge, context.store, wanted(askedId, interaction));
    const shown = { askedId, picked: interaction.values[0], guildId: interaction.guildId };
    await update(interaction, buildReply(await page(more, shown, context)));
  },
};

/** As many as one menu holds. */
function wanted(askedId: string, interaction: MessageComponentInteraction) {
  return { ...toAnswerRef(askedId, interaction), limit: COMPONENT_LIMITS.options };
}

interface Picked {
  readonly askedId: string;
  readonly picked: string | undefined;
  readonly guildId: string | null;
}

/** @throws {UserFacingError} `passage-gone` where the picked match is no longer one */
async function page(
  { found, refreshedAt }: MoreMatches,
  { askedId, picked, guildId }: Picked,
  context: RequestContext,
): Promise<ReplyContent> {
  const match = found.find(({ fact }) => fact.id === picked);
  if (match === undefined) throw createRefusal({ kind: 'passage-gone' });
  const { texts } = context;
  const outdatedFrom = await findOutdatedDay(context, guildId, match.passage.article);
  const id = { component: MENU, argument: askedId };
  const menu = buildMatchMenu(id, { found, placeholder: PLACEHOLDER[texts.language] });
  return { embeds: [buildMatchCard({ ...match, refreshedAt }, texts, { outdatedFrom })], components: [menu] };
}
